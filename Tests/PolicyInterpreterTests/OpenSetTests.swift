import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// Sets of which some elements are not known, so that they may be one with others.
struct OpenSetTests {
  /// What elements may be.
  private static let domain: [Int64] = [0, 1, 2]

  /// Sets of at most two known and two unknown elements: the known ones, and how many others.
  private static let sets: [(known: [Int64], unknownCount: Int)] = {
    let known = [[]] + domain.map { [$0] } + [[0, 1], [0, 2], [1, 2]]
    return known.flatMap { known in (0...2).map { (known, $0) } }
  }()

  /// Returns every set that one of `known` elements and `count` others may be.
  private static func completions(_ known: [Int64], _ count: Int) -> Set<Set<Int64>> {
    if count == 0 { return [Set(known)] }
    return domain.reduce(into: []) { $0.formUnion(completions(known + [$1], count - 1)) }
  }

  /// Returns conditions on the set in slot 0, for each number that the domain may lead to.
  private static func conditions(_ sketch: inout Sketch) -> [TermID] {
    let int = sketch.type(.int)
    let (set, element) = (sketch.variable(0, .set(int)), sketch.variable(1, .int))
    let least = sketch.constant(.int(1))
    let isWanted = sketch.term(.compare(.greaterOrEqual, element, least))
    let all = Iteration(slot: 1, collection: set, filter: nil)
    let wanted = Iteration(slot: 1, collection: set, filter: isWanted)
    let list = sketch.term(.comprehension(wanted, body: element, isSet: false), .list(int))
    let numbers = [
      sketch.term(.count(all), .int), sketch.term(.count(wanted), .int),
      sketch.term(.builtin(.count, [set]), .int), sketch.term(.builtin(.count, [list]), .int),
      sketch.term(.fold(.sum, all, body: element), .int),
      sketch.term(.fold(.sum, all, body: least), .int),
      sketch.term(.coalesce(sketch.term(.fold(.max, all, body: element), .int), least), .int),
    ]
    return (0...3).flatMap { (number: Int64) -> [TermID] in
      let number = sketch.constant(.int(number))
      return [
        sketch.term(.exactly(number, all, body: isWanted)),
        sketch.term(.exactly(number, wanted, body: isWanted)),
      ]
        + numbers.flatMap { counted in
          [Comparison.equal, .notEqual, .less, .greaterOrEqual].map {
            sketch.term(.compare($0, counted, number))
          }
        }
    }
  }

  @Test func whatIsDecidedHoldsForEverythingThatASetMayBe() throws {
    var sketch = Sketch()
    let conditions = Self.conditions(&sketch)
    var (decided, open) = (0, 0)
    for (known, unknownCount) in Self.sets {
      let cells =
        known.map { Cell.of(.int($0)) }
        + Array(repeating: Sketch.unknown, count: unknownCount)
      let partial = Cell.of(.set(Collection(cells)))
      for condition in conditions {
        let truth = try sketch.read(condition, [partial, .absent]).truth
        let truths = try Set(
          Self.completions(known, unknownCount).map { set in
            try sketch.read(condition, [.of(.intSet(set.sorted())), .absent]).truth
          })
        if truth == .unknown { open += 1 } else { decided += 1 }
        if truth != .unknown {
          #expect(truths == [truth], "\(known) and \(unknownCount): \(sketch.program[condition])")
        }
      }
    }
    #expect(decided > 500 && open > 500)
  }

  @Test func oneElementIsOneWhateverItIs() throws {
    var sketch = Sketch()
    let int = sketch.type(.int)
    let set = sketch.variable(0, .set(int))
    let counted = sketch.term(.count(Iteration(slot: 1, collection: set, filter: nil)), .int)
    let isOne = sketch.term(.compare(.equal, counted, sketch.constant(.int(1))))
    let one = Cell.of(.set(Collection([Sketch.unknown])))
    #expect(try sketch.read(isOne, [one, .absent]).truth == .true)
    let two = Cell.of(.set(Collection([Sketch.unknown, Sketch.unknown])))
    #expect(try sketch.read(isOne, [two, .absent]).truth == .unknown)
  }

  @Test func absentEqualsNoCount() throws {
    var sketch = Sketch()
    let int = sketch.type(.int)
    let (list, limit) = (sketch.variable(0, .list(int)), sketch.variable(1, .optional(int)))
    let counted = sketch.term(.count(Iteration(slot: 2, collection: list, filter: nil)), .int)
    for (comparison, truth) in [(Comparison.equal, Truth.false), (.notEqual, .true)] {
      for term in [Term.compare(comparison, limit, counted), .compare(comparison, counted, limit)] {
        let id = sketch.term(term)
        #expect(try sketch.read(id, [.of(.ints([1, 2])), .absent, .absent]).truth == truth)
        #expect(try sketch.read(id, [Sketch.unknown, .absent, .absent]).truth == truth)
      }
    }
  }
}
