internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Attributes, fields and what may be absent.
extension RuleCompiler {
  /// Returns the attribute at the 0-based index of the nodes that `base` is.
  mutating func attribute(_ index: Int, of base: Operand) -> Operand {
    switch base {
    case .constant(.absent), .constant(.unknown): return .unknown
    case .vector(let id):
      guard case .edges(let type) = builder.plan.shapes[id] else { return opaque() }
      let declaration = schema[type].attributes[index]
      let path = ColumnPath(type: type, attribute: index)
      if let edge = declaration.inverse {
        return inverse(edge, EdgeID(resource: type, attribute: index), of: id, path, declaration)
      }
      return read(path, of: id, declaration)
    case .constant, .derived, .elements, .presence, .opaque: return opaque()
    }
  }

  private mutating func inverse(
    _ edge: EdgeID, _ attribute: EdgeID, of id: OperationID, _ path: ColumnPath,
    _ declaration: Attribute
  ) -> Operand {
    // What is written out, as in fixtures, is left to the interpreter.
    let column = path.column(in: graph)
    guard column.isSkipped || column.states.allSatisfy({ $0 == CellState.unknown.rawValue }),
      graph.inverse(attribute) != nil
    else { return opaque() }
    if schema.types.isOptional(declaration.type) {
      return demand(.soleReferring(id, attribute), .edges(edge.resource), like: id)
    }
    return demand(.referring(id, attribute), .groups(attribute), like: id)
  }

  /// Returns the rows of the column that `id` names.
  mutating func read(
    _ path: ColumnPath, of id: OperationID, _ declaration: Attribute?
  ) -> Operand {
    let column = path.column(in: graph)
    if column.isSkipped { return .unknown }
    guard let shape = shape(of: column, at: path) else { return opaque() }
    var substitute = Substitute.absent
    switch declaration?.absence {
    case nil, .allowed: break
    case .malformed: substitute = .unknown
    case .value(let value):
      if let word = word(of: .value(value), as: shape) {
        substitute = .word(word)
        switch shape {
        case .runs, .pairs, .groups: substitute = .empty
        case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
          break
        }
      } else if column.states.contains(CellState.absent.rawValue) {
        return opaque()
      }
    }
    return demand(.read(id, path, absent: substitute), shape, like: id)
  }

  /// Returns the shape of vectors of the column's rows; `nil` if there are none.
  func shape(of column: Column, at path: ColumnPath) -> Shape? {
    switch column.kind {
    case .bits: .bits
    case .integers, .floats: shape(for: column.type)
    case .cases(let id): .cases(id)
    case .strings: .texts
    case .arns: .arns
    case .pooled: column.type == .json || column.type == .error ? nil : .values
    case .edges(let type): .edges(type)
    case .runs(let isSet): .runs(path, isSet: isSet)
    case .pairs: .pairs(path)
    case .structure: .structure(path)
    }
  }

  /// Compiles an attribute of a structure.
  mutating func field(_ id: TermID, _ base: TermID, _ index: Int) -> Operand {
    switch compile(base) {
    case .constant(.value(let value)): return derive(id, [.constant(.value(value))])
    case .constant: return .unknown
    case .vector(let vector):
      guard case .structure(let path) = builder.plan.shapes[vector],
        case .structure(let structure) = plainType(of: base)
      else { return opaque() }
      return read(path.child(index), of: vector, schema[structure].attributes[index])
    case .derived, .elements, .presence, .opaque: return opaque()
    }
  }

  /// Compiles the value of a map for a key.
  mutating func lookup(_ id: TermID, _ base: TermID, _ key: TermID) -> Operand {
    let (base, key) = (compile(base), compile(key))
    switch (base, key) {
    case (.constant(.absent), _), (.constant(.unknown), _): return .unknown
    case (.vector(let map), .constant(.value(.string(let text)))):
      guard case .pairs(let path) = builder.plan.shapes[map] else { return opaque() }
      let (keys, values) = (path.child(0).column(in: graph), path.child(1).column(in: graph))
      guard case .strings = keys.kind, !keys.isSkipped, !values.isSkipped,
        let shape = shape(of: values, at: path.child(1))
      else { return opaque() }
      switch shape {
      case .runs, .pairs, .groups, .structure: return opaque()
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .bounds: break
      }
      let number = graph.pools.strings.number(of: text) ?? .max
      return demand(.lookup(map, path, key: number), shape, like: map)
    case (.constant, .constant), (.constant, .vector), (.constant, .derived):
      return derive(id, [base, key])
    default: return opaque()
    }
  }

  /// Compiles `base?.body`.
  mutating func chain(_ id: TermID, _ base: TermID, _ slot: Int, _ body: TermID) -> Operand {
    let operand = compile(base)
    switch operand {
    case .constant(.absent), .constant(.unknown): return operand
    case .elements, .presence, .opaque: return opaque()
    case .constant(.value), .vector, .derived: break
    }
    let saved = slots[slot]
    slots[slot] = operand
    let result = compile(body)
    slots[slot] = saved
    switch (operand, result) {
    case (.constant, _): return result
    case (.vector(let outer), .derived(let term, let leaves)):
      return derivedChain(id, outer, term, of: leaves)
    case (.vector(let outer), _):
      if builder.plan.shapes[outer] == .truth { return result }
      guard let inner = vector(result, shape(for: plainType(of: id))) else { return opaque() }
      let shape = builder.plan.shapes[inner] == .truth ? .bits : builder.plan.shapes[inner]
      return demand(outer, inner, shape) { .chain($0, $1) }
    default: return opaque()
    }
  }

  /// Compiles `left ?? right`.
  mutating func coalesce(_ id: TermID, _ left: TermID, _ right: TermID) -> Operand {
    let first = compile(left)
    switch first {
    case .constant(.absent): return compile(right)
    case .constant, .elements, .presence: return first
    case .opaque: return opaque()
    case .vector(let vector) where builder.plan.shapes[vector] == .truth: return first
    case .vector, .derived: break
    }
    let second = compile(right)
    if case .derived = first { return derive(id, [first, second]) }
    if case .opaque = second { return opaque() }
    guard let (one, other, home) = aligned(first, second, nil) else {
      return derive(id, [first, second])
    }
    let (shape, otherShape) = (builder.plan.shapes[one], builder.plan.shapes[other])
    if shape == .bits, otherShape == .truth {
      return .vector(builder.demand(.coalesce(one, other), .truth, in: home))
    }
    guard shape == otherShape else { return opaque() }
    return .vector(builder.demand(.coalesce(one, other), shape, in: home))
  }
}
