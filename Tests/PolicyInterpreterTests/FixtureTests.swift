import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// The nodes that test cases write out.
struct FixtureTests {
  private struct Setting {
    var sketch = Sketch()
    let user: ResourceTypeID
    let key: ResourceTypeID

    init() {
      user = sketch.resource("User")
      key = sketch.resource("Key")
      let keys = ValueType.list(sketch.type(.resource(key)))
      sketch.program.schema.resources[user.index].attributes = [
        sketch.attribute("name", .string, key: .everywhere),
        sketch.attribute("keys", keys, inverse: EdgeID(resource: key, attribute: 0)),
      ]
      sketch.program.schema.resources[key.index].attributes = [
        sketch.attribute("user", .resource(user)), sketch.attribute("id", .string),
      ]
    }

    func build(_ steps: [TestCase.Step]) throws -> FixtureGraph {
      let testCase = TestCase(
        name: "c", now: nil, parameters: [:], steps: steps, expectations: [], slotCount: 2,
        range: Sketch.nowhere)
      return FixtureGraph(testCase, program: sketch.program, now: try Sketch.now)
    }
  }

  @Test func whatIsNotWrittenIsUnknown() throws {
    var setting = Setting()
    let literal = setting.sketch.term(.fixture(setting.key, [nil, nil]), .resource(setting.key))
    let built = try setting.build([.fixture(literal)])
    let row = RowID(type: setting.key, index: 0)
    #expect(built.graph.count(of: setting.key) == 1)
    #expect(built.graph.cell(1, of: row).reading.causes.map(\.kind) == [.notCollected])
  }

  @Test func anInverseThatIsWrittenIsCompleteAndLeadsBack() throws {
    var setting = Setting()
    let key = setting.sketch.term(.fixture(setting.key, [nil, nil]), .resource(setting.key))
    let list = setting.sketch.term(
      .list([key]), .list(setting.sketch.type(.resource(setting.key))))
    let user = setting.sketch.term(.fixture(setting.user, [nil, list]), .resource(setting.user))
    let graph = try setting.build([.fixture(user)]).graph
    let row = RowID(type: setting.user, index: 0)
    let keyRow = RowID(type: setting.key, index: 0)
    #expect(
      graph.cell(1, of: row).reading
        == .value(.list(Collection([.of(.resource(keyRow))]))))
    #expect(graph.cell(0, of: keyRow).reading == .value(.resource(row)))
  }

  @Test func aForwardEdgeIsAMemberOfAnIncompleteInverse() throws {
    var setting = Setting()
    let name = setting.sketch.constant(.string("kim"), .string)
    let user = setting.sketch.term(.fixture(setting.user, [name, nil]), .resource(setting.user))
    let key = setting.sketch.term(.fixture(setting.key, [user, nil]), .resource(setting.key))
    let built = try setting.build([.constant(slot: 1, key)])
    #expect(built.row(inSlot: 1) == RowID(type: setting.key, index: 0))
    let row = RowID(type: setting.user, index: 0)
    #expect(built.graph.name(of: row) == "kim")
    guard case .value(.list(let list)) = built.graph.cell(1, of: row).reading else {
      Issue.record("no list")
      return
    }
    #expect(list.elements.count == 1)
    #expect(list.missing.map(\.kind) == [.notCollected])
  }
}
