import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// Nothing takes longer than is allowed.
struct BudgetTests {
  @Test func listsThatGrowTwofoldEndInUnknown() throws {
    var sketch = Sketch()
    let ints = ValueType.list(sketch.type(.int))
    var term = sketch.constant(.ints([1, 2, 3, 4]), ints)
    for _ in 0..<60 { term = sketch.term(.arithmetic(.add, term, term), ints) }
    #expect(try sketch.read(term).causes.contains { $0.kind == .limitExceeded })
  }

  @Test func textsThatGrowTwofoldEndInUnknown() throws {
    var sketch = Sketch()
    let string = ValueType.string
    var slots: [Cell] = [.of(.string(String(repeating: "x", count: 1 << 24)))]
    let base = sketch.variable(0, string)
    let double = sketch.term(.arithmetic(.add, base, base), string)
    let reading = try sketch.read(double, slots)
    slots = []
    #expect(reading.causes.map(\.kind) == [.limitExceeded])
  }

  @Test func nestedLoopsEndInUnknown() throws {
    var sketch = Sketch()
    let ints = ValueType.list(sketch.type(.int))
    let list = sketch.variable(0, ints)
    var body = sketch.constant(.bool(true))
    for slot in 1...6 {
      let iteration = Iteration(slot: slot, collection: list, filter: nil)
      body = sketch.term(.quantifier(.all, iteration, body: body))
    }
    let value = Cell.of(.ints(Array(0..<1000)))
    let slots = [value] + Array(repeating: Cell.absent, count: 6)
    #expect(try sketch.read(body, slots).causes.map(\.kind) == [.limitExceeded])
  }

  @Test func deepTermsEndInUnknown() throws {
    var sketch = Sketch()
    var term = sketch.constant(.bool(true))
    for _ in 0..<100_000 { term = sketch.term(.not(term)) }
    #expect(try sketch.read(term).causes.map(\.kind) == [.limitExceeded])
  }

  @Test func whatIsDecidedBeforeTheLimitStays() throws {
    var sketch = Sketch()
    let ints = ValueType.list(sketch.type(.int))
    let (list, element) = (sketch.variable(0, ints), sketch.variable(1, .int))
    let zero = sketch.constant(.int(0), .int)
    let body = sketch.term(.compare(.equal, element, zero))
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    let term = sketch.term(.quantifier(.any, iteration, body: body))
    let slots: [Cell] = [.of(.ints(Array(0..<1000))), .absent]
    let limits = Limits(steps: 50, depth: 400)
    #expect(try sketch.read(term, slots, limits: limits).truth == .true)
  }
}
