internal import PolicySyntax

/// The outline of tests.
extension SyntaxOutline {
  mutating func testItem(_ item: TestItem) {
    switch item {
    case .error: node("error")
    case .instant(_, let timestamp): node("now") { $0.expression(timestamp) }
    case .parameter(_, let field): node("with") { $0.field(field) }
    case .waivers(_, let path): node("waivers") { $0.expression(path) }
    case .testCase(_, let name, let columns, let items):
      node("case") { outline in
        outline.expression(name)
        for column in columns {
          outline.node("column") { outline in
            outline.words(column.name)
            outline.type(column.type)
          }
        }
        for item in items { outline.caseItem(item) }
      }
    }
  }

  private mutating func caseItem(_ item: CaseItem) {
    switch item {
    case .error: node("error")
    case .instant(_, let timestamp): node("now") { $0.expression(timestamp) }
    case .parameter(_, let field): node("with") { $0.field(field) }
    case .constant(_, let name, let type, let value): constant(name, type, value)
    case .given(_, let format, let path):
      node("given") { outline in
        outline.words(format)
        outline.expression(path)
      }
    case .waivers(_, let path): node("waivers") { $0.expression(path) }
    case .waive(_, let elements, let subject):
      node("waive") { outline in
        outline.expressions(elements)
        outline.expression(subject)
      }
    case .fixture(let fixture): expression(fixture)
    case .row(_, let values, let expectations):
      node("row") { outline in
        outline.expressions(values)
        for expectation in expectations { outline.expectation(expectation) }
      }
    case .expectation(let clause): expectation(clause)
    }
  }

  private mutating func expectation(_ clause: ExpectationClause) {
    switch clause {
    case .snapshot: node("snapshot")
    case .status(_, let subject, let status, let waived, let because):
      node("expect") { outline in
        outline.expression(subject)
        outline.words(status)
        if let waived { outline.node("waived") { $0.expressions(waived.elements) } }
        outline.expression(because)
      }
    }
  }
}
