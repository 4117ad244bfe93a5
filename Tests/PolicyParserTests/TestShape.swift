import PolicySyntax

/// Tests in a form that does not show how they were written.
enum TestShape {
  /// Returns the shapes of the tests of `tree`.
  static func of(_ tree: SyntaxTree) -> [String] {
    tree.roots.flatMap { root -> [String] in
      guard case .test(let test) = tree[root] else { return ["no test"] }
      var lines = [tree.documentation(of: test.documentation), tree.text(of: test.rule)]
      for item in test.items {
        switch item {
        case .instant(_, let instant): lines.append("now \(Shape.describe(instant, in: tree))")
        case .parameter(_, let field): lines.append("with \(describe(field, tree))")
        case .waivers(_, let path): lines.append("waivers \(Shape.describe(path, in: tree))")
        case .testCase(_, let name, let columns, let items):
          lines.append("case \(Shape.describe(name, in: tree))")
          lines += columns.map { column in
            let type = column.type.map { "\(tree[$0])".count > 0 } ?? false
            return "column \(tree.text(of: column.name)) \(type)"
          }
          lines += items.map { describe($0, tree) }
        case .error: lines.append("error")
        }
      }
      return lines
    }
  }

  private static func describe(_ field: FieldValue, _ tree: SyntaxTree) -> String {
    "\(tree.text(of: field.name)) = \(Shape.describe(field.value, in: tree))"
  }

  private static func describe(_ item: CaseItem, _ tree: SyntaxTree) -> String {
    switch item {
    case .instant(_, let instant): "now \(Shape.describe(instant, in: tree))"
    case .parameter(_, let field): "with \(describe(field, tree))"
    case .constant(_, let name, let type, let value):
      "let \(tree.text(of: name)) \(type != nil) = \(Shape.describe(value, in: tree))"
    case .given(_, let format, let path):
      "given \(tree.text(of: format)) \(Shape.describe(path, in: tree))"
    case .waivers(_, let path): "waivers \(Shape.describe(path, in: tree))"
    case .waive(_, let elements, let subject):
      "waive \(elements.map { Shape.describe($0, in: tree) }) in \(Shape.describe(subject, in: tree))"
    case .fixture(let fixture): Shape.describe(fixture, in: tree)
    case .row(_, let values, let expectations):
      "row \(values.map { Shape.describe($0, in: tree) }) \(expectations.map { describe($0, tree) })"
    case .expectation(let clause): describe(clause, tree)
    case .error: "error"
    }
  }

  private static func describe(_ clause: ExpectationClause, _ tree: SyntaxTree) -> String {
    switch clause {
    case .snapshot: return "snapshot"
    case .status(_, let subject, let status, let waived, let because):
      let parts = [subject, because].map { $0.map { Shape.describe($0, in: tree) } ?? "nothing" }
      let elements = waived.map { " waived \($0.elements.map { Shape.describe($0, in: tree) })" }
      return "\(parts[0]) \(tree.text(of: status))\(elements ?? "") \(parts[1])"
    }
  }
}
