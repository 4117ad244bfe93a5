import Collectors
import ResourceModel
import Testing

/// Which of the things that an expression refers to its value may come from.
struct GivenValueTests {
  /// Returns what the `x` of `t.a` refers to, with the value `value`, or with what `unknown` and
  /// `sensitive` say of it, in an expression with `references`; `t.b` has some known attributes.
  private func references(
    _ value: String?, _ references: [String], unknown: String = "{}", sensitive: String = "{}"
  ) throws -> [String] {
    let list = references.map { "\"\($0)\"" }.joined(separator: ",")
    let plan = try CollectedPlan(
      PlanText(resources: [
        .init(
          address: "t.a", values: value.map { #"{"x":\#($0)}"# } ?? "{}", unknown: unknown,
          sensitive: sensitive, expressions: #"{"x":{"references":[\#(list)]}}"#),
        .init(
          address: "t.b",
          values: #"""
            {"name":"b","arn":"arn:aws:t:::b","empty":"","none":null,"list":["one","two"],
            "blocks":[{"name":"first"},{"name":"second"}],"map":{"k":"v"},"count":3}
            """#,
          unknown: #"{"id":true}"#),
      ]).text)
    return plan.references("t.a", "x")
  }

  @Test(arguments: [
    (#""b""#, "name"), (#""arn:aws:t:::b""#, "name"), (#""b/key""#, "name"), (#""b""#, "arn"),
    (#""arn:aws:t:::b:*""#, "arn"), (#""second""#, "blocks[1].name"), (#""v""#, #"map[\"k\"]"#),
    (#""""#, "empty"), (#""two""#, "list[1]"),
    // Of these it cannot be told.
    (#""x""#, "list"), (#""x""#, "blocks[*].name"), (#""x""#, "count"), ("3", "name"),
  ])
  func aKnownTextComesFromWhatIsSpelledSo(_ value: String, _ attribute: String) throws {
    let name = attribute.replacing("\\", with: "")
    #expect(try references(value, ["t.b.\(attribute)", "t.b"]) == ["t.b \(name)"])
  }

  @Test(arguments: [
    (#""c""#, "name"), (#""b-logs""#, "name"), (#""ab""#, "name"), (#""vpc-1""#, "id"),
    (#""x""#, "none"), (#""x""#, "empty"), (#""first""#, "blocks[1].name"), (#""x""#, "gone"),
    (#""x""#, "list[7]"), (#""x""#, "name[0]"),
  ])
  func noOtherTextDoes(_ value: String, _ attribute: String) throws {
    #expect(try references(value, ["t.b.\(attribute)", "t.b"]) == [])
  }

  @Test func whatIsNotAnAttributeOfAResourceStays() throws {
    #expect(
      try references(#""x""#, ["var.v", "t.b.name", "t.b", "local.l"])
        == ["given (var.v)", "(local.l)"])
    #expect(try references(#""x""#, ["t.b"]) == ["t.b"])
  }

  @Test func whatIsKnownAfterApplyComesFromWhatIs() throws {
    let unknown = #"{"x":true}"#
    #expect(try references(nil, ["t.b.id", "t.b"], unknown: unknown) == ["t.b id"])
    #expect(
      try references(nil, ["t.b.id", "t.b.name", "t.b"], unknown: unknown)
        == ["t.b id", "t.b name"])
    // The provider chooses it, since the expression would be known.
    #expect(try references(nil, ["t.b.name", "t.b.arn", "t.b"], unknown: unknown) == [])
    #expect(try references(nil, ["t.b.name", "t.b", "var.v"], unknown: unknown) == [])
    #expect(
      try references(nil, ["t.b.name", "t.b", "local.l"], unknown: unknown)
        == ["t.b name", "(local.l)"])
  }

  /// What is secret is known, and not shown.
  @Test func aSecretMayComeFromAnything() throws {
    #expect(
      try references(#""c""#, ["t.b.name", "t.b"], sensitive: #"{"x":true}"#) == ["t.b name"])
  }

  /// Looking through long texts would take long.
  @Test func aLongTextComesOnlyFromAllOfIt() throws {
    let long = String(repeating: ":", count: 200_000)
    #expect(try references("\"\(long)b\"", ["t.b.name", "t.b"]) == [])
  }
}
