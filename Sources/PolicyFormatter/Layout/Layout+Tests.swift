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
    case .waivers(_, let path): return .concatenation([token(), .space, expression(path)])
    case .testCase(_, let name, let columns, let items):
      let head = Document.concatenation([
        token(), .space, expression(name), self.columns(columns), .space,
      ])
      let isShort = items.count <= Layout.mostPartsOnALine && columns.isEmpty
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
    case .constant(_, _, let type, let value): return constant(type, value)
    case .given(_, _, let path): return .concatenation([words(2), .space, expression(path)])
    case .waivers(_, let path): return .concatenation([token(), .space, expression(path)])
    case .waive(_, let elements, let subject):
      var parts = [token(), .space] + list(elements)
      if !elements.isEmpty { parts += [.space, token(), .space] }
      return .concatenation(parts + [expression(subject)])
    case .fixture(let fixture): return expression(fixture)
    case .row(_, let values, let expectations): return row(values, expectations)
    case .expectation(let clause): return expectation(clause)
    }
  }

  /// Returns ` for column, column`.
  private mutating func columns(_ columns: [CaseColumn]) -> Document {
    var parts: [Document] = []
    for (index, column) in columns.enumerated() {
      // The word `for`, or the comma.
      parts += index == 0 ? [.space, token(), .space] : [token(), .space]
      parts.append(token())
      if let type = column.type { parts += [token(), .space, self.type(type)] }
    }
    return .concatenation(parts)
  }

  /// Returns `row value, value expect status`, what is expected on lines of its own if need be.
  private mutating func row(
    _ values: [ExpressionID], _ expectations: [ExpectationClause]
  ) -> Document {
    var parts = [token(), .space]
    isInRow = true
    parts += list(values)
    isInRow = false
    let clauses = expectations.map { Document.line + expectation($0) }
    return .group(.concatenation(parts + [.nest(1, .concatenation(clauses))]))
  }

  /// Returns the parts of `expression, expression`.
  private mutating func list(_ expressions: [ExpressionID]) -> [Document] {
    var parts: [Document] = []
    for (index, one) in expressions.enumerated() {
      if index > 0 { parts += [token(), .space] }
      parts.append(expression(one))
    }
    return parts
  }

  /// Returns `expect …`.
  private mutating func expectation(_ clause: ExpectationClause) -> Document {
    switch clause {
    case .snapshot: return words(2)
    case .status(_, let subject, _, let waived, let because):
      var parts = [token(), .space]
      if let subject { parts += [expression(subject), .space] }
      parts.append(token())
      if let waived {
        parts += [.space, token()]
        if !waived.elements.isEmpty { parts += [.space] + list(waived.elements) }
      }
      if let because { parts += [.space, token(), .space, expression(because)] }
      return .concatenation(parts)
    }
  }

  /// Returns `survivor owner change at place`, and `because reason` on a line of its own.
  mutating func survivor(_ survivor: SurvivorDeclaration) -> Document {
    var parts = [words(2), .space, expression(survivor.change)]
    if let place = survivor.place { parts += [.space, token(), .space, expression(place)] }
    let reason = Document.concatenation([.hardline, token(), .space, expression(survivor.reason)])
    return .concatenation(parts + [.nest(1, reason)])
  }

  /// Returns `with name = value`.
  private mutating func parameter(_ field: FieldValue) -> Document {
    .concatenation([token(), .space, assignment(field)])
  }
}
