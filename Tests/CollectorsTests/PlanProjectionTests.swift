import Collectors
import ResourceModel
import SourceText
import Testing

/// Plans of which only some attributes are collected.
struct PlanProjectionTests {
  /// Returns what is collected of `text` where `names` are read of `t`.
  private func inventory(_ text: String, reading names: [String]) throws -> RawInventory {
    var reads = RawReads()
    for name in names { reads.insert(name, of: "t") }
    let file = SourceFile(name: "plan.json", bytes: Array(text.utf8))
    return try InputFormat.terraformPlan.read(file, id: FileID(index: 0)).inventory(reads)
  }

  /// Returns the names of the attributes of each resource.
  private func names(_ inventory: RawInventory) -> [[String]] {
    inventory.resources.map { inventory.values.members(of: $0.attributes).map(\.name) }
  }

  private let plan = PlanText(
    resources: [
      .init(
        address: "t.a",
        values: #"{"a":{"x":1},"b":[2],"c":null,"region":"eu-west-1","arn":"arn:aws:s3:::x"}"#,
        unknown: #"{"d":true,"e":true,"arn":false}"#, sensitive: #"{"b":true}"#),
      .init(address: "u.b", values: #"{"a":3}"#),
    ], providers: #"{"aws":{}}"#)

  @Test func onlyWhatIsReadIsCollected() throws {
    let inventory = try inventory(plan.text, reading: ["a", "d"])
    #expect(names(inventory) == [["a", "region", "d"], []])
    #expect(inventory.resources.map(\.address) == ["t.a", "u.b"])
    #expect(inventory.resources.map(\.type) == ["t", "u"])
    #expect(inventory.resources.map(\.site.region.name) == ["eu-west-1", nil])
  }

  @Test func everythingIsCollectedWhereAllIsRead() throws {
    let file = SourceFile(name: "plan.json", bytes: Array(plan.text.utf8))
    let read = try InputFormat.terraformPlan.read(file, id: FileID(index: 0))
    #expect(Set(read.rawTypes).isSuperset(of: ["t", "u"]))
    #expect(read.resourceCount == 2)
    #expect(
      names(try read.inventory(.everything)) == [
        ["a", "b", "c", "region", "arn", "d", "e"], ["a"],
      ])
    var reads = RawReads()
    reads.insertOfAnyType("a")
    #expect(names(try read.inventory(reads)) == [["a", "region"], ["a"]])
    reads.insertAll(of: "t")
    #expect(
      names(try read.inventory(reads)) == [["a", "b", "c", "region", "arn", "d", "e"], ["a"]])
  }

  /// What is there already tells with its own name where it is.
  @Test func theNameOfAnExistingResourceIsCollected() throws {
    let arn = "arn:aws:sqs:eu-west-3:123456789012:x"
    let text = PlanText(resources: [
      .init(address: "t.a", values: #"{"arn":"\#(arn)","x":1}"#, actions: #"["no-op"]"#)
    ]).text
    let inventory = try inventory(text, reading: [])
    #expect(names(inventory) == [["arn"]])
    #expect(inventory.resources.map(\.site.region.name) == ["eu-west-3"])
    #expect(inventory.resources.map(\.site.account.name) == ["123456789012"])
  }

  /// What is wrong with a plan is wrong whoever reads what of it.
  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":{"x":true}}"#, "{}"), (#"{"a":[1]}"#, "{}", #"{"a":{"x":true}}"#),
    (#"{"a":1}"#, "{}", #"{"a":[true]}"#), ("{}", #"{"a":{"x":true}}"#, #"{"a":[true]}"#),
  ])
  func aMarkOfAnotherFormIsAnError(_ values: String, _ unknown: String, _ sensitive: String) throws
  {
    let text = PlanText(resources: [
      .init(address: "t.a", values: values, unknown: unknown, sensitive: sensitive)
    ]).text
    #expect(throws: CollectError.self) { _ = try CollectedPlan(text) }
    #expect(throws: CollectError.self) { _ = try inventory(text, reading: []) }
  }
}
