import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// Laws that hold of any condition, tried on random ones.
struct PropertyTests {
  /// Random conditions over three answers, two numbers and two lists of numbers.
  private struct Generator {
    var sketch = Sketch()
    var random: SeededRandom
    /// Whether operands are swapped where order must not matter.
    var isMirrored = false
    private var slot = 20

    static let slotCount = 60

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
    }

    private var ints: ValueType { mutating get { .list(sketch.type(.int)) } }

    mutating func condition(_ depth: Int) -> TermID {
      let choice =
        depth == 0 ? Int.random(in: 0...1, using: &random) : Int.random(in: 0...11, using: &random)
      switch choice {
      case 0: return sketch.variable(Int.random(in: 0...2, using: &random))
      case 1:
        let comparison = Comparison.allCases[Int.random(in: 0..<6, using: &random)]
        let (one, other) = (number(depth), number(depth))
        return sketch.term(.compare(comparison, one, other))
      case 2: return sketch.term(.not(condition(depth - 1)))
      case 3, 4:
        let (one, other) = pair(depth)
        return sketch.term(.and(one, other))
      case 5, 6:
        let (one, other) = pair(depth)
        return sketch.term(.or(one, other))
      case 7:
        let (one, other) = (condition(depth - 1), condition(depth - 1))
        return sketch.term(.implies(one, other))
      case 8:
        let (test, one, other) = (condition(depth - 1), condition(depth - 1), condition(depth - 1))
        return sketch.term(.conditional(test, then: one, else: other))
      case 9:
        let element = number(depth)
        let list = list()
        return sketch.term(.membership(element, in: list))
      case 10: return sketch.term(.isEmpty(list()))
      default: return quantifier(depth)
      }
    }

    private mutating func pair(_ depth: Int) -> (TermID, TermID) {
      let (one, other) = (condition(depth - 1), condition(depth - 1))
      return isMirrored ? (other, one) : (one, other)
    }

    private mutating func list() -> TermID {
      let type = ints
      return sketch.variable(Int.random(in: 5...6, using: &random), type)
    }

    private mutating func number(_ depth: Int) -> TermID {
      switch Int.random(in: 0...(depth == 0 ? 1 : 3), using: &random) {
      case 0: return sketch.variable(Int.random(in: 3...4, using: &random), .int)
      case 1: return sketch.constant(.int(Int64.random(in: 0...3, using: &random)), .int)
      case 2: return sketch.term(.builtin(.count, [list()]), .int)
      default:
        let (one, other) = (number(0), number(0))
        return sketch.term(.arithmetic(.add, one, other), .int)
      }
    }

    private mutating func quantifier(_ depth: Int) -> TermID {
      let collection = list()
      slot = min(slot + 1, Generator.slotCount - 1)
      let variable = slot
      let element = sketch.variable(variable, .int)
      let bound = sketch.constant(.int(Int64.random(in: 0...3, using: &random)), .int)
      let own = sketch.term(.compare(.less, element, bound))
      let rest = condition(depth - 1)
      let body = sketch.term(.or(own, rest))
      let filter = Bool.random(using: &random) ? condition(0) : nil
      let iteration = Iteration(slot: variable, collection: collection, filter: filter)
      switch Int.random(in: 0...4, using: &random) {
      case 0: return sketch.term(.quantifier(.all, iteration, body: body))
      case 1: return sketch.term(.quantifier(.any, iteration, body: body))
      case 2: return sketch.term(.quantifier(.none, iteration, body: body))
      case 3:
        let number = sketch.constant(.int(Int64.random(in: 0...2, using: &random)), .int)
        return sketch.term(.exactly(number, iteration, body: body))
      default:
        let count = sketch.term(
          .count(Iteration(slot: variable, collection: collection, filter: body)), .int)
        let two = sketch.constant(.int(2), .int)
        return sketch.term(.compare(.greaterOrEqual, count, two))
      }
    }

    /// Returns values for the variables.
    mutating func slots() -> [Cell] {
      var slots = (0..<3).map { _ in Cell.of(.bool(Bool.random(using: &random))) }
      slots += (0..<2).map { _ in Cell.of(.int(Int64.random(in: 0...3, using: &random))) }
      slots += (0..<2).map { _ in
        let count = Int.random(in: 0...3, using: &random)
        return Cell.of(.ints((0..<count).map { _ in Int64.random(in: 0...3, using: &random) }))
      }
      return slots + Array(repeating: .absent, count: Generator.slotCount - slots.count)
    }

    /// Returns the cell with less known of it.
    mutating func blurred(_ cell: Cell) -> Cell {
      guard case .value(.list(let list)) = cell.reading, Bool.random(using: &random) else {
        return Sketch.unknown
      }
      if Bool.random(using: &random) {
        let elements = list.elements.dropLast(
          Int.random(in: 0...list.elements.count, using: &random))
        return .of(.list(Collection(Array(elements), missing: [Sketch.cause])))
      }
      let elements = list.elements.map { Bool.random(using: &random) ? $0 : Sketch.unknown }
      return .of(.list(Collection(elements)))
    }
  }

  @Test func whatIsDecidedStaysSoWhateverBecomesKnown() throws {
    let failures = try KeptSeeds.failures(of: "conditions", rounds: 1500) { seed in
      var generator = Generator(seed: seed)
      let term = generator.condition(3)
      let evaluation = try generator.sketch.evaluation()
      let exact = generator.slots()
      let truth = evaluation.read(term, slots: exact).reading.truth
      if truth != .true, truth != .false {
        return "\(String(describing: truth)) though all is known"
      }
      for _ in 0..<4 {
        var blurred = exact
        for index in 0..<7 where Int.random(in: 0...2, using: &generator.random) == 0 {
          blurred[index] = generator.blurred(exact[index])
        }
        let answer = evaluation.read(term, slots: blurred).reading.truth
        if answer != truth, answer != .unknown {
          return "\(String(describing: answer)), in fact \(String(describing: truth))"
        }
      }
      return nil
    }
    #expect(failures == [])
  }

  @Test func theOrderOfOperandsDoesNotMatter() throws {
    let failures = try KeptSeeds.failures(of: "mirrored-conditions", rounds: 1500) { seed in
      var (first, second) = (Generator(seed: seed), Generator(seed: seed))
      second.isMirrored = true
      let (one, other) = (first.condition(4), second.condition(4))
      var slots = first.slots()
      for index in 0..<7 where Bool.random(using: &first.random) {
        slots[index] = first.blurred(slots[index])
      }
      let left = try first.sketch.evaluation().read(one, slots: slots).reading
      let right = try second.sketch.evaluation().read(other, slots: slots).reading
      return left == right ? nil : "\(left) and \(right)"
    }
    #expect(failures == [])
  }

  @Test func theSameRunGivesTheSame() throws {
    for seed in UInt64(0)..<100 {
      var generator = Generator(seed: seed)
      let term = generator.condition(4)
      let slots = generator.slots().map { generator.blurred($0) }
      let evaluation = try generator.sketch.evaluation()
      #expect(evaluation.read(term, slots: slots) == evaluation.read(term, slots: slots))
    }
  }
}
