internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks the name of a variable or parameter.
  mutating func checkName(_ token: TokenID, at range: SourceRange) -> Checked {
    let name = tree.text(of: token)
    guard let variable = body.variables[name] else {
      if body.kind == .constant {
        diagnostics.insert(.notConstant(at: range))
      } else {
        let isFunction = isFunction(name) || Builtin(rawValue: name) != nil
        let near = suggestion(for: name) { $0.body.variables.keys.sorted() }
        diagnostics.insert(
          .unknownName(name, didYouMean: near, isFunction: isFunction, at: range))
      }
      return failed(at: range)
    }
    let path: ValuePath?
    switch variable.term {
    case .variable(let slot): path = ValuePath(root: .slot(slot))
    case .parameter(let index): path = ValuePath(root: .parameter(index))
    default: path = nil
    }
    // Inserted first: a call that reads `self` while an argument changes it would copy all of it.
    let read = insert(variable.term, variable.type, at: range, path: path)
    return narrowed(read)
  }

  /// Checks an enum case, whose type the context gives when it is not written.
  mutating func checkEnumCase(
    type: QualifiedName?, name: TokenID, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    let text = tree.text(of: name)
    let id: EnumerationID
    if let type {
      guard let declared = declaredType(type) else { return failed(at: range) }
      guard case .enumeration(let found) = declared.meaning else {
        diagnostics.insert(.notAnEnumeration(tree.text(of: type), at: range))
        return failed(at: range)
      }
      id = found
    } else if let expected, case .enumeration(let found) = self[unwrapped(expected)] {
      id = found
    } else if let expected, self[unwrapped(expected)] == .error {
      return failed(at: range)
    } else {
      let found = program.schema.enumerations.indices.filter { index in
        program.schema.enumerations[index].cases.contains { $0.name == text }
          && types[program.schema.enumerations[index].name].map { sees($0.pack) } == true
      }
      guard let only = found.first, found.count == 1 else {
        let owners = found.map { program.schema.enumerations[$0].name }
        diagnostics.insert(.enumCaseWithoutContext(text, candidates: owners, at: range))
        return failed(at: range)
      }
      id = EnumerationID(index: only)
    }
    let enumeration = program.schema[id]
    guard let index = enumeration.cases.firstIndex(where: { $0.name == text }) else {
      let names = enumeration.cases.map(\.name)
      let near = suggestion(for: text) { _ in names }
      diagnostics.insert(
        .unknownEnumCase(text, of: enumeration.name, cases: names, didYouMean: near, at: range))
      return failed(at: range)
    }
    return insert(.constant(.enumeration(id, index)), demand(.enumeration(id)), at: range)
  }

  /// Checks `base.name` or `base?.name`.
  mutating func checkMember(
    _ base: ExpressionID, _ token: TokenID, isOptional isChained: Bool, at range: SourceRange
  ) -> Checked {
    let owner = check(base)
    let baseRange = tree.range(of: base)
    if self[owner.type] == .error { return failed(at: range) }
    guard isChained else {
      guard !isOptional(owner.type) else {
        diagnostics.insert(
          .optionalMember(tree.text(of: token), of: name(of: owner.type), at: baseRange))
        return failed(at: range)
      }
      let part = member(token, of: owner, at: range)
      return narrowed(part)
    }
    guard isOptional(owner.type) || self[owner.type] == .json else {
      diagnostics.insert(.needlessChain(name(of: owner.type), at: range))
      return member(token, of: owner, at: range)
    }
    let slot = body.makeSlot()
    let inner = insert(
      .variable(slot: slot), unwrapped(owner.type), at: baseRange,
      path: ValuePath(root: .slot(slot)))
    let result = member(token, of: inner, at: range)
    if self[result.type] == .error { return result }
    let chain = insert(
      .chain(base: owner.term, slot: slot, body: result.term), optional(result.type), at: range,
      path: owner.path?.appending(tree.text(of: token)))
    return narrowed(chain)
  }

  /// Returns the part of `owner`, whose type is plain, that `token` names.
  private mutating func member(
    _ token: TokenID, of owner: Checked, at range: SourceRange
  ) -> Checked {
    let text = tree.text(of: token)
    let path = owner.path?.appending(text)
    let type = self[owner.type]
    switch type {
    case .resource(let id):
      let attributes = program.schema[id].attributes
      if let index = attribute(named: text, among: attributes, at: tree.range(of: token)) {
        let type = attributes[index].type
        return insert(.attribute(of: owner.term, index: index), type, at: range, path: path)
      }
    case .structure(let id):
      let attributes = program.schema[id].attributes
      if let index = attribute(named: text, among: attributes, at: tree.range(of: token)) {
        let type = attributes[index].type
        return insert(.field(of: owner.term, index: index), type, at: range, path: path)
      }
    case .json:
      return insert(.member(of: owner.term, name: text), jsonType, at: range, path: path)
    default:
      if let builtin = Builtin(rawValue: text), builtin.isProperty,
        let result = propertyType(builtin, of: type)
      {
        return insert(.builtin(builtin, [owner.term]), result, at: range)
      }
    }
    reportUnknownAttribute(text, of: type, at: tree.range(of: token))
    return failed(at: range)
  }

  /// Returns the type of a property of the language, or `nil` when `type` has no such.
  private func propertyType(_ builtin: Builtin, of type: ValueType) -> TypeID? {
    switch (builtin, type) {
    case (.count, .list), (.count, .set), (.count, .map), (.count, .portSet): intType
    case (.partition, .arn), (.service, .arn), (.region, .arn), (.account, .arn),
      (.resource, .arn):
      stringType
    case (.major, .version), (.minor, .version), (.patch, .version): intType
    default: nil
    }
  }

  /// Reports that `type` has no attribute called `text`.
  mutating func reportUnknownAttribute(_ text: String, of type: ValueType, at range: SourceRange) {
    let id = demand(type)
    let owner = name(of: id)
    let names: [String]
    let declared: SourceRange?
    switch type {
    case .resource(let id):
      names = program.schema[id].attributes.map(\.name)
      declared = program.schema[id].range
    case .structure(let id):
      names = program.schema[id].attributes.map(\.name)
      declared = program.schema[id].range
    default:
      names = Builtin.allCases.filter { propertyType($0, of: type) != nil }.map(\.rawValue)
      declared = nil
    }
    let near = suggestion(for: text) { _ in names }
    diagnostics.insert(
      .unknownAttribute(
        text, of: owner, didYouMean: near, known: names, declared: declared, at: range))
  }

  /// Checks `base[index]`.
  mutating func checkSubscript(
    _ base: ExpressionID, _ index: ExpressionID, at range: SourceRange
  ) -> Checked {
    let owner = check(base)
    switch self[owner.type] {
    case .error:
      return failed(at: range)
    case .json:
      let key = check(index)
      if self[key.type] != .int, self[key.type] != .string, self[key.type] != .error {
        diagnostics.insert(
          .typeMismatch(
            expected: "Int or String", got: name(of: key.type), at: tree.range(of: index)))
        return failed(at: range)
      }
      return insert(.element(of: owner.term, key: key.term), jsonType, at: range)
    case .map(let keyType, let value):
      let key = adapt(
        check(index, expecting: keyType), to: keyType, at: tree.range(of: index))
      var path: ValuePath?
      if case .constant(.string(let text)) = program[key.term] {
        path = owner.path?.appending("[\(text)]")
      }
      let found = insert(
        .lookup(in: owner.term, key: key.term), optional(value), at: range, path: path)
      return narrowed(found)
    case .optional:
      diagnostics.insert(
        .optionalNeedsGuard(name(of: owner.type), at: tree.range(of: base)))
      return failed(at: range)
    default:
      diagnostics.insert(.notSubscriptable(name(of: owner.type), at: tree.range(of: base)))
      return failed(at: range)
    }
  }
}
