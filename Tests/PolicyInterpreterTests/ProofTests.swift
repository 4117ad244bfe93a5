import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import SourceText
import TestSupport
import Testing

/// Proofs name what decided, and nothing else.
struct ProofTests {
  /// Returns the proof of a requirement over the attributes `a` and `b`, and `numbers`.
  private func explain(
    _ cells: [Cell], _ make: (inout Sketch, [TermID]) -> TermID
  ) throws -> (proof: Proof, operands: [SourceRange]) {
    var sketch = Sketch()
    let ints = ValueType.list(sketch.type(.int))
    let attributes = [
      sketch.attribute("a", .bool), sketch.attribute("b", .bool),
      sketch.attribute("numbers", ints),
    ]
    let thing = sketch.resource("Thing", attributes)
    let subject = sketch.variable(0, .resource(thing))
    let types: [ValueType] = [.bool, .bool, ints]
    let operands = types.enumerated().map { index, type in
      sketch.term(.attribute(of: subject, index: index), type)
    }
    let demand = make(&sketch, operands)
    let rule = sketch.rule(thing, [.requirement(demand, message: nil)])
    var builder = GraphBuilder(schema: sketch.program.schema, rawValues: RawValues())
    let row = builder.insert(
      thing, cells, provenance: Provenance(address: "thing.x", origin: nil, isNew: false))
    let proof = try sketch.evaluation(builder.freeze()).explain(rule, on: row)
    return (proof, operands.map { sketch.program.range(of: $0) })
  }

  private static let yes = Cell.of(.bool(true))
  private static let no = Cell.of(.bool(false))
  private static let none = Cell.of(.ints([]))

  @Test func aFalseConjunctionHangsOnWhatIsFalse() throws {
    let (proof, ranges) = try explain([Self.yes, Self.no, Self.none]) { sketch, operands in
      sketch.term(.and(operands[0], operands[1]))
    }
    #expect(proof.result == "fail")
    #expect(proof.address == "thing.x")
    let children = proof.children.first?.children
    #expect(children?.map(\.range) == [ranges[1]])
    #expect(children?.map(\.address) == ["thing.x"])
  }

  @Test func anUnknownConjunctionHangsOnWhatIsUnknown() throws {
    let (proof, ranges) = try explain([Self.yes, Sketch.unknown, Self.none]) { sketch, operands in
      sketch.term(.and(operands[0], operands[1]))
    }
    #expect(proof.result == "unknown")
    #expect(proof.children.first?.children.map(\.range) == [ranges[1]])
    #expect(proof.causes.map(\.kind) == [.knownAfterApply])
  }

  private func quantified(
    _ quantifier: LogicalQuantifier, _ value: Value
  ) throws -> Proof? {
    try explain([Self.yes, Self.yes, .of(value)]) { sketch, operands in
      let element = sketch.variable(1, .int)
      let three = sketch.constant(.int(3), .int)
      let body = sketch.term(.compare(.less, element, three))
      let iteration = Iteration(slot: 1, collection: operands[2], filter: nil)
      return sketch.term(.quantifier(quantifier, iteration, body: body))
    }.proof.children.first
  }

  @Test func allThatIsFalseShowsTheFirstCounterexample() throws {
    let proof = try quantified(.all, .ints([1, 5, 9]))
    #expect(proof?.children.map(\.result) == ["5"])
    #expect(proof?.children.first?.children.map(\.result) == ["false"])
  }

  @Test func whatEveryElementDecidesIsSummedUp() throws {
    #expect(try quantified(.any, .ints([5, 9]))?.note == "none of 2")
    #expect(try quantified(.any, .ints([5, 9]))?.children.isEmpty == true)
    #expect(try quantified(.all, .ints([1, 2]))?.note == "all of 2")
  }

  @Test func anUnknownQuantifierShowsItsUnknownMembersAndWhatIsMissing() throws {
    let list = Collection([.of(.int(5)), Sketch.unknown], missing: [Cause(.truncated, "page 2")])
    let proof = try quantified(.any, .list(list))
    #expect(proof?.children.count == 1)
    #expect(proof?.note == "1 of 2 unknown")
    #expect(proof?.causes.map(\.kind).contains(.truncated) == true)
  }

  @Test func aGapBetweenFilterPatternsIsShown() throws {
    let (wide, narrow) = (
      try FilterPattern.parse("{ $.a = 1 || $.b = 2 }"), try FilterPattern.parse("{ $.b = 2 }")
    )
    let (proof, _) = try explain([Self.yes, Self.yes, Self.none]) { sketch, _ in
      let one = sketch.constant(.filterPattern(narrow), .filterPattern)
      let two = sketch.constant(.filterPattern(wide), .filterPattern)
      return sketch.term(.covers(one, two))
    }
    #expect(proof.result == "fail")
    #expect(proof.children.first?.note.contains("misses an event") == true)
  }

  @Test func aSecretIsNeverShown() throws {
    let secret = Cell(.unknown(Cause(.redacted)))
    let (proof, _) = try explain([secret, Self.yes, Self.none]) { _, operands in operands[0] }
    #expect(proof.children.first?.result == "unknown (redacted: Thing.a)")
  }
}
