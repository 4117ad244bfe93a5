internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Brings the terms of mappings into the form that a `KnownEvaluator` walks.
struct KnownCompiler {
  /// What was brought into form so far.
  private(set) var code = KnownCode()

  /// The variables of the mapping at hand that hold joins.
  var joinSlots: Set<Int> = []

  private let program: Program

  /// Gives names their numbers.
  private let evaluator: TermEvaluator

  /// The forms of terms by the numbers of these, -1 for those that were not brought into form yet.
  private var done: [Int32]

  /// The forms of terms from whose structures fields that nobody reads are left out.
  private var donePartially: [Int32]

  /// How deep terms are nested, with the functions that they call; 0 for those that were not asked.
  private var depths: [Int]

  /// What is read of the graph; everything, if it is not given.
  private let reads: AttributeReads?

  /// Whether not all fields of a structure are read, by its number.
  private let partialStructures: [Bool]

  /// Whether all terms are left to the interpreter.
  private let leavesAll: Bool

  /// Whether the terms at hand are of the body of a function, which has variables of its own.
  private var isInFunction = false

  /// Creates a compiler of terms that `evaluator` knows, for a graph of which only what is in `reads`
  /// is looked at.
  init(_ evaluator: TermEvaluator, _ reads: AttributeReads?, leavesAll: Bool) {
    self.leavesAll = leavesAll
    self.reads = reads
    program = evaluator.program
    partialStructures = program.schema.structures.enumerated().map { index, structure in
      let id = StructureID(index: index)
      return structure.attributes.indices.contains { reads?.contains($0, of: id) == false }
    }
    self.evaluator = evaluator
    done = Array(repeating: -1, count: program.termCount)
    donePartially = done
    depths = Array(repeating: 0, count: program.termCount)
  }

  /// Returns the index in the code of `term`, which is left to the interpreter as a whole if it is
  /// nested so deep that only that can tell what becomes of it.
  ///
  /// Of structures that are its result as they are made, fields that nobody reads are left out if
  /// it `isResult`, that is, if nothing but the graph is given what it is worth.
  mutating func root(_ term: TermID, isResult: Bool = false) -> Int32 {
    if !leavesAll, depth(of: term) <= evaluator.limits.depth {
      return isResult ? result(term) : compile(term)
    }
    return add(.interpreted(term), term)
  }

  /// Returns the index in the code of `term`, of whose value nobody but the graph is given anything.
  private mutating func result(_ term: TermID) -> Int32 {
    compile(term, isPartial: holdsPartialStructures(program.type(of: term)))
  }

  /// Returns the index in the code of `term`, whose value becomes that of the term at hand, or a part
  /// of it.
  private mutating func handOn(_ term: TermID, _ isPartial: Bool) -> Int32 {
    isPartial ? result(term) : compile(term)
  }

  /// Returns whether values of the type are structures of which not all fields are read, or lists of
  /// such.
  ///
  /// The elements of sets are told apart by all that is in them.
  private func holdsPartialStructures(_ type: TypeID) -> Bool {
    let types = program.schema.types
    switch types[types.unwrapped(type)] {
    case .structure(let id): return partialStructures[id.index]
    case .list(let element): return holdsPartialStructures(element)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .resource, .set, .map, .optional:
      return false
    }
  }

  private mutating func depth(of id: TermID) -> Int {
    let known = depths[Int(id.index)]
    if known > 0 { return known }
    var depth = 0
    for operand in program[id].operands { depth = max(depth, self.depth(of: operand)) }
    if case .call(let function, _) = program[id] {
      depth = max(depth, self.depth(of: program[function].body))
    }
    depths[Int(id.index)] = depth + 1
    return depth + 1
  }

  private mutating func compile(_ term: TermID, isPartial: Bool = false) -> Int32 {
    let place = Int(term.index)
    let known = isPartial ? donePartially[place] : done[place]
    if known >= 0 { return known }
    let index = add(form(of: term, isPartial), term)
    if isPartial { donePartially[place] = index } else { done[place] = index }
    return index
  }

  private mutating func add(_ term: KnownTerm, _ id: TermID) -> Int32 {
    code.terms.append(term)
    code.origins.append(id)
    return Int32(code.terms.count - 1)
  }

  private mutating func form(of id: TermID, _ isPartial: Bool) -> KnownTerm {
    switch program[id] {
    case .constant(let value):
      code.constants.append(Known(code.store.insert(value)))
      return .constant(Int32(code.constants.count - 1))
    case .absent: return .absent
    case .variable(let slot): return .variable(slot: Int32(slot))
    case .member(let base, let name):
      return .member(of: compile(base), name: evaluator.demandName(name))
    case .element(let base, let key):
      guard case .constant(.int(let number)) = program[key], let index = Int32(exactly: number)
      else { return .interpreted(id) }
      return .element(of: compile(base), index: index)
    case .chain(let base, let slot, let body):
      return .chain(base: compile(base), slot: Int32(slot), body: compile(body))
    case .coalesce(let left, let right):
      return .coalesce(handOn(left, isPartial), handOn(right, isPartial))
    case .not(let operand): return .not(compile(operand))
    case .and(let left, let right): return .and(compile(left), compile(right))
    case .or(let left, let right): return .or(compile(left), compile(right))
    case .isPresent(let operand): return .isPresent(compile(operand))
    case .isEmpty(let operand): return .isEmpty(compile(operand))
    case .conditional(let condition, let consequence, let alternative):
      return .conditional(
        compile(condition), then: handOn(consequence, isPartial),
        else: handOn(alternative, isPartial))
    case .match(let subject, let cases):
      let subject = compile(subject)
      let compiled = cases.map { (cases: $0.cases, value: handOn($0.value, isPartial)) }
      code.arms += compiled
      return .match(
        subject, arms: Int32(code.arms.count - compiled.count), count: Int32(compiled.count))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, comparand(left), comparand(right))
    case .membership(let element, let collection):
      return .membership(compile(element), in: compile(collection))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, compile(left), compile(right))
    case .portRange(let first, let last): return .portRange(compile(first), compile(last))
    case .quantifier, .comprehension, .count: return iteration(id, isPartial)
    case .list, .structure, .call, .builtin: return composite(id, isPartial)
    case .decode(let operand, let type): return .decode(compile(operand), as: type)
    case .widen(let operand, let type):
      let operand = handOn(operand, isPartial)
      return canBeWider(type) ? .widen(operand, to: type) : .same(operand)
    case .parameter, .now, .attribute, .field, .lookup, .implies, .matches, .covers, .meets,
      .isWorld, .negate, .setOperation, .exactly, .fold, .mapComprehension, .groups, .closure, .set,
      .map, .fixture, .text:
      return .interpreted(id)
    }
  }

  private mutating func iteration(_ id: TermID, _ isPartial: Bool) -> KnownTerm {
    if isJson(id) { return .interpreted(id) }
    switch program[id] {
    case .quantifier(let quantifier, let iteration, let body):
      guard let range = range(iteration) else { return .interpreted(id) }
      return .quantifier(quantifier, range, body: compile(body))
    case .comprehension(let iteration, let body, let isSet):
      guard let range = range(iteration) else { return .interpreted(id) }
      return .comprehension(range, body: handOn(body, isPartial), isSet: isSet)
    case .count(let iteration):
      guard let range = range(iteration) else { return .interpreted(id) }
      return .count(range)
    default: return .interpreted(id)
    }
  }

  private mutating func range(_ iteration: Iteration) -> KnownTerm.Range? {
    if iteration.valueSlot != nil { return nil }
    return KnownTerm.Range(
      slot: Int32(iteration.slot), collection: compile(iteration.collection),
      filter: iteration.filter.map { compile($0) } ?? -1)
  }

  private mutating func composite(_ id: TermID, _ isPartial: Bool) -> KnownTerm {
    switch program[id] {
    case .list(let elements):
      if isJson(id) { return .interpreted(id) }
      let parts = elements.map { handOn($0, isPartial) }
      return .list(parts: add(parts), count: Int32(elements.count))
    case .structure(let type, let fields):
      let declaration = program.schema[type]
      if isJson(id) || fields.count != declaration.attributes.count { return .interpreted(id) }
      let parts = add(fields.map { field in field.map { handOn($0, isPartial) } ?? -1 })
      let isRead = declaration.attributes.indices.map {
        !isPartial || reads?.contains($0, of: type) ?? true
      }
      code.structures.append(StructureForm(type: declaration, isRead: isRead))
      return .structure(type, form: Int32(code.structures.count - 1), parts: parts)
    case .call(let function, let arguments):
      let function = program[function]
      guard arguments.count <= function.slotCount else { return .interpreted(id) }
      let operands = [body(function.body, isPartial)] + arguments.map { compile($0) }
      return .call(
        parts: add(operands), count: Int32(operands.count), slotCount: Int32(function.slotCount))
    case .builtin(let builtin, let arguments):
      guard let argument = arguments.first, arguments.count == 1 else { return .interpreted(id) }
      switch builtin {
      case .first: return .first(of: compile(argument), isJoin: isJoin(argument))
      case .flatten:
        return .collectionFunction(builtin, handOn(argument, isPartial), term: argument)
      case .distinct, .union, .count:
        return .collectionFunction(builtin, compile(argument), term: argument)
      case .computed, .configured, .referenced, .isNew, .shown, .collected, .rawAddress, .rawType:
        return .rawFunction(builtin, compile(argument))
      default: return .interpreted(id)
      }
    default: return .interpreted(id)
    }
  }

  private mutating func comparand(_ id: TermID) -> KnownTerm.Comparand {
    switch program[id] {
    case .count, .builtin(.count, _):
      return KnownTerm.Comparand(term: compile(id), kind: .count)
    case .widen(let operand, let type) where program.schema.types[type] == .json:
      return KnownTerm.Comparand(term: compile(operand), kind: .scalar)
    default: return KnownTerm.Comparand(term: compile(id), kind: .term)
    }
  }

  /// Returns whether anything of a narrower type is something else as a value of `type`.
  private func canBeWider(_ type: TypeID) -> Bool {
    let types = program.schema.types
    switch types[types.unwrapped(type)] {
    case .json, .cidr, .cidrSet, .portSet, .error, .optional: return true
    case .list(let element), .set(let element): return canBeWider(element)
    case .map(_, let value): return canBeWider(value)
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .enumeration, .structure,
      .resource:
      return false
    }
  }

  private mutating func add(_ operands: [Int32]) -> Int32 {
    code.parts += operands
    return Int32(code.parts.count - operands.count)
  }

  private mutating func body(_ term: TermID, _ isPartial: Bool) -> Int32 {
    let outer = isInFunction
    isInFunction = true
    defer { isInFunction = outer }
    return handOn(term, isPartial)
  }

  /// Returns `true` iff the term is a variable that holds a join.
  private func isJoin(_ term: TermID) -> Bool {
    guard !isInFunction, case .variable(let slot) = program[term] else { return false }
    return joinSlots.contains(slot)
  }

  /// Returns `true` iff the interpreter makes `Json` of what the term is made of.
  private func isJson(_ id: TermID) -> Bool {
    if case .json = program.schema.types[program.type(of: id)] { return true }
    return false
  }
}
