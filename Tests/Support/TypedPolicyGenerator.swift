/// Makes random policies that must type-check, about the schema that all examples speak of, and
/// fixtures for them.
package struct TypedPolicyGenerator {
  /// The types that expressions are made of.
  private enum Kind: CaseIterable {
    case bool, int, float, string, duration, timestamp, bytes, status, ports, cidrs
    case ints, labels, hosts, entries
  }

  private var random: SeededRandom
  private var names: [(name: String, kind: Kind)] = []
  private var hosts: [String] = []
  private var entries: [String] = []
  private var count = 0

  /// Creates the generator that `seed` makes.
  package init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// Returns a function, a rule `generated` that calls it, and cases with fixtures for it.
  package mutating func policy() -> String {
    hosts = ["host"]
    names = [("number", .int)]
    let body = bool(3)
    (hosts, names, entries) = (["subject"], [("limit", .int)], [])
    var lines = [
      "fn helper(host: demo.Host, number: Int) -> Bool = \(body)",
      "rule generated(limit: Int = \(literal(.int))) {", "  for subject in demo.Host",
    ]
    if random.chance(2) { lines.append("  where \(bool(2))") }
    for kind in [Kind.int, .labels, .duration] where random.chance(2) {
      let value = expression(kind, 2)
      count += 1
      names.append(("v\(count)", kind))
      lines.append("  let v\(count) = \(value)")
    }
    lines.append("  require \(bool(4)) else \"{subject.name} {length(\(expression(.string, 2)))}\"")
    if random.chance(2) { lines.append("  require helper(subject, \(expression(.int, 1)))") }
    lines += ["}", "test generated {"]
    for number in 0..<3 {
      lines.append("  case \"\(number)\" {\n\(fixtures())    expect snapshot\n  }")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  // Conditions

  private mutating func bool(_ depth: Int) -> String {
    if depth == 0 {
      return random.pick([
        "true", "false", "\(host()).encrypted", "\(host()).owner is present",
        "\(host()).last_used is absent", "\(host()).entries is empty", "\(host()).policy is absent",
      ])
    }
    switch random.next() % 14 {
    case 0: return "(\(bool(depth - 1)) and \(bool(depth - 1)))"
    case 1: return "(\(bool(depth - 1)) or \(bool(depth - 1)))"
    case 2: return "(\(bool(depth - 1)) implies \(bool(depth - 1)))"
    case 3: return "(not \(bool(depth - 1)))"
    case 4: return "(if \(bool(depth - 1)) then \(bool(depth - 1)) else \(bool(depth - 1)))"
    case 5, 6: return comparison(depth - 1)
    case 7: return membership(depth - 1)
    case 8, 9: return quantifier(depth - 1)
    case 10:
      let host = host()
      return random.pick([
        "(\(host).owner is present and \(host).owner == \(expression(.string, depth - 1)))",
        "(\(host).last_used is present implies now - \(host).last_used < 90d)",
        "(\(host).parent is present and \(host).parent.encrypted)",
        "((\(host).owner ?? \"\") == \(expression(.string, depth - 1)))",
        "((\(host).parent?.cores ?? \(literal(.int))) > 2)",
      ])
    case 11:
      return
        "(match \(host()).status { Active => \(bool(depth - 1)), Inactive => \(bool(depth - 1)) })"
    case 12:
      return random.pick([
        "(\(expression(.cidrs, depth - 1)) is world)",
        "(\(expression(.ports, depth - 1)) is empty)",
        "(\(expression(.cidrs, depth - 1)) covers \(expression(.cidrs, depth - 1)))",
        "(\(expression(.ports, depth - 1)) meets \(expression(.ports, depth - 1)))",
      ])
    default:
      return random.pick([
        "is_open(\(host()), \(expression(.int, depth - 1)))",
        "starts_with(\(expression(.string, depth - 1)), \(literal(.string)))",
        "contains(\(host()).name, \(literal(.string)))",
        "(\(host()).name matches /^[a-z]+[0-9]?$/)", "(\(host()).pattern covers \(host()).pattern)",
      ])
    }
  }

  private mutating func comparison(_ depth: Int) -> String {
    let kind = random.pick([Kind.int, .float, .string, .duration, .timestamp, .bytes, .status])
    let signs =
      kind == .string || kind == .status ? ["==", "!="] : ["==", "!=", "<", "<=", ">", ">="]
    return "(\(expression(kind, depth)) \(random.pick(signs)) \(operand(kind, depth)))"
  }

  /// Returns what may stand on the right of a comparison, where the left side says the type.
  private mutating func operand(_ kind: Kind, _ depth: Int) -> String {
    kind == .status ? random.pick(["Active", "Inactive"]) : expression(kind, depth)
  }

  private mutating func membership(_ depth: Int) -> String {
    let not = random.chance(2) ? "not in" : "in"
    return switch random.next() % 4 {
    case 0: "(\(expression(.int, depth)) \(not) \(expression(.ints, depth)))"
    case 1: "(\(expression(.string, depth)) \(not) \(expression(.labels, depth)))"
    case 2: "(\(expression(.int, depth)) \(not) \(expression(.ports, depth)))"
    default: "(\(literal(.string)) \(not) keys(\(host()).tags))"
    }
  }

  private mutating func quantifier(_ depth: Int) -> String {
    let word = random.pick(["all", "any", "none", "exactly \(random.next() % 3)"])
    return "(\(word) \(binding(depth, { $0.bool(depth) })))"
  }

  /// Returns `name in collection where condition: body`, with the name visible in the last two.
  private mutating func binding(
    _ depth: Int, _ body: (inout TypedPolicyGenerator) -> String
  ) -> String {
    let outer = (names, hosts, entries)
    defer { (names, hosts, entries) = outer }
    count += 1
    let name = "x\(count)"
    let kind = random.pick([Kind.ints, .labels, .hosts, .entries])
    let collection = expression(kind, depth)
    switch kind {
    case .hosts: hosts.append(name)
    case .entries: entries.append(name)
    case .labels: names.append((name, .string))
    default: names.append((name, .int))
    }
    let filter = random.chance(3) ? " where \(bool(min(depth, 1)))" : ""
    return "\(name) in \(collection)\(filter): \(body(&self))"
  }

  // Values

  private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    let known = names.filter { $0.kind == kind }.map(\.name)
    if !known.isEmpty, random.chance(3) { return random.pick(known) }
    if depth > 0, random.chance(5) {
      return
        "(if \(bool(depth - 1)) then \(expression(kind, depth - 1)) else \(expression(kind, depth - 1)))"
    }
    if depth == 0 || random.chance(4) { return literal(kind) }
    return composed(kind, depth - 1)
  }

  private mutating func composed(_ kind: Kind, _ depth: Int) -> String {
    switch kind {
    case .bool: return bool(depth)
    case .int:
      return random.pick([
        "\(host()).cores", "length(\(expression(.string, depth)))",
        "(\(expression(.ints, depth))).count", "(\(expression(.hosts, depth))).count",
        "(\(expression(.int, depth)) \(random.pick(["+", "-", "*", "/", "%"])) \(expression(.int, depth)))",
        "(count \(binding(depth, { _ in "" }).dropLast(2)))",
        "(sum \(binding(depth, { $0.expression(.int, depth) })))",
        "((max \(binding(depth, { $0.expression(.int, depth) }))) ?? 0)", "(-\(literal(.int)))",
      ])
    case .float: return random.pick(["\(host()).load", "(\(host()).load * 2.0)", "1.5"])
    case .string:
      return random.pick([
        "\(host()).name", "lowercased(\(expression(.string, depth)))",
        "(\(expression(.string, depth)) + \(expression(.string, depth)))",
        "(\(host()).tags[\(literal(.string))] ?? \"\")",
        "\"{length(\(expression(.string, depth)))} of\"",
        "joined(split(\(host()).name, \"-\"), \".\")", "trimmed(\(expression(.string, depth)))",
      ])
    case .duration:
      return random.pick([
        "(now - \(host()).created_at)",
        "(\(expression(.duration, depth)) + \(expression(.duration, depth)))",
        "(\(expression(.int, depth)) * 1d)",
      ])
    case .timestamp:
      return random.pick([
        "\(host()).created_at", "now", "(now - \(expression(.duration, depth)))",
        "(\(host()).last_used ?? now)",
      ])
    case .bytes:
      return random.pick(["\(host()).size", "(\(host()).size + 1GiB)", "(\(literal(.int)) * 1MiB)"])
    case .status: return "\(host()).status"
    case .ports:
      return random.pick(entries.map { "\($0).ports" } + ["(22..443)", "((80..90) | (22..22))"])
    case .cidrs:
      return random.pick(entries.map { "\($0).source" } + ["world", "(world & world)"])
    case .ints:
      return random.pick([
        "[\(expression(.int, depth)), \(expression(.int, depth))]",
        "[for \(binding(depth, { $0.expression(.int, depth) }))]",
        "distinct(\(expression(.ints, depth)))",
        "(\(expression(.ints, depth)) + \(expression(.ints, depth)))",
      ])
    case .labels:
      return random.pick([
        "\(host()).labels", "{for \(binding(depth, { $0.expression(.string, depth) }))}",
        "(\(expression(.labels, depth)) | \(host()).labels)",
      ])
    case .hosts:
      return random.pick([
        "\(host()).children", "\(host()).account.hosts",
        "[for h in \(host()).children where h.encrypted: h]",
      ])
    case .entries: return "\(host()).entries"
    }
  }

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .bool: random.pick(["true", "false"])
    case .int: random.pick(["0", "1", "2", "3", "22", "443", "9_223_372_036_854_775_807"])
    case .float: random.pick(["0.0", "1.5", "2.25"])
    case .string: random.pick(["\"\"", "\"a\"", "\"a-b\"", "\"web1\""])
    case .duration: random.pick(["1d", "90d", "2h30m"])
    case .timestamp: random.pick(["now", "2026-01-01", "2025-06-01T12:00:00Z"])
    case .bytes: random.pick(["1GiB", "500MB"])
    case .status: "\(host()).status"
    case .ports: random.pick(["(0..65535)", "(22..22)"])
    case .cidrs: "world"
    case .ints: random.pick(["[0]", "[1, 22]", "[1, 2, 3]"])
    case .labels: "\(host()).labels"
    case .hosts: "\(host()).children"
    case .entries: "\(host()).entries"
    }
  }

  private mutating func host() -> String { random.pick(hosts) }

  // Fixtures

  private mutating func fixtures() -> String {
    var text = "    let account = demo.Account { id: \"1\" }\n"
    let number = Int(random.next() % 3) + 1
    for index in 0..<number {
      var fields = ["account: account"]
      if index > 0, random.chance(2) { fields.append("parent: h\(index - 1)") }
      for (name, value) in attributes() where random.chance(2) {
        fields.append("\(name): \(value)")
      }
      text += "    let h\(index) = demo.Host { \(fields.joined(separator: ", ")) }\n"
    }
    return text
  }

  private mutating func attributes() -> [(String, String)] {
    [
      ("name", random.pick(["\"a\"", "\"web1\"", "\"a-b-c\""])),
      ("status", random.pick(["Active", "Inactive"])),
      ("encrypted", random.pick(["true", "false"])), ("size", random.pick(["1GiB", "3TB"])),
      ("cores", random.pick(["0", "1", "22", "9_223_372_036_854_775_807"])),
      ("load", random.pick(["0.0", "1.5"])),
      ("created_at", random.pick(["now", "now - 91d", "2020-01-01"])),
      ("last_used", random.pick(["absent", "now - 1d"])),
      ("owner", random.pick(["absent", "\"a\""])),
      ("tags", random.pick(["{}", "{\"a\": \"b\"}"])),
      (
        "entries",
        random.pick([
          "[]", "[demo.Entry { ports: 22..22, source: world }]",
          "[demo.Entry { ports: 0..65535 }, demo.Entry { note: absent }]",
        ])
      ), ("labels", random.pick(["{}", "{\"a\", \"web1\"}"])),
      ("pattern", "\"{ $.a = 1 }\""), ("policy", "absent"),
    ]
  }
}
