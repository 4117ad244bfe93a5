import Diagnostics
import PolicySyntax
import SourceText
import Testing

/// Rules in YAML.
struct YAMLRuleTests {
  /// Returns where each diagnostic of `text` stands, as `line:column id`.
  private func places(_ text: String) -> [String] {
    let file = PolicyFile(Array(text.utf8), name: "a.yaml", isYAML: true)
    Laws.checkYAML(Array(text.utf8))
    return file.diagnostics.sorted.map { diagnostic in
      let place = file.sources.location(of: diagnostic.primary)
      return "\(place.line):\(place.column) \(diagnostic.id.rawValue)"
    }
  }

  /// Returns the start of a rule with `lines` after it.
  private func rule(_ lines: String) -> String {
    "rules:\n  - rule: r\n    for: x in a.T\n" + lines
  }

  @Test(arguments: [
    ("    require: x.a = 1\n", ["4:18 foreign-operator"]),
    ("    require: \"x.a = 1\"\n", ["4:19 foreign-operator"]),
    ("    require: 'x.a == ''b'' = 1'\n", ["4:28 foreign-operator"]),
    ("    require: \"x.a == \\\"b\\\" &&\\u0020true\"\n", ["4:28 foreign-operator"]),
    ("    require: >\n      x.a ==\n      1 && true\n", ["6:9 foreign-operator"]),
    ("    require: |\n      x.a ==\n      1 && true\n", ["6:9 foreign-operator"]),
    ("    require: x.a == 1)\n", ["4:22 unexpected-text"]),
    ("    require: x.a ==\n", ["4:20 expected-expression"]),
    ("    require: x.a == \"é\" && b\n", ["4:25 foreign-operator"]),
    ("    require:\n", ["4:13 wrong-yaml-kind"]),
    ("    require: []\n", ["4:14 wrong-yaml-kind"]),
    ("    require: [a b]\n", ["4:17 unexpected-text"]),
    ("    require: {a: b}\n", ["4:14 wrong-yaml-kind"]),
    (
      "    require: a\n    else: \"{x.} {y.z\"\n",
      ["5:15 expected-name", "5:17 unterminated-string"]
    ),
    ("    require: a\n    else: 'say \"hi\" {f(\"b\")}\\d'\n", ["5:29 unknown-escape"]),
    ("    require: [a]\n    else: b\n", ["5:5 stray-yaml-else"]),
    ("    require: a\n    severty: low\n", ["5:5 unknown-yaml-key"]),
    ("    require: a\n    severity: very low\n", ["5:20 unexpected-text"]),
    ("    require:\n      - require: a\n        elze: b\n", ["6:9 unknown-yaml-key"]),
    ("    require:\n      - else: b\n", ["5:9 missing-yaml-key"]),
    ("    require: a\n    parameters: {b: Int = 1 in}\n", ["5:31 expected-expression"]),
    ("    require: a\n    parameters: {if: Int}\n", ["5:18 reserved-name"]),
    ("    require: a\n    let: {b: c +}\n", ["5:17 expected-expression"]),
    ("    require: a\n    where: any y in x\n", ["5:22 expected-token"]),
    ("    severity: low\n", ["2:5 missing-yaml-key"]),
    ("    require: a\n    let: {b: 007}\n", ["5:14 yaml-ambiguous-scalar"]),
    ("    require: a\n    require: b\n", ["5:5 yaml-duplicate-key"]),
  ])
  func aMistakeIsReportedAtItsPlaceInTheFile(_ lines: String, _ expected: [String]) {
    #expect(places(rule(lines)).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("    require: >\n      x.a // why\n      and x.b\n", ["5:11 folded-comment"]),
    ("    require: >\n      x.a\n      // why\n      and x.b\n", ["6:7 folded-comment"]),
    ("    require: >\n      x.a /// why\n      and x.b\n", ["5:11 folded-comment"]),
    ("    require: x.a // why\n      and x.b\n", ["4:18 folded-comment"]),
    ("    require: 'x.a // why\n      and x.b'\n", ["4:19 folded-comment"]),
    ("    require: \"x.a // why\n      and x.b\"\n", ["4:19 folded-comment"]),
    ("    require: >\r\n      x.a // why\r\n      and x.b\r\n", ["5:11 folded-comment"]),
    ("    where: [x.a // why\n      and x.b]\n    require: x.a\n", ["4:17 folded-comment"]),
    // What is after the comment is no condition.
    ("    require: >\n      x.a\n      and x.b // why\n", []),
    ("    require: >\n      x.a // why\n\n      and x.b\n", []),
    ("    require: |\n      x.a // why\n      and x.b\n", []),
    ("    require: \"x.a // why\\n and x.b\"\n", []),
    ("    require: >\n      x.a ==\n      \"http://example\"\n      and x.b\n", []),
    ("    require: x.a\n    else: >\n      see http://example\n      for more\n", []),
  ])
  func aCommentThatYAMLDoesNotEndIsAMistake(_ lines: String, _ expected: [String]) {
    #expect(places(rule(lines)) == expected)
  }

  @Test(arguments: [
    ("    where: []\n", ["4:12 wrong-yaml-kind"]),
    ("    let: {}\n", ["4:10 wrong-yaml-kind"]),
    ("    formerly: []\n", ["4:15 wrong-yaml-kind"]),
    ("    parameters: {}\n", ["4:17 wrong-yaml-kind"]),
  ])
  func whatIsEmptySaysNothingAndIsAMistake(_ lines: String, _ expected: [String]) {
    #expect(places(rule(lines + "    require: x.a\n")) == expected)
  }

  @Test(arguments: [
    ("rules: []\n", ["1:8 wrong-yaml-kind"]),
    ("rules: 1\n", ["1:8 wrong-yaml-kind"]),
    ("- a\n", ["1:1 wrong-yaml-kind"]),
    ("rule: 1\n", ["1:1 missing-yaml-key", "1:1 unknown-yaml-key"]),
    ("rules: [1]\n", ["1:9 wrong-yaml-kind"]),
  ])
  func theTopOfTheFileIsAListOfRules(_ text: String, _ expected: [String]) {
    #expect(places(text).sorted() == expected.sorted())
  }

  @Test func aRuleInYAMLIsTheRuleInTheLanguage() throws {
    let yaml = """
      rules:
        - rule: owned
          doc: |
            Somebody must answer.
            Always.
          parameters: { tag: String = "owner", most: Int = 3 in 1..5 }
          for: bucket in aws.s3.Bucket
          where: bucket.tags["env"] == "prod"
          let: { owner: 'bucket.tags[tag]' }
          require:
            - require: owner matches /^[a-z.]+@acme\\.example$/
              else: "{bucket.name} has no \\"owner\\""
            - most > 1
          severity: low
          remediation: Use \\{tags\\}, or { none }.
          on_empty: fail
      """
    let policy = """
      /// Somebody must answer.
      /// Always.
      rule owned(tag: String = "owner", most: Int = 3 in 1..5) {
        for bucket in aws.s3.Bucket
        where bucket.tags["env"] == "prod"
        let owner = bucket.tags[tag]
        require owner matches /^[a-z.]+@acme\\.example$/
          else "{bucket.name} has no \\"owner\\""
        require most > 1
        severity low
        remediation "Use \\{tags\\}, or { none }."
        on_empty fail
      }
      """
    let left = PolicyFile(Array(yaml.utf8), isYAML: true)
    let right = PolicyFile(Array(policy.utf8))
    #expect(left.report == "")
    #expect(right.report == "")
    let shape = RuleShape.of(left.tree)
    #expect(shape.first == "Somebody must answer.\nAlways.")
    #expect(RuleShape.of(left.tree) == RuleShape.of(right.tree))
  }

  @Test func whatIsNotClosedInATextIsOneMistake() {
    let text = rule("    require: true\n    else: \"{e\"\n")
    let file = PolicyFile(Array(text.utf8), isYAML: true)
    #expect(file.diagnostics.elements.map(\.id.rawValue) == ["unterminated-string"])
    // A name would be looked up.
    let names = (0..<file.tree.expressionCount).filter {
      if case .name = file.tree[ExpressionID(index: UInt32($0))] { true } else { false }
    }
    #expect(names.isEmpty)
  }

  @Test func nothingInAScalarReachesBeyondIt() {
    let text = rule("    require: \"a } rule evil { for y in T require true\"\n")
    let file = PolicyFile(Array(text.utf8), isYAML: true)
    #expect(file.tree.roots.count == 1)
    #expect(file.diagnostics.elements.map(\.id.rawValue) == ["unexpected-text"])
  }
}
