import Diagnostics
import TestSupport
import Testing

/// What a message advises is what helps.
@Suite struct RemedyTests {
  @Test(arguments: [
    ("host.name < \"b\"", "texts have no order; those of a `Version` or `Timestamp` do"),
    (
      "host.tags[\"a\"]? == \"b\"",
      "write `x?.name`, `x ?? y` or `x is present` for what may be absent"
    ),
    ("host.cores < host.load", "nothing is converted; make both sides the same type"),
    ("now - host.created_at < 90", "write the number with a unit, such as `90d`"),
    ("host.size > 4", "write the number with a unit, such as `4GiB`"),
    ("host.created_at > 90d", "a `Duration` is between two instants: `now - …`"),
    (
      #"{"a": 1, "b": "c"}.a > 1"#,
      "say what the `Json` is, and what absence means: `(… as Int) ?? …`"
    ),
    (#"host.labels.contains("a")"#, "write `x in xs`, or `xs covers ys` for a set of them"),
    ("(host.entries.length() == 1)", "write `.count`"),
    (
      "any e in host.entries: e.note is present and any e in host.entries: e.ports is empty",
      "rename one of the two, or put the first `… in …: …` in parentheses: it goes on as far as it "
        + "can"
    ),
    ("match host.status { Active => true, Active | Inactive => false }", "remove one of the two"),
  ])
  func aMistakeIsAnsweredOnceAndWithWhatToWrite(_ condition: String, _ help: String) {
    let policy = CheckedPolicy(
      Array("rule r { for host in demo.Host require \(condition) }".utf8))
    #expect(policy.diagnostics.elements.map(\.help) == [help], "\(policy.report)")
  }

  @Test(arguments: [
    ("List<String>", "[String]"), ("Array", "[String]"), ("Dict<String, Int>", "Map<String, Int>"),
    ("Optional<String>", "String?"), ("Boolean", "Bool"), ("CIDR", "Cidr"), ("Date", "Timestamp"),
    ("Hots", "Host"),
  ])
  func aTypeByTheNameItHasElsewhereIsAnsweredWithItsOwn(_ name: String, _ own: String) {
    let policy = CheckedPolicy(Array("fn f(x: \(name)) -> Bool = true".utf8))
    #expect(
      policy.diagnostics.elements.map { "\($0.id.rawValue): \($0.help ?? "")" }
        == ["unknown-type: did you mean `\(own)`?"], "\(policy.report)")
  }

  @Test func functionsThatCallEachOtherAreSpokenOfOnce() {
    let text = """
      fn f(x: Int) -> Int = g(x)
      fn g(x: Int) -> Int = h(x) + 1
      fn h(x: Int) -> Int = f(x)
      fn outside(x: Int) -> Int = f(x)
      fn own(x: Int) -> Int = own(x)
      """
    let policy = CheckedPolicy(Array(text.utf8))
    let found = policy.diagnostics.elements.map(\.message)
    #expect(
      found == [
        "the function `f` calls itself, directly or through others",
        "the function `own` calls itself, directly or through others",
      ])
  }

  @Test func whatWasMeantIsLookedForAsLongAsSomebodyMayReadIt() {
    let rules = (0..<1100).map {
      "rule r\($0) { for host in demo.Host require host.encryptd }"
    }
    let policy = CheckedPolicy(Array(rules.joined(separator: "\n").utf8))
    let found = policy.diagnostics.elements
    #expect(found.count == 1100)
    #expect(found.count { $0.help == "did you mean `encrypted`?" } == 1000)
  }

  /// Functions of which each calls the one before, and is two levels higher.
  private static func functions(_ count: Int) -> String {
    let others = (1..<count).reversed().map { "fn f\($0)(x: Int) -> Int = f\($0 - 1)(x) + 1" }
    return (others + ["fn f0(x: Int) -> Int = x + 1"]).joined(separator: "\n")
  }

  /// Structures of which each holds a list of the one before, and is two levels deeper.
  private static func structures(_ count: Int) -> String {
    let others = (1..<count).reversed().map { "struct demo.S\($0) { a: [demo.S\($0 - 1)]? }" }
    return (others + ["struct demo.S0 { a: Int }"]).joined(separator: "\n")
  }

  @Test func callsAndStructuresInsideEachOtherAreBounded() {
    #expect(CheckedPolicy(Array(Self.functions(200).utf8)).diagnostics.elements.isEmpty)
    #expect(CheckedPolicy(Array(Self.structures(128).utf8)).diagnostics.elements.isEmpty)
    // However long a chain is, it is spoken of once.
    for (text, message) in [
      (
        Self.functions(4000),
        "the function `f200`, with what it calls, is nested more than 400 levels deep"
      ),
      (
        Self.structures(4000),
        "the struct `demo.S128`, with what it holds, is nested more than 256 levels deep"
      ),
    ] {
      let policy = CheckedPolicy(Array(text.utf8))
      #expect(policy.diagnostics.elements.map(\.message) == [message], "\(policy.report)")
      #expect(policy.diagnostics.elements.map(\.id) == [.nestingTooDeep])
    }
  }

  @Test func structuresThatHoldOthersTwiceAreBounded() {
    func doubled(_ count: Int) -> [UInt8] {
      let structures = (1...count).map {
        "struct demo.D\($0) { left: demo.D\($0 - 1)  right: demo.D\($0 - 1) }\n"
      }
      return Array("struct demo.D0 { v: Int }\n\(structures.joined())".utf8)
    }
    // Each level doubles the fields, and adds two.
    #expect(CheckedPolicy(doubled(11)).diagnostics.elements.isEmpty)
    let policy = CheckedPolicy(doubled(60))
    #expect(
      policy.diagnostics.elements.map(\.message) == [
        "the struct `demo.D12`, with what it holds, has more than 10000 fields"
      ], "\(policy.report)")
  }

  @Test func aFunctionWithATakenNameIsTheOneThatIsMeant() {
    let text = """
      fn shown(host: demo.Host) -> Bool = host.encrypted
      rule r { for host in demo.Host require shown(host) and host.shown() }
      """
    let policy = CheckedPolicy(Array(text.utf8))
    #expect(policy.diagnostics.elements.map(\.id) == [.reservedName], "\(policy.report)")
  }

  @Test func armsMayBeOfTypesThatOneTypeHolds() {
    let text = """
      rule r {
        for host in demo.Host
        let owner = match host.status { Active => "none", Inactive => host.owner }
        let numbers = match host.status { Active => {for x in [1]: x}, Inactive => {2} }
        require owner == "none" and numbers == {1}
      }
      """
    let policy = CheckedPolicy(Array(text.utf8))
    #expect(policy.report == "")
  }

  /// What is made of the elements of an empty list would be held to no type.
  @Test(arguments: [
    ("first([]) ?? 1", [DiagnosticID.operatorMismatch]),
    ("sum x in []: x", [.notIterable]),
    ("first([for x in [[]]: first(x)]) ?? 1", [.operatorMismatch]),
    // Something else is wrong, which is said alone.
    ("first([1, \"a\"]) ?? 1", [.typeMismatch]),
    ("first(flatten([[], [1]])) ?? 1", []),
    ("count x in [[], [1]] where 1 in x", []),
    ("sum x in (if host.cores > 1 then [] else [1]): x", []),
  ])
  func whatIsMadeOfNothingHasNoType(_ value: String, _ ids: [DiagnosticID]) {
    let policy = CheckedPolicy(
      Array("fn f(host: demo.Host) -> Int = \(value)".utf8))
    #expect(policy.diagnostics.elements.map(\.id) == ids, "\(policy.report)")
  }
}
