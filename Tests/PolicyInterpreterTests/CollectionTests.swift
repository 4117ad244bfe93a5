import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// What is said of collections that may not be complete.
struct CollectionTests {
  private static let missing = [Sketch.cause]
  private static let ints = ValueType.int

  /// Returns what `quantifier` over the answers in slot 0 gives.
  private func quantify(
    _ quantifier: LogicalQuantifier, _ truths: [Cell], missing: [Cause] = []
  ) throws -> Truth? {
    var sketch = Sketch()
    let bools = ValueType.list(sketch.type(.bool))
    let (list, element) = (sketch.variable(0, bools), sketch.variable(1))
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    let term = sketch.term(.quantifier(quantifier, iteration, body: element))
    let value = Value.list(Collection(truths, missing: missing))
    return try sketch.read(term, [.of(value), .absent]).truth
  }

  private static let yes = Cell.of(.bool(true))
  private static let no = Cell.of(.bool(false))

  @Test func anyIsDecidedByOneMember() throws {
    let (yes, no, unknown) = (Self.yes, Self.no, Sketch.unknown)
    #expect(try quantify(.any, []) == .false)
    #expect(try quantify(.any, [no, unknown, yes], missing: Self.missing) == .true)
    #expect(try quantify(.any, [no, unknown]) == .unknown)
    #expect(try quantify(.any, [no], missing: Self.missing) == .unknown)
    #expect(try quantify(.any, [no, no]) == .false)
  }

  @Test func allAndNoneAreFalseByOneMember() throws {
    let (yes, no, unknown) = (Self.yes, Self.no, Sketch.unknown)
    #expect(try quantify(.all, []) == .true)
    #expect(try quantify(.all, [unknown, no], missing: Self.missing) == .false)
    #expect(try quantify(.all, [yes], missing: Self.missing) == .unknown)
    #expect(try quantify(.all, [yes, unknown]) == .unknown)
    #expect(try quantify(.none, [unknown, yes], missing: Self.missing) == .false)
    #expect(try quantify(.none, [no], missing: Self.missing) == .unknown)
    #expect(try quantify(.none, [no]) == .true)
  }

  @Test func anUnknownListIsOneOfWhichNothingIsKnown() throws {
    var sketch = Sketch()
    let bools = ValueType.list(sketch.type(.bool))
    let (list, element) = (sketch.variable(0, bools), sketch.variable(1))
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    for quantifier in LogicalQuantifier.allCases {
      let term = sketch.term(.quantifier(quantifier, iteration, body: element))
      #expect(try sketch.read(term, [Sketch.unknown, .absent]) == Sketch.unknown.reading)
    }
  }

  @Test func ofVeryManyCausesSomeAreTold() throws {
    var sketch = Sketch()
    let bools = ValueType.list(sketch.type(.bool))
    let (list, element) = (sketch.variable(0, bools), sketch.variable(1))
    let iteration = Iteration(slot: 1, collection: list, filter: element)
    let counted = sketch.term(.count(iteration), .int)
    let zero = sketch.constant(.int(0), .int)
    let terms = [
      sketch.term(.quantifier(.any, iteration, body: element)),
      sketch.term(.compare(.equal, counted, zero)),
      sketch.term(.isEmpty(sketch.term(.comprehension(iteration, body: element, isSet: false)))),
    ]
    let cells = (0..<1000).map { Cell(.unknown(Cause(.notCollected, "\($0)"))) }
    for term in terms {
      let reading = try sketch.read(term, [.of(.list(Collection(cells))), .absent])
      #expect(reading.truth == .unknown)
      #expect(reading.causes.count == 257)
      #expect(reading.causes.contains { $0.detail == "and others" })
    }
  }

  @Test func aFilterThatIsUnknownMakesItsElementDoubtful() throws {
    var sketch = Sketch()
    let bools = ValueType.list(sketch.type(.bool))
    let (list, element) = (sketch.variable(0, bools), sketch.variable(1))
    let (yes, no) = (sketch.constant(.bool(true)), sketch.constant(.bool(false)))
    let iteration = Iteration(slot: 1, collection: list, filter: element)
    let value = Cell.of(.list(Collection([Sketch.unknown])))
    func read(_ quantifier: LogicalQuantifier, _ body: TermID) throws -> Truth? {
      let term = sketch.term(.quantifier(quantifier, iteration, body: body))
      return try sketch.read(term, [value, .absent]).truth
    }
    #expect(try read(.any, yes) == .unknown)
    #expect(try read(.any, no) == .false)
    #expect(try read(.all, yes) == .true)
    #expect(try read(.all, no) == .unknown)
  }

  @Test func countsOfIncompleteListsDecideByTheirLowerBound() throws {
    var sketch = Sketch()
    let (list, element) = (sketch.variable(0, .list(sketch.type(.int))), sketch.variable(1, .int))
    _ = element
    let count = sketch.term(.builtin(.count, [list]), .int)
    let two = sketch.constant(.int(2), .int)
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    let counted = sketch.term(.count(iteration), .int)
    let value = Cell.of(.ints([1, 2], missing: Self.missing))
    let expected: [Comparison: Truth] = [
      .equal: .unknown, .notEqual: .unknown, .less: .false, .lessOrEqual: .unknown,
      .greater: .unknown, .greaterOrEqual: .true,
    ]
    for comparison in Comparison.allCases {
      for term in [count, counted] {
        let compared = sketch.term(.compare(comparison, term, two))
        #expect(try sketch.read(compared, [value, .absent]).truth == expected[comparison])
      }
    }
    #expect(try sketch.read(count, [value, .absent]).truth == .unknown)
    #expect(try sketch.read(count, [.of(.ints([1, 2])), .absent]) == .value(.int(2)))
  }

  @Test func exactlyIsRefutedByItsBounds() throws {
    var sketch = Sketch()
    let bools = ValueType.list(sketch.type(.bool))
    let (list, element) = (sketch.variable(0, bools), sketch.variable(1))
    let number = sketch.variable(2, .int)
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    let term = sketch.term(.exactly(number, iteration, body: element))
    let value = Cell.of(.list(Collection([Self.yes, Self.yes, Sketch.unknown])))
    #expect(try sketch.read(term, [value, .absent, .of(.int(1))]).truth == .false)
    #expect(try sketch.read(term, [value, .absent, .of(.int(2))]).truth == .unknown)
    #expect(try sketch.read(term, [value, .absent, .of(.int(3))]).truth == .unknown)
    #expect(try sketch.read(term, [value, .absent, .of(.int(4))]).truth == .false)
    let known = Cell.of(.list(Collection([Self.yes, Self.no])))
    #expect(try sketch.read(term, [known, .absent, .of(.int(1))]).truth == .true)
  }

  @Test func membershipNeedsOneThatIsKnown() throws {
    var sketch = Sketch()
    let (element, list) = (sketch.variable(0, .int), sketch.variable(1, .list(sketch.type(.int))))
    let term = sketch.term(.membership(element, in: list))
    let one = Cell.of(.int(1))
    #expect(try sketch.read(term, [one, .of(.ints([1], missing: Self.missing))]).truth == .true)
    #expect(try sketch.read(term, [one, .of(.ints([2], missing: Self.missing))]).truth == .unknown)
    #expect(try sketch.read(term, [one, .of(.ints([2]))]).truth == .false)
    #expect(try sketch.read(term, [.absent, .of(.ints([2]))]).truth == .false)
    #expect(try sketch.read(term, [Sketch.unknown, .of(.ints([2]))]).truth == .unknown)
    #expect(try sketch.read(term, [Sketch.unknown, .of(.ints([]))]).truth == .false)
  }

  @Test func emptinessIsRefutedByOneMember() throws {
    var sketch = Sketch()
    let list = sketch.variable(0, .list(sketch.type(.int)))
    let term = sketch.term(.isEmpty(list))
    #expect(try sketch.read(term, [.of(.ints([1], missing: Self.missing))]).truth == .false)
    #expect(try sketch.read(term, [.of(.ints([], missing: Self.missing))]).truth == .unknown)
    #expect(try sketch.read(term, [.of(.ints([]))]).truth == .true)
    let unknown = Value.list(Collection([Sketch.unknown]))
    #expect(try sketch.read(term, [.of(unknown)]).truth == .false)
  }

  @Test func foldsNeedAllMembers() throws {
    var sketch = Sketch()
    let (list, element) = (sketch.variable(0, .list(sketch.type(.int))), sketch.variable(1, .int))
    let iteration = Iteration(slot: 1, collection: list, filter: nil)
    func read(_ fold: Fold, _ value: Value) throws -> Reading {
      let term = sketch.term(.fold(fold, iteration, body: element), .int)
      return try sketch.read(term, [.of(value), .absent])
    }
    #expect(try read(.sum, .ints([3, 4])) == .value(.int(7)))
    #expect(try read(.min, .ints([3, 4])) == .value(.int(3)))
    #expect(try read(.max, .ints([3, 4])) == .value(.int(4)))
    #expect(try read(.sum, .ints([])) == .value(.int(0)))
    #expect(try read(.max, .ints([])) == .absent)
    #expect(try read(.min, .ints([3], missing: Self.missing)) == Sketch.unknown.reading)
    #expect(try read(.sum, .ints([.max, 1])).causes.map(\.kind) == [.limitExceeded])
  }

  @Test func comprehensionsLeaveDoubtfulElementsOut() throws {
    var sketch = Sketch()
    let int = sketch.type(.int)
    let (list, element) = (sketch.variable(0, .list(int)), sketch.variable(1, .int))
    let two = sketch.constant(.int(2), .int)
    let filter = sketch.term(.compare(.less, element, two))
    let iteration = Iteration(slot: 1, collection: list, filter: filter)
    let term = sketch.term(.comprehension(iteration, body: element, isSet: false), .list(int))
    let value = Value.list(Collection([.of(.int(1)), Sketch.unknown, .of(.int(5))]))
    #expect(
      try sketch.read(term, [.of(value), .absent]) == .value(.ints([1], missing: Self.missing)))
    let first = sketch.term(.builtin(.first, [term]), .int)
    #expect(try sketch.read(first, [.of(value), .absent]) == Sketch.unknown.reading)
  }

  @Test func equalityGoesElementByElement() throws {
    var sketch = Sketch()
    let ints = ValueType.list(sketch.type(.int))
    let (left, right) = (sketch.variable(0, ints), sketch.variable(1, ints))
    let term = sketch.term(.compare(.equal, left, right))
    let half = Value.list(Collection([.of(.int(1)), Sketch.unknown]))
    #expect(try sketch.read(term, [.of(.ints([1, 2])), .of(.ints([1, 2]))]).truth == .true)
    #expect(try sketch.read(term, [.of(.ints([1, 2])), .of(half)]).truth == .unknown)
    #expect(try sketch.read(term, [.of(.ints([2, 2])), .of(half)]).truth == .false)
    #expect(try sketch.read(term, [.of(.ints([1])), .of(half)]).truth == .false)
    let more = Value.ints([1, 2], missing: Self.missing)
    #expect(try sketch.read(term, [.of(more), .of(.ints([1]))]).truth == .false)
    #expect(try sketch.read(term, [.of(more), .of(.ints([1, 2]))]).truth == .unknown)
  }

  @Test func setsAreCombinedAsFarAsTheyAreKnown() throws {
    var sketch = Sketch()
    let set = ValueType.set(sketch.type(.int))
    let (left, right) = (sketch.variable(0, set), sketch.variable(1, set))
    func read(_ term: Term, _ one: Value, _ other: Value) throws -> Reading {
      let id = sketch.term(term)
      return try sketch.read(id, [.of(one), .of(other)])
    }
    let open = Value.intSet([1, 2], missing: Self.missing)
    #expect(
      try read(.setOperation(.union, left, right), .intSet([1]), .intSet([1, 2]))
        == .value(.intSet([1, 2])))
    #expect(
      try read(.setOperation(.intersection, left, right), open, .intSet([2, 3]))
        == .value(.intSet([2], missing: Self.missing)))
    #expect(
      try read(.setOperation(.difference, left, right), .intSet([1, 5]), open)
        == .value(.intSet([], missing: Self.missing)))
    #expect(try read(.covers(left, right), open, .intSet([1])).truth == .true)
    #expect(try read(.covers(left, right), open, .intSet([3])).truth == .unknown)
    #expect(try read(.covers(left, right), .intSet([3]), open).truth == .false)
    #expect(try read(.covers(left, right), .intSet([1, 2]), open).truth == .unknown)
    #expect(try read(.meets(left, right), open, .intSet([2])).truth == .true)
    #expect(try read(.meets(left, right), open, .intSet([7])).truth == .unknown)
    #expect(try read(.meets(left, right), open, .intSet([])).truth == .false)
    #expect(try read(.meets(left, right), .intSet([1]), .intSet([2])).truth == .false)
  }

  @Test func aUnionWithAnUnknownMemberIsALowerBound() throws {
    var sketch = Sketch()
    let sets = ValueType.list(sketch.type(.cidrSet))
    let list = sketch.variable(0, sets)
    let union = sketch.term(.builtin(.union, [list]), .cidrSet)
    let world = sketch.term(.isWorld(union))
    let halves = try ["0.0.0.0/1", "128.0.0.0/1"].map {
      Cell.of(.cidrSet(try CidrSet.parse($0), missing: []))
    }
    func read(_ cells: [Cell]) throws -> Truth? {
      try sketch.read(world, [.of(.list(Collection(cells)))]).truth
    }
    #expect(try read(halves + [Sketch.unknown]) == .true)
    #expect(try read([halves[0], Sketch.unknown]) == .unknown)
    #expect(try read([halves[0]]) == .false)
    #expect(try read([]) == .false)
  }

  @Test func mapsSayWhatTheyMiss() throws {
    var sketch = Sketch()
    let string = sketch.type(.string)
    let map = sketch.variable(0, .map(key: string, value: string))
    let key = sketch.constant(.string("a"), .string)
    let term = sketch.term(.lookup(in: map, key: key), .optional(string))
    let entry = MapEntry(key: .string("a"), value: .of(.string("x")))
    #expect(try sketch.read(term, [.of(.map([entry], missing: []))]) == .value(.string("x")))
    #expect(try sketch.read(term, [.of(.map([], missing: []))]) == .absent)
    #expect(
      try sketch.read(term, [.of(.map([], missing: Self.missing))]) == Sketch.unknown.reading)
  }
}
