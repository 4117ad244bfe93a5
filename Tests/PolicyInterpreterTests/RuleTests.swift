import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import SourceText
import TestSupport
import Testing

/// What rules say of resources.
struct RuleTests {
  private struct Setting {
    var sketch = Sketch()
    let thing: ResourceTypeID
    let rule: RuleID

    init() {
      let (applies, holds) = (
        sketch.attribute("applies", .bool), sketch.attribute("holds", .bool)
      )
      thing = sketch.resource("t.Thing", [applies, holds])
      let subject = sketch.variable(0, .resource(thing))
      let condition = sketch.term(.attribute(of: subject, index: 0))
      let demand = sketch.term(.attribute(of: subject, index: 1))
      let limit = sketch.term(.parameter(0), .int)
      let message = sketch.term(.text([.literal("limit "), .value(limit), .literal("!")]), .string)
      let int = sketch.type(.int)
      rule = sketch.rule(
        thing, [.filter(condition), .requirement(demand, message: message)],
        parameters: [
          Parameter(
            name: "limit", type: int, defaultValue: .int(3), bounds: nil, range: Sketch.nowhere)
        ])
    }

    func graph(_ cells: [[Cell]], missing: [Cause] = []) -> ResourceGraph {
      var builder = GraphBuilder(schema: sketch.program.schema, rawValues: RawValues())
      builder.setMissing(missing, of: thing)
      for (index, row) in cells.enumerated() {
        let origin = SourceRange(file: FileID(index: 1), lower: UInt32(index), upper: 99)
        _ = builder.insert(
          thing, row, provenance: Provenance(address: "r\(index)", origin: origin, isNew: false))
      }
      return builder.freeze()
    }
  }

  @Test func theStatusIsThatOfTheTable() throws {
    let setting = Setting()
    let cells = Cell.truths.flatMap { first in Cell.truths.map { [first, $0] } }
    let outcome = try setting.sketch.evaluation(setting.graph(cells)).evaluate(setting.rule)
    #expect(outcome.population == .evaluated)
    #expect(
      outcome.subjects.map(\.status) == [
        .notApplicable, .notApplicable, .notApplicable, .unknown, .unknown, .unknown, .fail,
        .unknown, .pass,
      ])
  }

  @Test func anUnknownSaysOnWhichAttributeItHangs() throws {
    let setting = Setting()
    let origin = SourceRange(file: FileID(index: 1), lower: 5, upper: 9)
    let cell = Cell(.unknown(Cause(.accessDenied)), origin: origin)
    let outcome = try setting.sketch.evaluation(setting.graph([[.of(.bool(true)), cell]]))
      .evaluate(setting.rule)
    #expect(
      outcome.subjects.first?.causes == [
        Cause(.accessDenied, "t.Thing.holds", origin: origin)
      ])
    #expect(outcome.subjects.first?.origin == origin)
  }

  @Test func messagesHaveTheParametersThatAreGiven() throws {
    let setting = Setting()
    let graph = setting.graph([[.of(.bool(true)), .of(.bool(false))]])
    let evaluation = try setting.sketch.evaluation(graph)
    #expect(evaluation.evaluate(setting.rule).subjects.first?.messages == ["limit 3!"])
    #expect(
      evaluation.evaluate(setting.rule, parameters: [0: .int(9)]).subjects.first?.messages == [
        "limit 9!"
      ])
  }

  @Test func anEmptyPopulationSaysWhetherItWasLookedAt() throws {
    let setting = Setting()
    let none = try setting.sketch.evaluation(setting.graph([])).evaluate(setting.rule)
    #expect(none.population == .noResources)
    let cause = Cause(.notCollected, "t.Thing")
    let missing = try setting.sketch.evaluation(setting.graph([], missing: [cause]))
      .evaluate(setting.rule)
    #expect(missing.population == .notCollected([cause]))
  }

  @Test func whatTakesTooManyStepsIsUnknown() throws {
    let setting = Setting()
    let graph = setting.graph([[.of(.bool(true)), .of(.bool(true))]])
    let outcome = try setting.sketch.evaluation(graph, limits: Limits(steps: 3, depth: 400))
      .evaluate(setting.rule)
    #expect(outcome.subjects.first?.status == .unknown)
    #expect(outcome.subjects.first?.causes.map(\.kind) == [.limitExceeded])
  }
}
