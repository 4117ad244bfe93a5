internal import PolicySyntax
internal import SourceText

/// Where the parts of declarations are: what stands on lines of its own in the canonical form, and
/// over several where one is too short.
extension SyntaxTree {
  /// Where its declarations are, their attributes, statements, cases and what cases are made of.
  ///
  /// - Precondition: the tree is that of a file in the rule language.
  var places: [SourceRange] {
    let solid = tokens.filter {
      switch $0.kind {
      case .whitespace, .comment, .documentation, .endOfFile: false
      default: true
      }
    }
    return roots.flatMap { root -> [SourceRange] in
      let whole = range(of: root)
      return [whole] + places(of: self[root], in: whole, solid)
    }
  }

  private func places(
    of declaration: Declaration, in whole: SourceRange, _ solid: [Token]
  ) -> [SourceRange] {
    switch declaration {
    case .error, .function, .survivor: []
    case .resource(let resource):
      places(from: resource.attributes.map { range(of: $0.name) }, in: whole, solid)
    case .structure(let structure):
      places(from: structure.attributes.map { range(of: $0.name) }, in: whole, solid)
    case .enumeration(let enumeration):
      places(from: enumeration.cases.map { range(of: $0.name) }, in: whole, solid)
    case .rule(let rule):
      places(from: rule.statements.compactMap(start), in: whole, solid)
        + rule.statements.compactMap { condition(of: $0, solid) }
    case .mapping(let mapping): places(from: mapping.items.compactMap(start), in: whole, solid)
    case .test(let test): places(of: test, in: whole, solid)
    }
  }

  private func places(
    of test: TestDeclaration, in whole: SourceRange, _ solid: [Token]
  ) -> [SourceRange] {
    let parts = places(from: test.items.compactMap(start), in: whole, solid)
    return parts
      + zip(test.items.filter { start(of: $0) != nil }, parts).flatMap { item, part in
        guard case .testCase(_, _, _, let items) = item else { return [SourceRange]() }
        return places(from: items.compactMap(start), in: part, solid)
      }
  }

  /// Returns the places of parts that start at `starts`: each ends with the last of the tokens `solid`
  /// before the next one, or before the brace that closes `whole`.
  private func places(
    from starts: [SourceRange], in whole: SourceRange, _ solid: [Token]
  ) -> [SourceRange] {
    starts.indices.compactMap { index in
      let bound = index + 1 < starts.count ? starts[index + 1].lower : whole.upper - 1
      return place(from: starts[index], toLast: 1, before: bound, solid)
    }
  }

  /// Returns the place of the requirement without its message, which the formatter puts on a line of
  /// its own.
  private func condition(of statement: Statement, _ solid: [Token]) -> SourceRange? {
    guard case .requirement(let keyword, _, .some(let message)) = statement else { return nil }
    // Between the two is `else`.
    return place(from: range(of: keyword), toLast: 2, before: range(of: message).lower, solid)
  }

  /// Returns the place from `start` up to the last of the tokens `solid` before `bound`, counted from
  /// there.
  private func place(
    from start: SourceRange, toLast count: Int, before bound: UInt32, _ solid: [Token]
  ) -> SourceRange? {
    let last = solid.firstIndex(from: bound) - count
    guard last >= 0, solid[last].upper >= start.upper else { return nil }
    return SourceRange(file: file, lower: start.lower, upper: solid[last].upper)
  }

  /// Returns where the statement starts.
  private func start(of statement: Statement) -> SourceRange? {
    switch statement {
    case .population(let keyword, _, _), .filter(let keyword, _), .constant(let keyword, _, _, _),
      .requirement(let keyword, _, _), .severity(let keyword, _), .remediation(let keyword, _),
      .onEmpty(let keyword, _), .formerly(let keyword, _):
      range(of: keyword)
    case .error: nil
    }
  }

  private func start(of item: MappingItem) -> SourceRange? {
    switch item {
    case .filter(let keyword, _), .adopted(let keyword, _), .join(let keyword, _, _, _),
      .constant(let keyword, _, _, _):
      range(of: keyword)
    case .field(let field): range(of: field.name)
    case .error: nil
    }
  }

  private func start(of item: TestItem) -> SourceRange? {
    switch item {
    case .instant(let keyword, _), .parameter(let keyword, _), .waivers(let keyword, _),
      .testCase(let keyword, _, _, _):
      range(of: keyword)
    case .error: nil
    }
  }

  private func start(of item: CaseItem) -> SourceRange? {
    switch item {
    case .instant(let keyword, _), .parameter(let keyword, _), .constant(let keyword, _, _, _),
      .given(let keyword, _, _), .waivers(let keyword, _), .waive(let keyword, _, _),
      .row(let keyword, _, _):
      range(of: keyword)
    case .fixture(let value): range(of: value)
    case .expectation(.status(let keyword, _, _, _, _)), .expectation(.snapshot(let keyword)):
      range(of: keyword)
    case .error: nil
    }
  }
}
