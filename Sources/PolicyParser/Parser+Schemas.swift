internal import PolicySyntax

/// Resources, structures, enums and types.
extension Parser {
  /// Parses `"resource" type_name [ "scope" scope ] "{" { attribute } "}"`.
  mutating func resource(_ documentation: [TokenID]) throws(Failure) -> ResourceDeclaration {
    try expect(.resource)
    let name = try typeName()
    let scope = take(.scope) == nil ? nil : try self.scope()
    let attributes = try attributes()
    return ResourceDeclaration(
      documentation: documentation, name: name, scope: scope, attributes: attributes)
  }

  /// Parses `"struct" type_name "{" { attribute } "}"`.
  mutating func structure(_ documentation: [TokenID]) throws(Failure) -> StructureDeclaration {
    try expect(.struct)
    let name = try typeName()
    let attributes = try attributes()
    return StructureDeclaration(documentation: documentation, name: name, attributes: attributes)
  }

  /// Parses `scope`.
  mutating func scope() throws(Failure) -> TokenID {
    try expect(oneOf: [.account, .region, .organization])
  }

  /// Parses `"{" { attribute } "}"`.
  private mutating func attributes() throws(Failure) -> [AttributeDeclaration] {
    try items(.attributes, wrong: nil) { (parser) throws(Failure) in try parser.attribute() }
  }

  /// Parses `{ doc } word ":" type { attribute_note }`.
  private mutating func attribute() throws(Failure) -> AttributeDeclaration {
    let documentation = documentation
    let name = try name("an attribute")
    try expect(.colon)
    var attribute = AttributeDeclaration(
      documentation: documentation, name: name, type: try type(), valueWhenAbsent: nil,
      isKey: false, keyScope: nil, inverse: nil, formerNames: [])
    while true {
      if at(.equals), attribute.valueWhenAbsent == nil {
        advance()
        attribute.valueWhenAbsent = try expression()
        try expect(.when)
        try expect(.absent)
      } else if at(.key), peek().punctuation != .colon, !attribute.isKey {
        advance()
        attribute.isKey = true
        if at(.in), peek().punctuation != .colon {
          advance()
          attribute.keyScope = try scope()
        }
      } else if at(.inverse), peek().punctuation != .colon, attribute.inverse == nil {
        advance()
        try expect(.of)
        attribute.inverse = try self.name("an attribute")
      } else if at(.formerly), peek().punctuation != .colon, attribute.formerNames.isEmpty {
        advance()
        attribute.formerNames = try formerNames("an attribute")
      } else {
        return attribute
      }
    }
  }

  /// Parses `"enum" type_name "{" { { doc } enum_case } "}"`.
  mutating func enumeration(_ documentation: [TokenID]) throws(Failure) -> EnumerationDeclaration {
    try expect(.enum)
    let name = try typeName()
    let cases = try items(.enumCases, wrong: nil) { (parser) throws(Failure) in
      try parser.enumCase()
    }
    return EnumerationDeclaration(documentation: documentation, name: name, cases: cases)
  }

  /// Parses `Word [ "=" text { "|" text } | "otherwise" ]`.
  private mutating func enumCase() throws(Failure) -> EnumCaseDeclaration {
    let documentation = documentation
    let name = try typeWord("a case")
    var spellings: [ExpressionID] = []
    if take(.equals) != nil {
      repeat { spellings.append(try string()) } while take(.bar) != nil
    }
    let isOtherwise = spellings.isEmpty && take(.otherwise) != nil
    return EnumCaseDeclaration(
      documentation: documentation, name: name, spellings: spellings, isOtherwise: isOtherwise)
  }

  /// Goes past a word that starts in upper case.
  mutating func typeWord(_ what: String) throws(Failure) -> TokenID {
    if current.token.kind == .typeWord { return advance() }
    throw fail { .expectedTypeName(what, found: $0, at: $1) }
  }

  /// Parses `{ word "." } Word`.
  mutating func typeName() throws(Failure) -> QualifiedName {
    let first = currentID
    var count: Int32 = 1
    while isAtName, peek().punctuation == .dot {
      advance()
      advance()
      count += 1
    }
    return QualifiedName(first: first, last: try typeWord("a type"), count: count)
  }

  /// Parses `( type_name [ "<" type { "," type } ">" ] | "[" type "]" ) [ "?" ]`.
  mutating func type() throws(Failure) -> TypeNameID {
    try nested { (parser) throws(Failure) in try parser.nestedType() }
  }

  private mutating func nestedType() throws(Failure) -> TypeNameID {
    let start = position
    var node: TypeName
    if take(.leftBracket) != nil {
      let element = try type()
      try expect(.rightBracket)
      node = .list(element)
    } else {
      let name = try typeName()
      var arguments: [TypeNameID] = []
      if take(.less) != nil {
        repeat { arguments.append(try type()) } while take(.comma) != nil
        try expect(.greater)
      }
      node = .named(name, arguments: tree.insert(arguments[...]))
    }
    var id = tree.insert(node, at: range(from: start))
    if take(.question) != nil { id = tree.insert(.optional(id), at: range(from: start)) }
    return id
  }
}
