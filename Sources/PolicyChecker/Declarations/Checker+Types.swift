internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Declares the names of all resources, structures and enumerations.
  mutating func declareTypes() {
    forEachDeclaration { checker, declaration, _ in
      switch declaration {
      case .resource(let resource): checker.declare(resource)
      case .structure(let structure): checker.declare(structure)
      case .enumeration(let enumeration): checker.declare(enumeration)
      case .function, .rule, .mapping, .test, .survivor, .error: break
      }
    }
  }

  private mutating func declare(_ declaration: ResourceDeclaration) {
    let id = ResourceTypeID(index: program.schema.resources.count)
    guard declare(declaration.name, .resource(id)) else { return }
    var container: ContainerKind?
    if let scope = declaration.scope {
      container = word(scope, among: ContainerKind.allCases.map(\.rawValue)).flatMap {
        ContainerKind(rawValue: $0)
      }
    }
    program.schema.resources.append(
      ResourceType(
        name: tree.text(of: declaration.name), container: container, attributes: [],
        documentation: documentation(declaration.documentation),
        range: tree.range(of: declaration.name)))
  }

  private mutating func declare(_ declaration: StructureDeclaration) {
    let id = StructureID(index: program.schema.structures.count)
    guard declare(declaration.name, .structure(id)) else { return }
    program.schema.structures.append(
      StructureType(
        name: tree.text(of: declaration.name), attributes: [],
        documentation: documentation(declaration.documentation),
        range: tree.range(of: declaration.name)))
  }

  private mutating func declare(_ declaration: EnumerationDeclaration) {
    let id = EnumerationID(index: program.schema.enumerations.count)
    guard declare(declaration.name, .enumeration(id)) else { return }
    var names: [String: SourceRange] = [:]
    var cases: [EnumerationType.Case] = []
    for item in declaration.cases {
      let name = tree.text(of: item.name)
      let range = tree.range(of: item.name)
      if let first = names[name] {
        diagnostics.insert(.duplicateName(name, at: range, first: first))
        continue
      }
      names[name] = range
      let spellings = item.spellings.compactMap { literalText($0) }
      cases.append(
        EnumerationType.Case(
          name: name, spellings: spellings.isEmpty && !item.isOtherwise ? [name] : spellings,
          isOtherwise: item.isOtherwise))
    }
    program.schema.enumerations.append(
      EnumerationType(
        name: tree.text(of: declaration.name), cases: cases,
        documentation: documentation(declaration.documentation),
        range: tree.range(of: declaration.name)))
  }

  /// Enters `name`, and returns `false` if it is taken.
  private mutating func declare(_ name: QualifiedName, _ meaning: DeclaredType.Meaning) -> Bool {
    let text = tree.text(of: name)
    let range = tree.range(of: name)
    if let first = types[text] {
      diagnostics.insert(.duplicateName(text, at: range, first: first.range))
      return false
    }
    if Checker.builtinTypes[text] != nil {
      diagnostics.insert(.reservedTypeName(text, at: range))
      return false
    }
    types[text] = DeclaredType(meaning: meaning, pack: pack.name, range: range)
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: ".") {
      let ending = String(text[text.utf8.index(after: index)...])
      typesByEnding[pack.name, default: [:]][ending, default: []].append(text)
    }
    return true
  }

  /// The types of the language that have no parts.
  static let builtinTypes: [String: ValueType] = [
    "Bool": .bool, "Int": .int, "Float": .float, "String": .string, "Duration": .duration,
    "Timestamp": .timestamp, "Bytes": .bytes, "Cidr": .cidr, "CidrSet": .cidrSet,
    "PortSet": .portSet, "Arn": .arn, "Regex": .regex, "PolicyDocument": .policyDocument,
    "FilterPattern": .filterPattern, "Version": .version, "IpAddress": .ipAddress, "Glob": .glob,
    "Json": .json,
  ]

  /// Returns the type that `id` names.
  mutating func resolve(_ id: TypeNameID) -> TypeID {
    switch tree[id] {
    case .error: return errorType
    case .list(let element): return demand(.list(resolve(element)))
    case .optional(let wrapped): return optional(resolve(wrapped))
    case .named(let name, let arguments):
      return resolve(name, tree[arguments], at: tree.range(of: id))
    }
  }

  private mutating func resolve(
    _ name: QualifiedName, _ arguments: ArraySlice<TypeNameID>, at range: SourceRange
  ) -> TypeID {
    let text = tree.text(of: name)
    let wanted = ["Set": 1, "Map": 2][text] ?? 0
    guard arguments.count == wanted else {
      // What is no type at all takes no number of others.
      let isKnown = wanted > 0 || Checker.builtinTypes[text] != nil
      guard isKnown || declaredType(name) != nil else { return errorType }
      diagnostics.insert(
        .wrongTypeArgumentCount(text, expected: wanted, got: arguments.count, at: range))
      return errorType
    }
    if let first = arguments.first, let last = arguments.last {
      let element = resolve(first)
      return demand(wanted == 1 ? .set(element) : .map(key: element, value: resolve(last)))
    }
    if let simple = Checker.builtinTypes[text] { return demand(simple) }
    guard let declared = declaredType(name) else { return errorType }
    switch declared.meaning {
    case .resource(let id): return demand(.resource(id))
    case .structure(let id): return demand(.structure(id))
    case .enumeration(let id): return demand(.enumeration(id))
    }
  }

  /// Returns what `name` stands for in the current pack, or reports that it stands for nothing.
  mutating func declaredType(_ name: QualifiedName) -> DeclaredType? {
    let text = tree.text(of: name)
    if let exact = types[text], sees(exact.pack) { return exact }
    let own = typesByEnding[pack.name]?[text] ?? []
    if own.count == 1, let only = own.first { return types[only] }
    let range = tree.range(of: name)
    if own.count > 1 {
      diagnostics.insert(.ambiguousType(text, candidates: own.sorted(), at: range))
      return nil
    }
    if let hidden = types[text] {
      diagnostics.insert(.invisibleType(text, in: hidden.pack, from: pack.name, at: range))
      return nil
    }
    let near = suggestion(for: text) { checker in
      checker.types.filter { checker.sees($0.value.pack) }.keys.sorted()
        + (checker.typesByEnding[checker.pack.name]?.keys.sorted() ?? [])
        + Checker.builtinTypes.keys.sorted()
    }
    diagnostics.insert(
      .unknownType(text, didYouMean: FamiliarTypes.spelling(of: text) ?? near, at: range))
    return nil
  }

  /// Returns the text of `token` if it is one of `words`, or reports that it is not.
  mutating func word(_ token: TokenID, among words: [String]) -> String? {
    let text = tree.text(of: token)
    if words.contains(text) { return text }
    diagnostics.insert(.unexpectedWord(text, expected: words, at: tree.range(of: token)))
    return nil
  }

  /// Returns the text of a string literal without interpolations, or reports that it is none.
  mutating func literalText(_ id: ExpressionID) -> String? {
    switch tree[id] {
    case .error: return nil
    case .string(let segments):
      if let text = tree.literalText(tree[segments]) { return text }
      if tree[segments].contains(where: isBroken) { return nil }
      diagnostics.insert(.notConstant(at: tree.range(of: id)))
      return nil
    default:
      diagnostics.insert(.notConstant(at: tree.range(of: id)))
      return nil
    }
  }

  /// Whether the piece of a string was to be filled in with what has a mistake of form.
  private func isBroken(_ segment: StringSegment) -> Bool {
    if case .interpolation(let id) = segment, case .error = tree[id] { true } else { false }
  }
}
