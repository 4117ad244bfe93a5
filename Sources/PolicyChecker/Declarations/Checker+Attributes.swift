internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Resolves the attributes of all resources and structures, then the inverses of edges.
  mutating func resolveAttributes() {
    forEachDeclaration { checker, declaration, _ in
      switch declaration {
      case .resource(let resource):
        guard
          case .resource(let id)? = checker.ownType(resource.name)
        else { return }
        checker.program.schema.resources[id.index].attributes =
          checker.attributes(resource.attributes, ofResource: true)
      case .structure(let structure):
        guard case .structure(let id)? = checker.ownType(structure.name) else { return }
        checker.program.schema.structures[id.index].attributes =
          checker.attributes(structure.attributes, ofResource: false)
      case .enumeration, .function, .rule, .mapping, .test, .survivor, .error: break
      }
    }
    forEachDeclaration { checker, declaration, _ in
      guard case .resource(let resource) = declaration,
        case .resource(let id)? = checker.ownType(resource.name)
      else { return }
      checker.resolveInverses(resource, of: id)
    }
    refuseRecursiveStructures()
    refuseInversesOfInverses()
  }

  /// Returns what the declaration of `name` made it stand for; a second one of the name made it
  /// stand for nothing.
  private func ownType(_ name: QualifiedName) -> DeclaredType.Meaning? {
    guard let declared = types[tree.text(of: name)], declared.range == tree.range(of: name) else {
      return nil
    }
    return declared.meaning
  }

  private mutating func attributes(
    _ declarations: [AttributeDeclaration], ofResource: Bool
  ) -> [Attribute] {
    var names: [String: SourceRange] = [:]
    var result: [Attribute] = []
    defer { refuseTakenFormerNames(result, declarations) }
    for declaration in declarations {
      let name = tree.text(of: declaration.name)
      let range = tree.range(of: declaration.name)
      if let first = names[name] {
        diagnostics.insert(.duplicateName(name, at: range, first: first))
        continue
      }
      names[name] = range
      let type = resolve(declaration.type)
      result.append(
        Attribute(
          name: name, type: type, absence: absence(of: declaration, type: type),
          key: key(of: declaration, ofResource: ofResource), inverse: nil,
          formerNames: declaration.formerNames.map { tree.text(of: $0) },
          documentation: documentation(declaration.documentation), range: range))
    }
    return result
  }

  /// Reports former names that are names too, or that two attributes claim.
  private mutating func refuseTakenFormerNames(
    _ attributes: [Attribute], _ declarations: [AttributeDeclaration]
  ) {
    var places = Dictionary(attributes.map { ($0.name, $0.range) }) { first, _ in first }
    for name in declarations.flatMap(\.formerNames) {
      let range = tree.range(of: name)
      if let first = places[tree.text(of: name)] {
        diagnostics.insert(.duplicateName(tree.text(of: name), at: range, first: first))
      }
      places[tree.text(of: name)] = range
    }
  }

  /// Returns the 0-based index of the attribute that `text`, at `range`, names, and says so when
  /// that is a name it had before.
  mutating func attribute(
    named text: String, among attributes: [Attribute], at range: SourceRange
  ) -> Int? {
    guard let index = attributes.index(named: text) else { return nil }
    if attributes[index].name != text {
      note(formerName: text, of: attributes[index].name, .attribute, at: range)
    }
    return index
  }

  /// Says that `former`, at `range`, has another name now.
  mutating func note(
    formerName former: String, of name: String, _ subject: FormerNameUse.Subject,
    at range: SourceRange
  ) {
    diagnostics.insert(.formerName(former, now: name, at: range))
    program.formerNameUses.append(
      FormerNameUse(subject: subject, formerName: former, name: name, range: range))
  }

  private mutating func absence(of declaration: AttributeDeclaration, type: TypeID) -> Absence {
    // `Json` may be absent by itself; what the schema says is whether an attribute of it may.
    let isMarked = if case .optional = tree[declaration.type] { true } else { isOptional(type) }
    guard let expression = declaration.valueWhenAbsent else {
      return isMarked ? .allowed : .malformed
    }
    guard !isMarked else {
      diagnostics.insert(.needlessDefault(at: tree.range(of: expression)))
      return .allowed
    }
    return constant(expression, expecting: type).map { .value($0) } ?? .malformed
  }

  private mutating func key(of declaration: AttributeDeclaration, ofResource: Bool) -> KeyScope? {
    guard declaration.isKey else { return nil }
    guard ofResource else {
      diagnostics.insert(.keyOutsideResource(at: tree.range(of: declaration.name)))
      return nil
    }
    guard let scope = declaration.keyScope else { return .everywhere }
    return keyScope(scope)
  }

  /// Returns the scope that the word at `scope` names, or `nil` after reporting that it names none.
  mutating func keyScope(_ scope: TokenID) -> KeyScope? {
    switch word(scope, among: ["account", "region"]) {
    case "account"?: .account
    case "region"?: .region
    default: nil
    }
  }

  private mutating func resolveInverses(_ declaration: ResourceDeclaration, of id: ResourceTypeID) {
    for attribute in declaration.attributes {
      guard let inverse = attribute.inverse,
        let index = program.schema[id].attribute(named: tree.text(of: attribute.name))
      else { continue }
      let old = program.schema[id].attributes[index]
      let range = tree.range(of: inverse)
      guard let source = inverseSource(old.type) else {
        diagnostics.insert(.inverseIsNoList(at: old.range))
        continue
      }
      let name = tree.text(of: inverse)
      let attributes = program.schema[source].attributes
      guard let edge = self.attribute(named: name, among: attributes, at: range) else {
        reportUnknownAttribute(name, of: .resource(source), at: range)
        continue
      }
      guard edgeTarget(program.schema[source].attributes[edge].type) == id else {
        diagnostics.insert(
          .inverseOfAnother(
            "\(program.schema[source].name).\(name)", target: program.schema[id].name, at: range))
        continue
      }
      program.schema.resources[id.index].attributes[index] = Attribute(
        name: old.name, type: old.type, absence: old.absence, key: old.key,
        inverse: EdgeID(resource: source, attribute: edge), formerNames: old.formerNames,
        documentation: old.documentation, range: old.range)
    }
  }

  /// Returns the type of the resources at the other end of an inverse: a list of them, or one that
  /// may be absent.
  private func inverseSource(_ type: TypeID) -> ResourceTypeID? {
    switch self[type] {
    case .list(let element), .optional(let element):
      if case .resource(let source) = self[element] { source } else { nil }
    default: nil
    }
  }

  /// Returns the resource type that an edge of type `type` leads to.
  func edgeTarget(_ type: TypeID) -> ResourceTypeID? {
    switch self[unwrapped(type)] {
    case .resource(let id): id
    case .list(let element), .set(let element): edgeTarget(element)
    default: nil
    }
  }
}
