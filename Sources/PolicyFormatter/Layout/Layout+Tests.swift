internal import PolicySyntax

/// Tests.
extension Layout {
  /// The greatest number of parts of a case on one line: what is given, and what is expected.
  private static let mostPartsOnALine = 2

  /// Returns `test rule { … }`.
  mutating func test(_ test: TestDeclaration) -> Document {
    let head = Document.concatenation([words(2), .space])
    return head
      + items(count: test.items.count) { layout, index in
        layout.testItem(test.items[index])
      }
  }

  private mutating func testItem(_ item: TestItem) -> Document {
    switch item {
    case .error: return .empty
    case .instant: return words(2)
    case .parameter(_, let field): return parameter(field)
    case .testCase(_, let name, let items):
      let head = Document.concatenation([token(), .space, expression(name), .space])
      let isShort = items.count <= Layout.mostPartsOnALine
      return head
        + self.items(count: items.count, mayShareLine: isShort) { layout, index in
          layout.caseItem(items[index])
        }
    }
  }

  private mutating func caseItem(_ item: CaseItem) -> Document {
    switch item {
    case .error: return .empty
    case .instant: return words(2)
    case .parameter(_, let field): return parameter(field)
    case .constant(_, _, let value): return constant(nil, value)
    case .given(_, _, let path): return .concatenation([words(2), .space, expression(path)])
    case .fixture(let fixture): return expression(fixture)
    case .expectation(_, let subject, _, let because):
      var parts = [token(), .space]
      if let subject { parts += [expression(subject), .space] }
      parts.append(token())
      if let because { parts += [.space, token(), .space, expression(because)] }
      return .concatenation(parts)
    }
  }

  /// Returns `with name = value`.
  private mutating func parameter(_ field: FieldValue) -> Document {
    .concatenation([token(), .space, assignment(field)])
  }
}
