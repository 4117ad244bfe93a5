import Diagnostics
import DomainValues
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// Of which types nodes are made.
struct MadeTypesTests {
  /// Nobody judges disks and parts, but whether there is a node of a thing depends on a disk, and of a
  /// disk on a part.
  private static let policy = """
    resource test.Part { id: String key }
    resource test.Disk { id: String key }
    resource test.Other { id: String key }
    resource test.Thing { name: String key  size: Int? }
    fn on_disk(value: Json) -> Bool = (value.disk as test.Disk) is present
    map test "part" to test.Part { id = raw.id }
    map test "disk" to test.Disk { where (raw.part as test.Part) is present
      id = raw.id }
    map test "other" to test.Other { where raw.is_other == true
      id = raw.id }
    map test "thing" to test.Thing { where on_disk(raw)
      name = raw.name
      size = raw.size }
    rule things_are_small { for thing in test.Thing
      require thing.size ?? 0 < 10 }
    """

  @Test func whatMappingsAskForIsMade() throws {
    let checked = CheckedPolicy(Array(MadeTypesTests.policy.utf8), seesSchema: false)
    try #require(checked.diagnostics.isEmpty, "\(checked.report)")
    let program = checked.program
    var sketch = RawSketch()
    sketch.resource("part", ["id": "p"])
    sketch.resource("disk", ["id": "d", "part": "p"])
    sketch.resource("disk", ["id": "broken", "part": "none"])
    sketch.resource("other", ["id": "o", "is_other": .later()])
    sketch.resource("thing", ["name": "on disk", "disk": "d", "size": 1])
    sketch.resource("thing", ["name": "nowhere", "disk": .null, "size": 2])
    let now = try Timestamp.parse("2026-01-01")
    let rule = try #require(program.rules.firstIndex { $0.name == "things_are_small" })
    let reads = program.attributeReads(of: [RuleID(index: rule)])
    let (whole, notes) = MappingEngine.map(sketch.inventory, program: program, now: now)
    let (part, others) = MappingEngine.map(
      sketch.inventory, program: program, now: now, reads: reads)
    func counts(_ graph: ResourceGraph) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: program.schema.resources.enumerated().map { index, type in
          (type.name, graph.count(of: ResourceTypeID(index: index)))
        })
    }
    #expect(counts(whole)["test.Other"] == 1)
    var wanted = counts(whole)
    wanted["test.Other"] = 0
    #expect(counts(part) == wanted)
    #expect(wanted["test.Thing"] == 1)
    #expect(wanted["test.Disk"] == 2)
    // What is not sure of a disk is told, and of another thing nobody wants to know.
    #expect(notes.count == 2)
    #expect(others == notes.filter { !"\($0)".contains("Other") })
  }
}
