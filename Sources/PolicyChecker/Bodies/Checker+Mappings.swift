internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks all mappings.
  mutating func checkMappings() {
    forEachDeclaration { checker, declaration, range in
      guard case .mapping(let mapping) = declaration else { return }
      checker.body = Body(kind: .mapping)
      checker.check(mapping, at: range)
    }
  }

  private mutating func check(_ declaration: MappingDeclaration, at range: SourceRange) {
    let rawSlot = body.makeSlot()
    body.variables["raw"] = Body.Variable(
      term: .variable(slot: rawSlot), type: jsonType, range: tree.range(of: declaration.source),
      isElement: false)
    guard let declared = declaredType(declaration.target) else { return }
    guard case .resource(let target) = declared.meaning else {
      diagnostics.insert(
        .populationIsNoResource(
          tree.text(of: declaration.target), at: tree.range(of: declaration.target)))
      return
    }
    var steps: [Mapping.Step] = []
    var assigned: [Int: SourceRange] = [:]
    for item in declaration.items {
      switch item {
      case .error: break
      case .filter(_, let condition):
        steps.append(.filter(checkCondition(condition).term))
      case .adopted(_, let condition):
        steps.append(.adopted(checkCondition(condition).term))
      case .join(_, let name, let rawTypes, let relation):
        let slot = body.makeSlot()
        bind(name, to: .variable(slot: slot), type: demand(.list(jsonType)))
        steps.append(
          .join(
            slot: slot, rawTypes: rawTypes.compactMap { literalText($0) },
            check(relation)))
      case .constant(_, let name, let type, let value):
        let (slot, term) = checkConstant(name, type, value)
        steps.append(.constant(slot: slot, term))
      case .field(let field):
        if let step = check(field, of: target, assigned: &assigned) { steps.append(step) }
      }
    }
    program.mappings.append(
      Mapping(
        source: tree.text(of: declaration.source),
        rawTypes: declaration.rawTypes.compactMap { literalText($0) }, target: target,
        rawSlot: rawSlot, steps: steps, slotCount: body.slotCount, range: range))
  }

  private mutating func check(_ relation: JoinRelation) -> Mapping.Relation {
    switch relation {
    case .path(let path): .path(path.map { tree.text(of: $0) })
    case .scope(let scope): .scope(keyScope(scope) ?? .everywhere)
    }
  }

  private mutating func check(
    _ field: FieldValue, of target: ResourceTypeID, assigned: inout [Int: SourceRange]
  ) -> Mapping.Step? {
    let text = tree.text(of: field.name)
    let range = tree.range(of: field.name)
    let attributes = program.schema[target].attributes
    guard let index = self.attribute(named: text, among: attributes, at: range) else {
      reportUnknownAttribute(text, of: .resource(target), at: range)
      _ = check(field.value)
      return nil
    }
    let attribute = program.schema[target].attributes[index]
    if let first = assigned[index] {
      diagnostics.insert(.duplicateName(text, at: range, first: first))
      return nil
    }
    if attribute.inverse != nil {
      diagnostics.insert(.assignedInverse(text, at: range))
      return nil
    }
    assigned[index] = range
    let checked = check(field.value, expecting: attribute.type)
    let value = assign(
      checked, to: attribute.type, at: tree.range(of: field.value), allowsAbsence: true)
    return .field(attribute: index, value.term)
  }
}
