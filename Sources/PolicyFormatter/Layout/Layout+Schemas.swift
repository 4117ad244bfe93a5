internal import PolicySyntax

/// Resources, structures and enums.
extension Layout {
  /// The greatest number of attributes on one line.
  private static let mostAttributesOnALine = 3

  /// Returns `resource Type scope word { … }`.
  mutating func resource(_ resource: ResourceDeclaration) -> Document {
    var parts = [token(), .space, name(resource.name), .space]
    if resource.scope != nil { parts += [words(2), .space] }
    parts.append(attributes(resource.attributes, mayShareLine: false))
    return .concatenation(parts)
  }

  /// Returns `struct Type { … }`.
  mutating func structure(_ structure: StructureDeclaration) -> Document {
    let head = Document.concatenation([token(), .space, name(structure.name), .space])
    let isShort = structure.attributes.count <= Layout.mostAttributesOnALine
    return head + attributes(structure.attributes, mayShareLine: isShort)
  }

  private mutating func attributes(
    _ attributes: [AttributeDeclaration], mayShareLine: Bool
  ) -> Document {
    items(count: attributes.count, mayShareLine: mayShareLine) { layout, index in
      layout.attribute(attributes[index])
    }
  }

  /// Returns an attribute with its notes in the order in which they were written.
  private mutating func attribute(_ attribute: AttributeDeclaration) -> Document {
    var parts = [token(), token(), .space, type(attribute.type)]
    let count =
      (attribute.valueWhenAbsent == nil ? 0 : 1) + (attribute.isKey ? 1 : 0)
      + (attribute.inverse == nil ? 0 : 1) + (attribute.formerNames.isEmpty ? 0 : 1)
    for _ in 0..<count {
      parts.append(.space)
      if at("="), let value = attribute.valueWhenAbsent {
        parts += [token(), self.value(value), .space, words(2)]
      } else if at("key") {
        parts.append(words(attribute.keyScope == nil ? 1 : 3))
      } else if at("formerly") {
        parts.append(formerNames(attribute.formerNames))
      } else {
        parts.append(words(3))
      }
    }
    return .group(.concatenation(parts))
  }

  /// Returns `formerly name, name`.
  mutating func formerNames(_ names: [TokenID]) -> Document {
    var parts = [token()]
    for index in names.indices { parts += index == 0 ? [.space, token()] : [words(2)] }
    return .concatenation(parts)
  }

  /// Returns `enum Type { … }`.
  mutating func enumeration(_ enumeration: EnumerationDeclaration) -> Document {
    let head = Document.concatenation([token(), .space, name(enumeration.name), .space])
    return head
      + items(count: enumeration.cases.count, mayShareLine: true) { layout, index in
        layout.enumCase(enumeration.cases[index])
      }
  }

  private mutating func enumCase(_ enumCase: EnumCaseDeclaration) -> Document {
    let name = token()
    if enumCase.isOtherwise { return .concatenation([name, .space, token()]) }
    guard !enumCase.spellings.isEmpty else { return name }
    let equals = token()
    let spellings = Document.nest(1, strings(enumCase.spellings, isBrokenBefore: true))
    return .concatenation([name, .space, equals, .space, spellings])
  }
}
