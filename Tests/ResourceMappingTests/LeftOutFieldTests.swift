import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// What becomes of the fields that a structure in a mapping leaves out.
struct LeftOutFieldTests {
  private static let policies = """
    struct lab.Grant { name: String  open: Bool = false when absent  note: String?  size: Int }
    resource lab.Door {
      id: String key
      grants: [lab.Grant]
    }
    map test "door" to lab.Door {
      id = raw.id
      grants = [
        lab.Grant { name: raw.id },
        lab.Grant { name: raw.id, open: absent, note: absent, size: 1 },
      ]
    }
    """

  /// Nobody says what they are, so that it is not known: neither the default nor absence.
  @Test(arguments: [false, true]) func theyAreNotKnown(isInterpreted: Bool) throws {
    let program = CheckedPolicy(Array(LeftOutFieldTests.policies.utf8)).program
    let door = try #require(program.schema.resources.firstIndex { $0.name == "lab.Door" })
    var raw = RawSketch()
    raw.resource("door", ["id": "front"])
    let (graph, _) = MappingEngine.map(
      raw.inventory, program: program, now: try Sketch.now, isInterpreted: isInterpreted)
    try #require(graph.count(of: ResourceTypeID(index: door)) == 1)
    let row = RowID(type: ResourceTypeID(index: door), index: 0)
    guard case .value(.list(let list)) = graph.cell(1, of: row).reading else {
      Issue.record("no list")
      return
    }
    let grants = list.elements.map { element -> [Reading] in
      guard case .value(.structure(_, let cells)) = element.reading else { return [] }
      return cells.map(\.reading)
    }
    let nobodySays = Reading.unknown([Cause(.notCollected)])
    #expect(
      grants == [
        [.value(.string("front")), nobodySays, nobodySays, nobodySays],
        [.value(.string("front")), .value(.bool(false)), .absent, .value(.int(1))],
      ])
  }
}
