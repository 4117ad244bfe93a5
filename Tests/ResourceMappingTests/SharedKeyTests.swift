import Diagnostics
import DomainValues
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// What is joined to nodes that have no keys.
struct SharedKeyTests {
  /// Nobody judges buckets; a grant has no key, and is made of a bucket, which has one.
  private static let policy = """
    resource test.Grant { holder: String  is_open: Bool }
    resource test.Bucket { name: String key  size: Int }
    map test "bucket" to test.Grant {
      join doors = "door" on bucket
      join locks = "lock" on bucket
      where doors is not empty
      holder = raw.name
      is_open = locks is empty
    }
    map test "bucket" to test.Bucket { name = raw.name }
    rule grants_are_open { for grant in test.Grant
      require grant.is_open }
    """

  @Test func theyAreJoinedByTheKeysOfTheOthers() throws {
    let checked = CheckedPolicy(Array(SharedKeyTests.policy.utf8), seesSchema: false)
    try #require(checked.diagnostics.isEmpty, "\(checked.report)")
    let program = checked.program
    var sketch = RawSketch()
    sketch.resource("bucket", ["name": "a"])
    sketch.resource("bucket", ["name": "b"])
    sketch.resource("bucket", ["name": "c"])
    for name in ["a", "b"] { sketch.resource("door", ["bucket": .string(name)]) }
    sketch.resource("lock", ["bucket": "b"])
    let rule = try #require(program.rules.firstIndex { $0.name == "grants_are_open" })
    let type = try #require(program.schema.resources.firstIndex { $0.name == "test.Grant" })
    let grant = ResourceTypeID(index: type)
    for reads in [nil, program.attributeReads(of: [RuleID(index: rule)])] {
      let graph = MappingEngine.map(
        sketch.inventory, program: program, now: try Sketch.now, reads: reads
      ).0
      try #require(graph.count(of: grant) == 2)
      let open = (0..<2).map { graph.cell(1, of: RowID(type: grant, index: $0)).reading }
      #expect(open == [.value(.bool(true)), .value(.bool(false))])
    }
  }
}
