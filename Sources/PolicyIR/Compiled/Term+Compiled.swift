internal import ResourceModel
internal import SourceText

/// The kinds of terms.
private enum TermTag: UInt8 {
  case constant, absent, parameter, variable, now, attribute, field, member, element, lookup
  case chain, coalesce, not, and, or, implies, compare, membership, matches, covers, meets
  case isPresent, isEmpty, isWorld, negate, arithmetic, setOperation, quantifier, exactly, count
  case fold, comprehension, mapComprehension, conditional, match, list, set, map, structure
  case call, builtin, text, decode, widen, portRange, groups, closure
}

extension CompiledWriter {
  /// Writes a term of `program`.
  mutating func write(_ term: Term) throws(CompiledFormError) {
    switch term {
    case .constant(let value):
      write(tag: .constant)
      try write(value)
    case .absent: write(tag: .absent)
    case .parameter(let index):
      write(tag: .parameter)
      write(index)
    case .variable(let slot):
      write(tag: .variable)
      write(slot)
    case .now: write(tag: .now)
    case .attribute(let base, let index):
      write(tag: .attribute)
      write(base)
      write(index)
    case .field(let base, let index):
      write(tag: .field)
      write(base)
      write(index)
    case .member(let base, let name):
      write(tag: .member)
      write(base)
      write(name)
    case .element(let base, let key): write(.element, base, key)
    case .lookup(let base, let key): write(.lookup, base, key)
    case .chain(let base, let slot, let body):
      write(.chain, base, body)
      write(slot)
    case .coalesce(let left, let right): write(.coalesce, left, right)
    case .not(let operand): write(.not, operand)
    case .and(let left, let right): write(.and, left, right)
    case .or(let left, let right): write(.or, left, right)
    case .implies(let left, let right): write(.implies, left, right)
    case .compare(let comparison, let left, let right):
      write(.compare, left, right)
      write(case: comparison)
    case .membership(let element, let collection): write(.membership, element, collection)
    case .matches(let left, let right): write(.matches, left, right)
    case .covers(let left, let right): write(.covers, left, right)
    case .meets(let left, let right): write(.meets, left, right)
    case .isPresent(let operand): write(.isPresent, operand)
    case .isEmpty(let operand): write(.isEmpty, operand)
    case .isWorld(let operand): write(.isWorld, operand)
    case .negate(let operand): write(.negate, operand)
    case .arithmetic(let operation, let left, let right):
      write(.arithmetic, left, right)
      write(case: operation)
    case .setOperation(let operation, let left, let right):
      write(.setOperation, left, right)
      write(case: operation)
    case .portRange(let first, let last): write(.portRange, first, last)
    case .decode(let operand, let type):
      write(.decode, operand)
      write(UInt64(type.index))
    case .widen(let operand, let type):
      write(.widen, operand)
      write(UInt64(type.index))
    case .closure(let base, let paths, let includesBase):
      write(.closure, base)
      try write(list: paths) { (writer, path) throws(CompiledFormError) in
        try writer.write(list: path) { (writer, index) throws(CompiledFormError) in
          writer.write(index)
        }
      }
      write(includesBase)
    case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups:
      try write(iterationOf: term)
    case .conditional, .match, .list, .set, .map, .structure, .fixture, .call, .builtin, .text:
      try write(partsOf: term)
    }
  }

  private mutating func write(iterationOf term: Term) throws(CompiledFormError) {
    switch term {
    case .quantifier(let quantifier, let iteration, let body):
      write(.quantifier, body)
      try write(iteration)
      write(case: quantifier)
    case .exactly(let count, let iteration, let body):
      write(.exactly, count, body)
      try write(iteration)
    case .count(let iteration):
      write(tag: .count)
      try write(iteration)
    case .fold(let fold, let iteration, let body):
      write(.fold, body)
      try write(iteration)
      write(case: fold)
    case .comprehension(let iteration, let body, let isSet):
      write(.comprehension, body)
      try write(iteration)
      write(isSet)
    case .mapComprehension(let iteration, let key, let value):
      write(.mapComprehension, key, value)
      try write(iteration)
    case .groups(let iteration, let key, let body):
      write(.groups, key, body)
      try write(iteration)
    default: throw .unsupported("\(term)")
    }
  }

  private mutating func write(partsOf term: Term) throws(CompiledFormError) {
    switch term {
    case .conditional(let condition, let consequence, let alternative):
      write(.conditional, condition, consequence)
      write(alternative)
    case .match(let subject, let arms):
      write(.match, subject)
      try write(list: arms) { (writer, arm) throws(CompiledFormError) in
        try writer.write(list: arm.cases) { (writer, index) throws(CompiledFormError) in
          writer.write(index)
        }
        writer.write(arm.value)
      }
    case .list(let elements):
      write(tag: .list)
      try write(elements)
    case .set(let elements):
      write(tag: .set)
      try write(elements)
    case .map(let entries):
      write(tag: .map)
      try write(list: entries) { (writer, entry) throws(CompiledFormError) in
        writer.write(entry.key)
        writer.write(entry.value)
      }
    case .structure(let id, let fields):
      write(tag: .structure)
      write(id.index)
      try write(list: fields) { (writer, field) throws(CompiledFormError) in
        try writer.write(optional: field) { (writer, id) throws(CompiledFormError) in
          writer.write(id)
        }
      }
    case .call(let function, let arguments):
      write(tag: .call)
      write(function.index)
      try write(arguments)
    case .builtin(let builtin, let arguments):
      write(tag: .builtin)
      write(case: builtin)
      try write(arguments)
    case .text(let parts):
      write(tag: .text)
      try write(list: parts) { (writer, part) throws(CompiledFormError) in
        switch part {
        case .literal(let text):
          writer.write(true)
          writer.write(text.text)
        case .value(let id):
          writer.write(false)
          writer.write(id)
        }
      }
    default: throw .unsupported("\(term)")
    }
  }

  private mutating func write(tag: TermTag) { write(UInt64(tag.rawValue)) }

  private mutating func write(_ tag: TermTag, _ operand: TermID) {
    write(tag: tag)
    write(operand)
  }

  private mutating func write(_ tag: TermTag, _ left: TermID, _ right: TermID) {
    write(tag: tag)
    write(left)
    write(right)
  }

  private mutating func write(_ elements: [TermID]) throws(CompiledFormError) {
    try write(list: elements) { (writer, id) throws(CompiledFormError) in writer.write(id) }
  }

  private mutating func write(_ iteration: Iteration) throws(CompiledFormError) {
    write(iteration.slot)
    try write(optional: iteration.valueSlot) { (writer, slot) throws(CompiledFormError) in
      writer.write(slot)
    }
    write(iteration.collection)
    try write(optional: iteration.filter) { (writer, id) throws(CompiledFormError) in
      writer.write(id)
    }
  }
}

extension CompiledReader {
  /// Returns a term of a program with `context`.
  mutating func term(_ context: CompiledContext) throws(CompiledFormError) -> Term {
    let tag = try tag(TermTag.self)
    switch tag {
    case .constant: return .constant(try value(context.schema))
    case .absent: return .absent
    case .parameter: return .parameter(try small())
    case .variable: return .variable(slot: try small())
    case .now: return .now
    case .attribute: return .attribute(of: try termID(), index: try small())
    case .field: return .field(of: try termID(), index: try small())
    case .member: return .member(of: try termID(), name: try string())
    case .element: return .element(of: try termID(), key: try termID())
    case .lookup: return .lookup(in: try termID(), key: try termID())
    case .chain:
      let (base, body) = (try termID(), try termID())
      return .chain(base: base, slot: try small(), body: body)
    case .coalesce: return .coalesce(try termID(), try termID())
    case .not: return .not(try termID())
    case .and: return .and(try termID(), try termID())
    case .or: return .or(try termID(), try termID())
    case .implies: return .implies(try termID(), try termID())
    case .compare:
      let (left, right) = (try termID(), try termID())
      return .compare(try oneCase(of: Comparison.self), left, right)
    case .membership: return .membership(try termID(), in: try termID())
    case .matches: return .matches(try termID(), try termID())
    case .covers: return .covers(try termID(), try termID())
    case .meets: return .meets(try termID(), try termID())
    case .isPresent: return .isPresent(try termID())
    case .isEmpty: return .isEmpty(try termID())
    case .isWorld: return .isWorld(try termID())
    case .negate: return .negate(try termID())
    case .arithmetic:
      let (left, right) = (try termID(), try termID())
      return .arithmetic(try oneCase(of: Arithmetic.self), left, right)
    case .setOperation:
      let (left, right) = (try termID(), try termID())
      return .setOperation(try oneCase(of: SetOperation.self), left, right)
    case .portRange: return .portRange(try termID(), try termID())
    case .decode: return .decode(try termID(), as: try typeID(context))
    case .widen: return .widen(try termID(), to: try typeID(context))
    case .closure:
      let base = try termID()
      let paths = try list { (reader) throws(CompiledFormError) in
        try reader.list { (reader) throws(CompiledFormError) in try reader.small() }
      }
      return .closure(of: base, paths: paths, includesBase: try bool())
    case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups:
      return try iterationTerm(tag)
    case .conditional, .match, .list, .set, .map, .structure, .call, .builtin, .text:
      return try termWithParts(tag, context)
    }
  }

  private mutating func iterationTerm(_ tag: TermTag) throws(CompiledFormError) -> Term {
    switch tag {
    case .quantifier:
      let body = try termID()
      let iteration = try iteration()
      return .quantifier(try oneCase(of: LogicalQuantifier.self), iteration, body: body)
    case .exactly:
      let (count, body) = (try termID(), try termID())
      return .exactly(count, try iteration(), body: body)
    case .count: return .count(try iteration())
    case .fold:
      let body = try termID()
      let iteration = try iteration()
      return .fold(try oneCase(of: Fold.self), iteration, body: body)
    case .comprehension:
      let body = try termID()
      let iteration = try iteration()
      return .comprehension(iteration, body: body, isSet: try bool())
    case .mapComprehension:
      let (key, value) = (try termID(), try termID())
      return .mapComprehension(try iteration(), key: key, value: value)
    case .groups:
      let (key, body) = (try termID(), try termID())
      return .groups(try iteration(), key: key, body: body)
    default: throw .malformed
    }
  }

  private mutating func termWithParts(
    _ tag: TermTag, _ context: CompiledContext
  ) throws(CompiledFormError) -> Term {
    switch tag {
    case .conditional:
      return .conditional(try termID(), then: try termID(), else: try termID())
    case .match:
      let subject = try termID()
      let arms = try list { (reader) throws(CompiledFormError) in
        let cases = try reader.list { (reader) throws(CompiledFormError) in try reader.small() }
        return Arm(cases: cases, value: try reader.termID())
      }
      return .match(subject, arms: arms)
    case .list: return .list(try termIDs())
    case .set: return .set(try termIDs())
    case .map:
      return .map(
        try list { (reader) throws(CompiledFormError) in
          Entry(key: try reader.termID(), value: try reader.termID())
        })
    case .structure:
      let id = StructureID(index: try index(below: context.schema.structures.count))
      let fields = try list { (reader) throws(CompiledFormError) in
        try reader.optional { (reader) throws(CompiledFormError) in try reader.termID() }
      }
      guard fields.count == context.schema[id].attributes.count else { throw .malformed }
      return .structure(id, fields)
    case .call:
      let function = FunctionID(index: try index(below: context.functionCount))
      return .call(function, try termIDs())
    case .builtin:
      let builtin = try oneCase(of: Builtin.self)
      let arguments = try termIDs()
      guard arguments.count == builtin.argumentCount else { throw .malformed }
      return .builtin(builtin, arguments)
    case .text:
      return .text(
        try list { (reader) throws(CompiledFormError) -> TextPart in
          try reader.bool() ? .literal(ExactText(try reader.string())) : .value(try reader.termID())
        })
    default: throw .malformed
    }
  }

  private mutating func termIDs() throws(CompiledFormError) -> [TermID] {
    try list { (reader) throws(CompiledFormError) in try reader.termID() }
  }

  private mutating func iteration() throws(CompiledFormError) -> Iteration {
    let slot = try small()
    let valueSlot = try optional { (reader) throws(CompiledFormError) in try reader.small() }
    let collection = try termID()
    let filter = try optional { (reader) throws(CompiledFormError) in try reader.termID() }
    return Iteration(slot: slot, valueSlot: valueSlot, collection: collection, filter: filter)
  }
}
