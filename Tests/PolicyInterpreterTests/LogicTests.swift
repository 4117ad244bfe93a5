import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// The laws of Kleene's strong logic.
struct LogicTests {
  private static let other = Cell(.unknown(Cause(.accessDenied, "other")))

  private func table(_ make: (TermID, TermID) -> Term) throws -> [Truth?] {
    var sketch = Sketch()
    let (left, right) = (sketch.variable(0), sketch.variable(1))
    let term = sketch.term(make(left, right))
    return try Cell.truths.flatMap { first in
      try Cell.truths.map { try sketch.read(term, [first, $0]).truth }
    }
  }

  @Test func conjunctionIsTheLeast() throws {
    #expect(
      try table { .and($0, $1) } == [
        .false, .false, .false, .false, .unknown, .unknown, .false, .unknown, .true,
      ])
  }

  @Test func disjunctionIsTheGreatest() throws {
    #expect(
      try table { .or($0, $1) } == [
        .false, .unknown, .true, .unknown, .unknown, .true, .true, .true, .true,
      ])
  }

  @Test func implicationIsNotOr() throws {
    #expect(
      try table { .implies($0, $1) } == [
        .true, .true, .true, .unknown, .unknown, .true, .false, .unknown, .true,
      ])
  }

  @Test func causesOfBothOperandsAreKeptInEitherOrder() throws {
    var sketch = Sketch()
    let (left, right) = (sketch.variable(0), sketch.variable(1))
    let term = sketch.term(.and(left, right))
    let one = try sketch.read(term, [Sketch.unknown, LogicTests.other])
    let two = try sketch.read(term, [LogicTests.other, Sketch.unknown])
    #expect(one == two)
    #expect(one.causes.count == 2)
    #expect(try sketch.read(term, [Sketch.unknown, Sketch.unknown]).causes.count == 1)
  }

  @Test func notKeepsUnknown() throws {
    var sketch = Sketch()
    let operand = sketch.variable(0)
    let term = sketch.term(.not(operand))
    #expect(try Cell.truths.map { try sketch.read(term, [$0]).truth } == [.true, .unknown, .false])
  }

  @Test func aConditionThatIsUnknownIsDecidedByBranchesThatAgree() throws {
    var sketch = Sketch()
    let (condition, one, two) = (
      sketch.variable(0), sketch.variable(1, .int), sketch.variable(2, .int)
    )
    let term = sketch.term(.conditional(condition, then: one, else: two), .int)
    let (first, second) = (Cell.of(.int(1)), Cell.of(.int(2)))
    #expect(try sketch.read(term, [.of(.bool(true)), first, second]) == .value(.int(1)))
    #expect(try sketch.read(term, [.of(.bool(false)), first, second]) == .value(.int(2)))
    #expect(try sketch.read(term, [Sketch.unknown, first, first]) == .value(.int(1)))
    #expect(try sketch.read(term, [Sketch.unknown, .absent, .absent]) == .absent)
    #expect(try sketch.read(term, [Sketch.unknown, first, second]) == Sketch.unknown.reading)
    #expect(try sketch.read(term, [Sketch.unknown, first, LogicTests.other]).causes.count == 2)
  }

  @Test func aMatchTakesTheArmOfTheCase() throws {
    var sketch = Sketch()
    let status = sketch.enumeration("S", [("A", ["A"]), ("B", ["B"]), ("C", ["C"])])
    let subject = sketch.variable(0, .enumeration(status))
    let (one, two) = (sketch.constant(.int(1), .int), sketch.constant(.int(2), .int))
    let term = sketch.term(
      .match(subject, arms: [Arm(cases: [0, 2], value: one), Arm(cases: [1], value: two)]), .int)
    #expect(try sketch.read(term, [.of(.enumeration(status, 2))]) == .value(.int(1)))
    #expect(try sketch.read(term, [.of(.enumeration(status, 1))]) == .value(.int(2)))
    #expect(try sketch.read(term, [Sketch.unknown]) == Sketch.unknown.reading)
    let same = sketch.term(
      .match(subject, arms: [Arm(cases: [0, 2], value: one), Arm(cases: [1], value: one)]), .int)
    #expect(try sketch.read(same, [Sketch.unknown]) == .value(.int(1)))
  }

  @Test func presenceOfWhatIsUnknownIsUnknown() throws {
    var sketch = Sketch()
    let operand = sketch.variable(0, .int)
    let term = sketch.term(.isPresent(operand))
    #expect(try sketch.read(term, [.of(.int(1))]).truth == .true)
    #expect(try sketch.read(term, [.absent]).truth == .false)
    #expect(try sketch.read(term, [Sketch.unknown]).truth == .unknown)
  }

  @Test func absenceChainsAndCoalesces() throws {
    var sketch = Sketch()
    let base = sketch.variable(0, .int)
    let inner = sketch.variable(1, .int)
    let one = sketch.constant(.int(1), .int)
    let body = sketch.term(.arithmetic(.add, inner, one), .int)
    let chain = sketch.term(.chain(base: base, slot: 1, body: body), .int)
    let term = sketch.term(.coalesce(chain, one), .int)
    #expect(try sketch.read(term, [.of(.int(5)), .absent]) == .value(.int(6)))
    #expect(try sketch.read(term, [.absent, .absent]) == .value(.int(1)))
    #expect(try sketch.read(term, [Sketch.unknown, .absent]) == Sketch.unknown.reading)
  }
}
