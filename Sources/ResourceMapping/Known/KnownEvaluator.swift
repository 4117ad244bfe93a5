internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Evaluates terms of mappings as long as all that they read is known, which nearly always is so.
///
/// It gives what `TermEvaluator` gives, takes as many steps, and makes no values on the way but those
/// that are asked for; fields of structures that nobody asks for are left out. What depends on
/// something that is not known it leaves to `TermEvaluator`, which alone says what that means.
///
/// It cannot be copied, and what is called often is `mutating` whether it changes anything or not:
/// a call of what is not, from what is, would copy all that is held here.
struct KnownEvaluator: ~Copyable {
  /// Something is not known, or not of a form that is met often enough.
  struct NotKnown: Error {}

  /// Evaluates what is left to it, and knows the raw resources.
  let evaluator: TermEvaluator

  /// The values of the input, and those that terms made; empty while the interpreter may add some,
  /// which would have to copy all of them if they were held here as well.
  private(set) var values: RawValues

  /// What values name by number.
  var store: KnownStore

  /// The terms.
  let terms: [KnownTerm]

  /// The operands of terms that have many.
  let parts: [Int32]

  /// The arms of matches.
  let arms: [(cases: [Int], value: Int32)]

  /// The raw resources.
  let resources: [RawResource]

  /// What is known of them.
  let rawResources: RawIndex

  /// The structures that are made.
  let structures: [StructureForm]

  /// The types by the indices of their identities, optional ones as what they are optionals of.
  private let plainTypes: [ValueType]

  private let origins: [TermID]
  private let constants: [Known]

  /// The variables.
  private var frames = KnownFrames()

  /// The number of steps taken for the raw resource at hand.
  var steps = 0

  /// The 0-based index of the raw resource at hand, and its attributes.
  private(set) var resource = (index: 0, attributes: RawValueID(index: 0))

  /// The mapping at hand.
  private var mapping: UsedMapping?

  /// The number of steps that are allowed.
  private let limit: Int

  /// Creates an evaluator of `code` that leaves what is not known to `evaluator`.
  init(_ code: KnownCode, _ evaluator: TermEvaluator, _ rawResources: RawIndex) {
    self.evaluator = evaluator
    limit = evaluator.limits.steps
    values = evaluator.values
    self.rawResources = rawResources
    resources = rawResources.resources
    terms = code.terms
    origins = code.origins
    parts = code.parts
    arms = code.arms
    structures = code.structures
    constants = code.constants
    let types = evaluator.program.schema.types
    plainTypes = types.all.map { type in
      if case .optional(let wrapped) = type { types[wrapped] } else { type }
    }
    store = code.store
    store.keep()
  }

  /// What the types are.
  var schema: Schema { @inline(__always) _read { yield evaluator.program.schema } }

  /// Whether more steps were taken than are allowed.
  var isExhausted: Bool { steps > limit }

  /// Has terms of the mapping speak of the raw resource at the 0-based `index`.
  mutating func begin(_ mapping: UsedMapping, _ index: Int) {
    steps = 0
    let attributes = resources[index].attributes
    resource = (index, attributes)
    self.mapping = mapping
    frames.begin(slotCount: mapping.slotCount)
    bind(mapping.rawSlot, Known(.json(attributes), origin: resources[index].origin))
  }

  /// Puts `known` in the slot.
  @inline(__always)
  mutating func bind(_ slot: Int, _ known: Known) { frames.bind(slot, known) }

  /// Returns what the term at the index in the code is worth, by the interpreter where something is
  /// not known.
  mutating func known(_ index: Int32) -> Known {
    let (steps, mark) = (steps, frames.mark)
    do throws(NotKnown) {
      let known = try evaluate(index)
      if !isExhausted { return known }
    } catch {}
    // As if it had not been tried.
    self.steps = steps
    frames.leave(to: mark)
    let cell = interpreted(origins[Int(index)])
    return store.insert(cell)
  }

  /// Returns the answer that the `Bool` term at the index in the code gives.
  mutating func answer(_ index: Int32) -> Answer {
    let known = known(index)
    if case .bool(let isTrue) = known.value { return Answer(isTrue) }
    return Answer(evaluator.resolved(cell(of: known)).reading)
  }

  /// Returns what the term at the index in the code is worth as a value of an attribute of `type`.
  mutating func assigned(_ index: Int32, to type: TypeID) -> Known {
    let known = known(index)
    let plain = plain(type)
    if let scalar = scalar(known, as: plain) { return scalar }
    if case .other(let place) = known.value {
      switch (plain, store.value(place)) {
      case (.cidrSet, .cidrSet), (.portSet, .portSet), (.policyDocument, .policyDocument),
        (.timestamp, .timestamp), (.duration, .duration), (.arn, .arn):
        return known
      case (.list, .list(let collection)) where collection.elements.isEmpty: return known
      default: break
      }
    }
    let cell = evaluator.assigned(cell(of: known), to: type)
    return store.insert(cell)
  }

  /// Returns the text by which the node is found that has what the term at the index in the code is
  /// worth for its attribute of `type`; `nil` where that is not known.
  mutating func key(_ index: Int32, of type: TypeID) -> String? {
    let known = known(index)
    let fitted = fitted(known, to: type)
    let value = resolved(fitted)
    if case .other(let place) = value.value, case .arn(let arn) = store.value(place) {
      return arn.description
    }
    return text(of: value)
  }

  /// Returns the type itself if it is not optional, or the one that it is an optional of.
  @inline(__always)
  func plain(_ type: TypeID) -> ValueType { plainTypes[Int(type.index)] }

  /// Returns what the interpreter says that the term is worth, with the variables as they are.
  private mutating func interpreted(_ id: TermID) -> Cell {
    var cells: [Cell] = []
    for known in frames.innermost { cells.append(cell(of: known)) }
    evaluator.replaceSlots(
      cells, joinSlots: frames.isInFunction ? [] : mapping?.joinSlots ?? [])
    return interpreting { $0.evaluate(id) }
  }

  /// Has the interpreter do something that may take steps or make values.
  @inline(__always)
  mutating func interpreting<Result>(_ body: (TermEvaluator) -> Result) -> Result {
    values = RawValues.none
    let result = stepping(body)
    values = evaluator.values
    return result
  }

  /// Has the interpreter do something that may take steps, and makes no values.
  @inline(__always)
  mutating func stepping<Result>(_ body: (TermEvaluator) -> Result) -> Result {
    evaluator.takenSteps = steps
    let result = body(evaluator)
    steps = evaluator.takenSteps
    return result
  }

  /// Returns what `known` is in the form of the interpreter.
  mutating func cell(of known: Known) -> Cell {
    let reading: Reading =
      switch known.value {
      case .absent: .absent
      case .bool(let isTrue): Answer(isTrue).reading
      case .int(let number): .value(.int(number))
      case .rawText(let id): .value(.string(values.string(of: id) ?? ""))
      case .text(let place): .value(.string(store.text(place)))
      case .json(let id): .value(.json(id))
      case .enumeration(let id, let index): .value(.enumeration(id, Int(index)))
      case .other(let place): .value(store.value(place))
      case .unknown(let place): .unknown(store.causes(place))
      case .undecided(let id): .unknown(causes(of: id))
      }
    return Cell(reading, origin: known.origin)
  }

  /// Returns why the raw value is not known.
  mutating func causes(of id: RawValueID) -> [Cause] {
    values.cause(of: id).map { [$0] } ?? store.causes(KnownStore.misplaced)
  }

  /// Returns the text that `known` is, or `nil` if it is none.
  mutating func text(of known: Known) -> String? {
    switch known.value {
    case .rawText(let id): values.string(of: id)
    case .text(let place): store.text(place)
    case .absent, .bool, .int, .json, .enumeration, .other, .unknown, .undecided: nil
    }
  }

  /// Returns what the function whose body and arguments are the `count` parts from `body` on is
  /// worth.
  mutating func call(
    parts body: Int32, count: Int32, slotCount: Int32
  ) throws(NotKnown) -> Known {
    let outer = frames.mark
    for part in body + 1..<body + count {
      let argument = try evaluate(parts[Int(part)])
      frames.push(argument)
    }
    frames.enter(after: outer, slotCount: Int(slotCount))
    let known = try evaluate(parts[Int(body)])
    frames.leave(to: outer)
    return known
  }

  /// Returns what the term at the index in the code is worth, `Json` that is null or not known as a
  /// value.
  mutating func evaluate(_ index: Int32) throws(NotKnown) -> Known {
    steps &+= 1
    switch terms[Int(index)] {
    case .interpreted(let id):
      // It takes the step itself.
      steps &-= 1
      let cell = interpreted(id)
      return store.insert(cell)
    case .constant(let index): return constants[Int(index)]
    case .absent: return Known(.absent)
    case .variable(let slot): return frames[slot]
    case .member(let base, let name):
      let base = try read(base)
      return try member(name, of: base)
    case .element(let base, let index):
      // The index is a term of its own.
      steps &+= 1
      let base = try read(base)
      return try element(index, of: base)
    case .chain(let base, let slot, let body): return try chain(base, slot, body)
    case .coalesce(let left, let right):
      let known = try evaluate(left)
      return isAbsent(known) ? try evaluate(right) : known
    case .not(let operand):
      let (isTrue, origin) = try truth(operand)
      return Known(.bool(!isTrue), origin: origin)
    case .and(let left, let right): return try junction(left, right, decidedBy: false)
    case .or(let left, let right): return try junction(left, right, decidedBy: true)
    case .isPresent(let operand): return try isPresent(operand)
    case .isEmpty(let operand): return try isEmpty(operand)
    case .conditional(let condition, let consequence, let alternative):
      let isTrue = try truth(condition).isTrue
      return try evaluate(isTrue ? consequence : alternative)
    case .match(let subject, let arms, let count): return try match(subject, arms, count)
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left, right)
    case .membership(let element, let collection): return try membership(element, collection)
    case .arithmetic(let operation, let left, let right):
      return try arithmetic(operation, left, right)
    case .portRange(let first, let last): return try portRange(first, last)
    case .quantifier(let quantifier, let range, let body):
      return try quantify(quantifier, range, body)
    case .comprehension(let range, let body, let isSet):
      return try comprehension(range, body, isSet: isSet)
    case .count(let range): return try count(range)
    case .list(let parts, let count): return list(parts, count)
    case .structure(let id, let form, let parts): return structure(id, Int(form), parts)
    case .call(let parts, let count, let slotCount):
      return try call(parts: parts, count: count, slotCount: slotCount)
    case .first(let argument, let isJoin): return try first(argument, isJoin: isJoin)
    case .collectionFunction(let builtin, let argument, let term):
      return try collectionFunction(builtin, argument, term)
    case .rawFunction(let builtin, let argument): return try rawFunction(builtin, argument)
    case .decode(let operand, let type): return try decode(operand, as: type)
    case .widen(let operand, let type): return try widen(operand, to: type)
    case .same(let operand): return try evaluate(operand)
    }
  }

  /// Returns what the term is worth, `Json` that is null as absent, and `Json` that is not known as
  /// unknown.
  mutating func read(_ index: Int32) throws(NotKnown) -> Known {
    let known = try evaluate(index)
    return resolved(known)
  }

  /// Returns `known` with `Json` that is null as absent, and `Json` that is not known as unknown.
  @inline(__always)
  mutating func resolved(_ known: Known) -> Known {
    if case .json(let id) = known.value { return resolved(known, id) }
    return known
  }

  private mutating func resolved(_ known: Known, _ id: RawValueID) -> Known {
    switch values.kind(of: id) {
    case .boolean, .number, .string, .list, .object:
      if known.origin != nil { return known }
      return Known(known.value, origin: values.origin(of: id))
    case .null: return Known(.absent, origin: known.origin ?? values.origin(of: id))
    case .unknown:
      return undecided(id, origin: known.origin)
        ?? store.insert(evaluator.resolved(cell(of: known)))
    }
  }

  /// Returns `true` iff `known` is absent, or `Json` that is null.
  private mutating func isAbsent(_ known: Known) -> Bool {
    switch known.value {
    case .absent: true
    case .json(let id): values.kind(of: id) == .null
    case .bool, .int, .rawText, .text, .enumeration, .other, .unknown, .undecided: false
    }
  }

  /// Returns the answer of a `Bool` term, and where it is from.
  mutating func truth(
    _ index: Int32
  ) throws(NotKnown) -> (isTrue: Bool, origin: SourceRange?) {
    let known = try read(index)
    guard case .bool(let isTrue) = known.value else { throw NotKnown() }
    return (isTrue, known.origin)
  }
}
