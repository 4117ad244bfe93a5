import Diagnostics
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// Joins of what an input takes away.
struct FormerJoinTests {
  private static let policy = """
    resource test.Door { name: String key  was_locked: Bool }
    map test "door" to test.Door {
      join former = "former.lock" on door
      name = raw.name
      was_locked = former is not empty
    }
    rule doors_were_locked { for door in test.Door
      require door.was_locked }
    """

  /// Returns what is told of each door, in the order in which they are told of.
  private func answers(isInterpreted: Bool) throws -> [Reading] {
    let checked = CheckedPolicy(Array(FormerJoinTests.policy.utf8), seesSchema: false)
    try #require(checked.diagnostics.isEmpty, "\(checked.report)")
    var sketch = RawSketch()
    sketch.missing = [Cause(.notCollected, "elsewhere")]
    sketch.resource("door", ["name": "locked"], isNew: false)
    sketch.resource("door", ["name": "free"], isNew: false)
    sketch.resource("door", ["name": "new"], isNew: true)
    for name in ["locked", "new"] {
      sketch.resource("former.lock", ["door": .string(name)], isNew: false)
    }
    let graph = MappingEngine.map(
      sketch.inventory, program: checked.program, now: try Sketch.now, reads: nil,
      isInterpreted: isInterpreted
    ).0
    let type = try #require(
      checked.program.schema.resources.firstIndex { $0.name == "test.Door" })
    let door = ResourceTypeID(index: type)
    return (0..<graph.count(of: door)).map {
      graph.cell(1, of: RowID(type: door, index: $0)).reading
    }
  }

  @Test(arguments: [false, true])
  func theyShowAllThatGoesAndNothingOfWhatIsNew(isInterpreted: Bool) throws {
    #expect(
      try answers(isInterpreted: isInterpreted)
        == [.value(.bool(true)), .value(.bool(false)), .value(.bool(false))])
  }
}
