internal import Diagnostics
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// The clauses of a rule.
extension RuleFileReader {
  /// Reads a mapping from names of parameters to their types, values and bounds.
  mutating func parameters(_ value: YAMLNode) -> [ParameterDeclaration] {
    named(value, what: "a mapping from parameters to types") { reader, name, value in
      let parsed = reader.fragment(value, as: "a type, such as `Int = 3 in 1..5`") {
        (parser) throws(Failure) in try parser.parameterType()
      }
      return parsed.map { type, value, bounds in
        ParameterDeclaration(name: name, type: type, defaultValue: value, bounds: bounds)
      }
    }
  }

  /// Reads the statements among `members`: the population, then conditions and constants in the
  /// order of the file, then requirements, then the rest.
  mutating func statements(of members: [(key: YAMLNode, value: YAMLNode)]) -> [Statement] {
    var statements: [Statement] = []
    let known = members.map { (key: Key(rawValue: $0.key.scalar?.text ?? ""), member: $0) }
    for stage in [
      [Key.for], [.where, .let], [.require], [.severity, .remediation, .onEmpty, .formerly],
    ] {
      for (key, member) in known {
        guard let key, stage.contains(key) else { continue }
        statements += clause(key, member.key, member.value, among: members)
      }
    }
    let require = members.first { $0.key.scalar?.text == Key.require.rawValue }?.value
    if let other = members.first(where: { $0.key.scalar?.text == Key.else.rawValue }),
      require?.sequence != nil
    {
      report(.strayYAMLElse(at: other.key.range))
    }
    return statements
  }

  /// Reads the statements that one key stands for.
  private mutating func clause(
    _ key: Key, _ node: YAMLNode, _ value: YAMLNode,
    among members: [(key: YAMLNode, value: YAMLNode)]
  ) -> [Statement] {
    switch key {
    case .rule, .doc, .parameters, .else: return []
    case .for: return [population(node, value)]
    case .where:
      return elements(of: value, "at least one condition").map {
        .filter(keyword: keyword(node), condition: expression($0))
      }
    case .let:
      return named(value, what: "a mapping from names to expressions") { reader, name, value in
        .constant(
          keyword: reader.keyword(node), name: name, type: nil, value: reader.expression(value))
      }
    case .require:
      guard let items = value.sequence else {
        let message = members.first { $0.key.scalar?.text == Key.else.rawValue }?.value
        return [requirement(node, value, message: message)]
      }
      if items.isEmpty { report(.wrongYAMLKind("at least one requirement", at: value.range)) }
      return items.map { requirement(node, item: $0) }
    case .severity:
      return word(value, "a severity").map { [.severity(keyword: keyword(node), value: $0)] } ?? []
    case .onEmpty:
      return word(value, "a status").map { [.onEmpty(keyword: keyword(node), value: $0)] } ?? []
    case .formerly:
      let names = elements(of: value, "at least one name").compactMap { word($0, "a rule") }
      return names.isEmpty ? [] : [.formerly(keyword: keyword(node), names: names)]
    case .remediation:
      return template(value).map { [.remediation(keyword: keyword(node), text: $0)] } ?? []
    }
  }

  /// Reads `word "in" type_name`.
  private mutating func population(_ node: YAMLNode, _ value: YAMLNode) -> Statement {
    let keyword = keyword(node)
    let parsed = fragment(value, as: "a population, such as `key in aws.iam.AccessKey`") {
      (parser) throws(Failure) -> Statement in
      let name = try parser.variableName("a variable")
      try parser.expect(.in)
      return .population(keyword: keyword, name: name, type: try parser.typeName())
    }
    return parsed ?? .error
  }

  /// Reads an element of the list of requirements.
  private mutating func requirement(_ node: YAMLNode, item: YAMLNode) -> Statement {
    guard let members = item.mapping else { return requirement(node, item, message: nil) }
    let keys = [Key.require.rawValue, Key.else.rawValue]
    for (key, _) in members where !keys.contains(key.scalar?.text ?? "") {
      report(.unknownYAMLKey(key.scalar?.text ?? "", known: keys, at: key.range))
    }
    guard let member = members.first(where: { $0.key.scalar?.text == Key.require.rawValue }) else {
      report(.missingYAMLKey(Key.require.rawValue, of: "the requirement", at: item.range.start))
      return .error
    }
    return requirement(member.key, member.value, message: item.member(Key.else.rawValue))
  }

  /// Reads a requirement with its message.
  private mutating func requirement(
    _ node: YAMLNode, _ value: YAMLNode, message: YAMLNode?
  ) -> Statement {
    let keyword = keyword(node)
    let condition = expression(value)
    return .requirement(
      keyword: keyword, condition: condition, message: message.flatMap { template($0) })
  }

  /// Reads a word.
  private mutating func word(_ value: YAMLNode, _ what: String) -> TokenID? {
    fragment(value, as: what) { (parser) throws(Failure) in try parser.name(what) }
  }

  /// Returns the elements of a list, or what stands there without one; a list of none says nothing,
  /// and is reported.
  mutating func elements(of value: YAMLNode, _ what: String) -> [YAMLNode] {
    guard let elements = value.sequence else { return [value] }
    if elements.isEmpty { report(.wrongYAMLKind(what, at: value.range)) }
    return elements
  }

  /// Reads what `item` makes of each name and value of a mapping.
  mutating func named<Item>(
    _ value: YAMLNode, what: String,
    _ item: (inout RuleFileReader, TokenID, YAMLNode) -> Item?
  ) -> [Item] {
    guard let members = value.mapping else {
      report(.wrongYAMLKind(what, at: value.range))
      return []
    }
    if members.isEmpty { report(.wrongYAMLKind("\(what) that is not empty", at: value.range)) }
    var items: [Item] = []
    for (key, value) in members {
      let name = fragment(key, as: "a name") { (parser) throws(Failure) in
        try parser.variableName("a variable")
      }
      guard let name, let item = item(&self, name, value) else { continue }
      items.append(item)
    }
    return items
  }
}
