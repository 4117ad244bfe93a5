internal import PolicySyntax

/// Mappings from raw resources.
extension Parser {
  /// Parses `"map" word text { "," text } "to" type_name "{" { map_item } "}"`.
  mutating func mapping(_ documentation: [TokenID]) throws(Failure) -> MappingDeclaration {
    try expect(.map)
    let source = try name("a source format")
    let rawTypes = try strings()
    try expect(.to)
    let target = try typeName()
    let items = try items(.mapping, wrong: .error) { (parser) throws(Failure) in
      try parser.mappingItem()
    }
    return MappingDeclaration(
      documentation: documentation, source: source, rawTypes: rawTypes, target: target,
      items: items)
  }

  /// Parses `text { "," text }`.
  private mutating func strings() throws(Failure) -> [ExpressionID] {
    var strings: [ExpressionID] = []
    repeat { strings.append(try string()) } while take(.comma) != nil
    return strings
  }

  /// Parses `map_item`.
  private mutating func mappingItem() throws(Failure) -> MappingItem {
    if isAtName, peek().punctuation == .equals {
      return .field(try field { (parser) throws(Failure) in try parser.expect(.equals) })
    }
    let keyword = currentID
    switch current.keyword {
    case .where:
      advance()
      return .filter(keyword: keyword, condition: wholeExpression())
    case .adopted:
      advance()
      return .adopted(keyword: keyword, condition: wholeExpression())
    case .join:
      advance()
      let name = try variableName("a variable")
      try expect(.equals)
      return .join(
        keyword: keyword, name: name, rawTypes: try strings(), try joinRelation())
    case .let: return try constant { .constant(keyword: keyword, name: $0, type: $1, value: $2) }
    default:
      throw failExpectingItem(
        "an attribute with its value", words: [.where, .adopted, .join, .let])
    }
  }

  /// Parses `"on" word { "." word } | "in" scope`.
  private mutating func joinRelation() throws(Failure) -> JoinRelation {
    if at(.in) {
      advance()
      return .scope(try scope())
    }
    _ = try expect(oneOf: [.on, .in])
    var path: [TokenID] = []
    repeat { path.append(try name("an attribute")) } while take(.dot) != nil
    return .path(path)
  }

  /// Parses a name, `separator` and the value.
  mutating func field(
    _ separator: (inout Parser) throws(Failure) -> TokenID
  ) throws(Failure) -> FieldValue {
    let name = try name("an attribute")
    _ = try separator(&self)
    return FieldValue(name: name, value: wholeExpression())
  }
}
