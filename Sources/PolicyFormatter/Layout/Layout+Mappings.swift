internal import PolicySyntax

/// Mappings from raw resources.
extension Layout {
  /// Returns `map source "type" to Type { … }`.
  mutating func mapping(_ mapping: MappingDeclaration) -> Document {
    let head = Document.concatenation([
      words(2), .space, .nest(2, strings(mapping.rawTypes)), .space, token(), .space,
      name(mapping.target),
      .space,
    ])
    return head
      + items(count: mapping.items.count) { layout, index in
        layout.mappingItem(mapping.items[index])
      }
  }

  private mutating func mappingItem(_ item: MappingItem) -> Document {
    switch item {
    case .error: return .empty
    case .filter(_, let condition), .adopted(_, let condition): return filter(condition)
    case .join(_, _, let rawTypes, let relation):
      let head = words(3)
      let types = strings(rawTypes)
      let rest = Document.concatenation([.line, types, .line] + self.relation(relation))
      return .group(head + .nest(1, rest))
    case .constant(_, _, let type, let value): return constant(type, value)
    case .field(let field): return assignment(field)
    }
  }

  /// Returns `on path` or `in scope`.
  private mutating func relation(_ relation: JoinRelation) -> [Document] {
    switch relation {
    case .path(let path): [token(), .space] + (0..<(2 * path.count - 1)).map { _ in token() }
    case .scope: [words(2)]
    }
  }

  /// Returns `name = value`.
  mutating func assignment(_ field: FieldValue) -> Document {
    .group(.concatenation([words(2), value(field.value)]))
  }
}
