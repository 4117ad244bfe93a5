import Collectors
import ResourceModel
import SourceText
import Testing

/// What a plan says of values.
struct PlanValueTests {
  /// Returns the plan of one resource `t.a`.
  private func plan(
    values: String = "{}", unknown: String = "{}", sensitive: String = "{}",
    expressions: String? = "{}"
  ) throws -> CollectedPlan {
    let resource = PlanText.Resource(
      address: "t.a", values: values, unknown: unknown, sensitive: sensitive,
      expressions: expressions)
    return try CollectedPlan(PlanText(resources: [resource]).text)
  }

  @Test func knownValuesAreAsTheyAreWritten() throws {
    let plan = try plan(
      values: #"{"n":null,"b":false,"i":1.50,"s":"x\ny","l":[1,"2"],"o":{"k":{}}}"#)
    #expect(plan.value("t.a", "n") == .null)
    #expect(plan.value("t.a", "b") == .boolean(false))
    #expect(plan.value("t.a", "i") == .number("1.50"))
    #expect(plan.value("t.a", "s") == .string("x\ny"))
    #expect(plan.value("t.a", "l") == .list)
    #expect(plan.value("t.a", "l", 1) == .string("2"))
    #expect(plan.value("t.a", "o", "k") == .object)
    #expect(plan.value("t.a", "z") == nil)
  }

  @Test func unknownValuesAreFoundAtAnyDepth() throws {
    let plan = try plan(
      values: #"{"l":["x",null],"o":{"a":1},"b":[{"c":true}],"k":"v"}"#,
      unknown: #"{"id":true,"l":[false,true],"o":{"z":true},"b":[{"d":[true]}],"k":false,"e":[]}"#)
    #expect(plan.unknown("t.a", "id")?.kind == .knownAfterApply)
    #expect(plan.value("t.a", "l", 0) == .string("x"))
    #expect(plan.unknown("t.a", "l", 1)?.kind == .knownAfterApply)
    #expect(plan.value("t.a", "o", "a") == .number("1"))
    #expect(plan.unknown("t.a", "o", "z")?.kind == .knownAfterApply)
    #expect(plan.value("t.a", "b", 0, "c") == .boolean(true))
    #expect(plan.unknown("t.a", "b", 0, "d", 0)?.kind == .knownAfterApply)
    #expect(plan.value("t.a", "k") == .string("v"))
    #expect(plan.value("t.a", "e") == nil)
  }

  @Test func anUnknownContainerIsUnknownAsAWhole() throws {
    let plan = try plan(values: #"{"l":[1]}"#, unknown: #"{"l":true}"#)
    #expect(plan.unknown("t.a", "l")?.kind == .knownAfterApply)
  }

  @Test func theCauseNamesThePath() throws {
    let plan = try plan(values: #"{"b":[{}]}"#, unknown: #"{"b":[{"d":true}]}"#)
    guard case .unknown(let cause, _)? = plan.value("t.a", "b", 0, "d") else {
      Issue.record("not unknown")
      return
    }
    #expect(cause.detail == "t.a.b[0].d")
  }

  @Test func whatNobodyConfiguredIsComputed() throws {
    let plan = try plan(
      unknown: #"{"arn":true,"key":true}"#,
      expressions: #"{"key":{"references":["t.b.arn","t.b"]}}"#)
    #expect(plan.unknown("t.a", "arn")?.isComputed == true)
    #expect(plan.unknown("t.a", "key")?.isComputed == false)
  }

  @Test func withoutItsBlockNothingIsComputed() throws {
    let plan = try plan(unknown: #"{"arn":true}"#, expressions: nil)
    #expect(plan.unknown("t.a", "arn")?.isComputed == false)
  }

  @Test func whatABlockLeavesOutIsComputed() throws {
    let plan = try plan(
      values: #"{"disk":[{"size":1}]}"#, unknown: #"{"disk":[{"key":true,"id":true}]}"#,
      expressions: #"{"disk":[{"size":{"constant_value":1},"key":{"references":["var.k"]}}]}"#)
    #expect(plan.unknown("t.a", "disk", 0, "key")?.isComputed == false)
    #expect(plan.unknown("t.a", "disk", 0, "id")?.isComputed == true)
  }

  @Test func whatADynamicBlockMayHaveSetIsNotComputed() throws {
    let plan = try plan(
      values: #"{"disk":[{},{}],"rule":[{}]}"#,
      unknown: #"{"disk":[{"id":true},{"id":true}],"rule":[{"id":true}]}"#,
      expressions: #"{"disk":[{"size":{"constant_value":1}}]}"#)
    #expect(plan.unknown("t.a", "disk", 0, "id")?.isComputed == false)
    #expect(plan.unknown("t.a", "disk", 1, "id")?.isComputed == false)
    #expect(plan.unknown("t.a", "rule", 0, "id")?.isComputed == false)
  }

  @Test func theBlocksOfASetAreToldApartByTheirConstants() throws {
    let plan = try plan(
      values: #"{"disk":[{"name":"a"},{"name":"b"}]}"#,
      unknown: #"{"disk":[{"key":true},{"key":true}]}"#,
      expressions: #"""
        {"disk":[{"name":{"constant_value":"b"},"key":{"references":["t.b.arn","t.b"]}},
        {"name":{"constant_value":"a"}}]}
        """#)
    #expect(plan.unknown("t.a", "disk", 0, "key")?.isComputed == true)
    #expect(plan.unknown("t.a", "disk", 1, "key")?.isComputed == false)
    #expect(plan.references("t.a", "disk", 0, "key") == [])
    #expect(plan.references("t.a", "disk", 1, "key") == ["(t.b.arn)"])
  }

  @Test func secretsAreRemoved() throws {
    let plan = try plan(
      values: #"{"p":"hunter2","f":false,"n":null,"l":["a","hunter2"],"o":{"x":"hunter2"}}"#,
      sensitive: #"{"p":true,"f":true,"n":true,"l":[false,true],"o":true}"#)
    #expect(plan.unknown("t.a", "p")?.kind == .redacted)
    #expect(plan.unknown("t.a", "f")?.kind == .redacted)
    #expect(plan.value("t.a", "n") == .null)
    #expect(plan.value("t.a", "l", 0) == .string("a"))
    #expect(plan.unknown("t.a", "l", 1)?.kind == .redacted)
    #expect(plan.unknown("t.a", "o")?.kind == .redacted)
    #expect(!String(describing: plan.inventory).contains("hunter2"))
    #expect(plan.text("t.a", "p") == "true")
  }

  @Test func aSensitiveResourceIsRemovedMemberByMember() throws {
    let plan = try plan(values: #"{"p":"hunter2","o":{"x":"hunter2"}}"#, sensitive: "true")
    #expect(plan.unknown("t.a", "p")?.kind == .redacted)
    #expect(plan.unknown("t.a", "o")?.kind == .redacted)
  }

  @Test func sensitiveValuesOfPlannedValuesCountToo() throws {
    let text = PlanText(resources: [.init(address: "t.a", values: #"{"p":"hunter2"}"#)]).text
    let marked = text.replacing(
      #""values":{"p""#, with: #""sensitive_values":{"p":true},"values":{"p""#)
    #expect(try CollectedPlan(marked).unknown("t.a", "p")?.kind == .redacted)
  }

  @Test func whatIsUnknownAndSensitiveIsKnownAfterApply() throws {
    let plan = try plan(unknown: #"{"p":true}"#, sensitive: #"{"p":true}"#)
    #expect(plan.unknown("t.a", "p")?.kind == .knownAfterApply)
  }

  @Test func everyValueHasItsPlace() throws {
    let plan = try plan(values: #"{"s":"x","o":{"k":[1]}}"#, unknown: #"{"o":{"u":true}}"#)
    #expect(plan.text("t.a", "s") == #""x""#)
    #expect(plan.text("t.a", "o", "k", 0) == "1")
    #expect(plan.text("t.a", "o") == #"{"k":[1]}"#)
    #expect(plan.text("t.a", "o", "u") == "true")
    let origin = try #require(plan.resource("t.a")?.origin)
    #expect(
      plan.file.text(in: Int(origin.lower)..<Int(origin.upper)).hasPrefix(#"{"address":"t.a""#))
    for index in 0..<plan.inventory.values.count {
      #expect(plan.inventory.values.origin(of: RawValueID(index: UInt32(index))) != nil)
    }
  }

  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":{"b":true}}"#, "{}"), (#"{"a":[1]}"#, #"{"a":{"b":true}}"#, "{}"),
    (#"{"a":{}}"#, #"{"a":[true]}"#, "{}"), ("{}", "true", "{}"), ("{}", "[]", "{}"),
    (#"{"a":"s"}"#, "{}", #"{"a":[true]}"#), (#"{"a":["s"]}"#, "{}", #"{"a":{"x":true}}"#),
    (#"{"a":{"x":"s"}}"#, "{}", #"{"a":[true]}"#), ("{}", "{}", "[]"), ("[]", "{}", "{}"),
  ])
  func marksMustHaveTheFormOfTheirValue(
    _ values: String, _ unknown: String, _ sensitive: String
  ) throws {
    #expect {
      _ = try plan(values: values, unknown: unknown, sensitive: sensitive)
    } throws: { error in
      if case .wrongShape? = error as? CollectError { true } else { false }
    }
  }
}
