internal import PolicyIR
internal import ResourceModel

/// What terms do with raw resources.
extension RawReader {
  /// Returns which raw resources the term may be as a whole, having added what it reads of them.
  mutating func wholes(of id: TermID) -> RawWholes {
    switch program[id] {
    case .constant, .absent, .parameter, .now: return .nothing
    case .variable(let slot): return variable(slot)
    case .member(let base, let name):
      read(name, of: wholes(of: base))
      return .nothing
    case .element(let base, let key):
      useAll(of: wholes(of: key))
      let base = wholes(of: base)
      if case .constant(.string(let name)) = program[key] {
        read(name, of: base)
      } else {
        useAll(of: base)
      }
      return .nothing
    case .chain(let base, let slot, let body):
      bind(slot, wholes(of: base))
      return wholes(of: body).uncertain
    case .coalesce(let left, let right): return wholes(of: left).union(wholes(of: right))
    case .conditional(let condition, let consequence, let alternative):
      let isDecided = isDecided(condition)
      useAll(of: wholes(of: condition))
      return either([consequence, alternative], isDecided: isDecided)
    case .match(let subject, let arms):
      useAll(of: wholes(of: subject))
      return either(arms.map(\.value), isDecided: false)
    case .isPresent(let operand):
      _ = wholes(of: operand)
      return .nothing
    case .isEmpty(let operand):
      useIfJson(operand)
      return .nothing
    case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups:
      return wholes(ofIteration: id)
    case .list(let elements):
      let elements = elements.map { wholes(of: $0) }
      let union = elements.dropFirst().reduce(elements.first ?? .nothing) { $0.union($1) }
      return unlessJson(union, id)
    case .arithmetic(.add, let left, let right):
      // Lists are put together without a look at their elements.
      guard case .list = program.schema.types[program.schema.types.unwrapped(program.type(of: id))]
      else { return useOperands(of: id) }
      return wholes(of: left).union(wholes(of: right))
    case .call(let function, let arguments):
      return call(function, arguments.map { wholes(of: $0) })
    case .builtin(let builtin, let arguments):
      return wholes(of: builtin, arguments, id)
    case .decode(let operand, let type): return fitted(wholes(of: operand), to: type)
    case .widen(let operand, let type):
      let value = wholes(of: operand)
      // A list of raw resources that becomes one value of `Json` is made anew.
      if isJson(type), !isJson(program.type(of: operand)) {
        useAll(of: value)
        return .nothing
      }
      return fitted(value, to: type)
    case .structure(let structure, let fields):
      for (attribute, field) in zip(program.schema[structure].attributes, fields) {
        guard let field else { continue }
        let value = wholes(of: field)
        useAll(of: fitted(value, to: attribute.type))
      }
      return .nothing
    case .attribute, .field, .lookup, .not, .and, .or, .implies, .compare, .membership, .matches,
      .covers, .meets, .isWorld, .negate, .arithmetic, .setOperation, .closure, .set, .map,
      .fixture, .text, .portRange:
      return useOperands(of: id)
    }
  }

  /// Takes whatever the term is made of for read as a whole.
  private mutating func useOperands(of id: TermID) -> RawWholes {
    for operand in program[id].operands { useAll(of: wholes(of: operand)) }
    return .nothing
  }

  /// Takes the term for read as a whole if it is `Json`; of a list it is only looked whether it has
  /// elements.
  private mutating func useIfJson(_ id: TermID) {
    let value = wholes(of: id)
    if isJson(program.type(of: id)) { useAll(of: value) }
  }

  /// Returns `wholes`, the value of the term, unless that is one value of `Json` which is made anew.
  private mutating func unlessJson(_ wholes: RawWholes, _ id: TermID) -> RawWholes {
    guard isJson(program.type(of: id)) else { return wholes }
    useAll(of: wholes)
    return .nothing
  }

  /// Returns what one of `branches` may be.
  ///
  /// Where it is not known which one is taken, they are compared, with all that they hold.
  private mutating func either(_ branches: [TermID], isDecided: Bool) -> RawWholes {
    let values = branches.map { wholes(of: $0) }
    if !isDecided {
      for value in values { useAll(of: value) }
    }
    return values.dropFirst().reduce(values.first ?? .nothing) { $0.union($1) }
  }

  /// Returns whether it is always known whether the condition holds.
  private mutating func isDecided(_ id: TermID) -> Bool {
    switch program[id] {
    case .constant(.bool), .builtin(.computed, _): return true
    case .builtin(.isNew, let arguments):
      return arguments.allSatisfy { wholes(of: $0).isCertain }
    case .not(let operand): return isDecided(operand)
    case .and(let left, let right), .or(let left, let right):
      return isDecided(left) && isDecided(right)
    case .compare(.equal, let left, let right), .compare(.notEqual, let left, let right):
      return isText(left) && isText(right)
    default: return false
    }
  }

  /// Returns whether the term is always a text that is known.
  private mutating func isText(_ id: TermID) -> Bool {
    switch program[id] {
    case .constant(.string): return true
    case .builtin(.rawType, let arguments), .builtin(.rawAddress, let arguments):
      return arguments.allSatisfy { wholes(of: $0).isCertain }
    default: return false
    }
  }

  /// Returns what the function of the language, called by the term `id`, may be.
  private mutating func wholes(
    of builtin: Builtin, _ arguments: [TermID], _ id: TermID
  ) -> RawWholes {
    guard let argument = arguments.first else { return useOperands(of: id) }
    switch builtin {
    case .computed, .configured, .redacted, .undecided, .isNew, .rawType, .rawAddress:
      // They tell whether something is there, or what the input says of a raw resource beside it.
      _ = wholes(of: argument)
      for reason in arguments.dropFirst() { _ = wholes(of: reason) }
      return .nothing
    case .referenced:
      useAll(of: wholes(of: argument))
      return .ofAnyType
    case .shown, .collected: return wholes(of: argument)
    case .count:
      useIfJson(argument)
      return .nothing
    case .first, .flatten:
      let value = wholes(of: argument)
      if isJson(program.type(of: argument)) {
        useAll(of: value)
        return .nothing
      }
      return builtin == .first ? value.uncertain : value
    case .distinct, .keys, .values, .union, .length, .startsWith, .endsWith, .contains,
      .lowercased, .uppercased, .trimmed, .split, .joined, .toString, .partition, .service, .region,
      .account, .resource, .major, .minor, .patch, .isPublic, .grantsFullAdministration, .denies,
      .allows, .permits, .principals, .gap:
      return useOperands(of: id)
    }
  }
}

/// Quantifiers, folds and comprehensions.
extension RawReader {
  /// Returns what the term, which goes through a collection, may be.
  private mutating func wholes(ofIteration id: TermID) -> RawWholes {
    switch program[id] {
    case .quantifier(_, let iteration, let body), .fold(_, let iteration, let body):
      begin(iteration)
      useAll(of: wholes(of: body))
      return .nothing
    case .exactly(let number, let iteration, let body):
      useAll(of: wholes(of: number))
      begin(iteration)
      useAll(of: wholes(of: body))
      return .nothing
    case .count(let iteration):
      begin(iteration)
      return .nothing
    case .comprehension(let iteration, let body, let isSet):
      begin(iteration)
      let value = wholes(of: body)
      // Which elements of a set are equal depends on all that they hold.
      if isSet {
        useAll(of: value)
        return .nothing
      }
      return unlessJson(value, id)
    case .mapComprehension(let iteration, let key, let value),
      .groups(let iteration, let key, let value):
      begin(iteration)
      useAll(of: wholes(of: key))
      useAll(of: wholes(of: value))
      return .nothing
    default: return useOperands(of: id)
    }
  }

  /// Puts the elements into their variable, and looks through the filter.
  private mutating func begin(_ iteration: Iteration) {
    let elements = wholes(of: iteration.collection)
    if isJson(program.type(of: iteration.collection)) { useAll(of: elements) }
    bind(iteration.slot, elements)
    if let slot = iteration.valueSlot {
      useAll(of: elements)
      bind(slot, .nothing)
    }
    if let filter = iteration.filter { useAll(of: wholes(of: filter)) }
  }
}
