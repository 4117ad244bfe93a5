internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

/// A case as it is written.
struct CaseTable {
  /// Its name, which may hold columns.
  let name: ExpressionID
  /// The names that stand for another value in each row.
  let columns: [CaseColumn]
  /// Its parts.
  let items: [CaseItem]
}

/// A row of a case.
struct CaseRow {
  /// What the row writes for each column.
  let values: [ExpressionID]
  /// What puts these values in the slots of the columns.
  let steps: [TestCase.Step]
  /// What the row alone expects.
  let expectations: [ExpectationClause]
  /// Where the row starts.
  let range: SourceRange
}

extension Checker {
  /// Checks the values of the rows of `table`, and binds its columns.
  ///
  /// A column without a type has that of its value in the first row.
  mutating func checkRows(of table: CaseTable) -> [CaseRow] {
    var types = table.columns.map { column in column.type.map { resolve($0) } }
    let slots = table.columns.map { _ in body.makeSlot() }
    var rows: [CaseRow] = []
    for item in table.items {
      guard case .row(let keyword, let values, let expectations) = item else { continue }
      let range = tree.range(of: keyword)
      guard !slots.isEmpty else {
        diagnostics.insert(.rowWithoutColumns(at: range))
        continue
      }
      guard values.count == slots.count else {
        diagnostics.insert(.wrongRowLength(values.count, columns: slots.count, at: range))
        continue
      }
      var steps: [TestCase.Step] = []
      for (index, value) in values.enumerated() {
        var checked = check(value, expecting: types[index])
        if let type = types[index] {
          checked = assign(checked, to: type, at: tree.range(of: value))
        } else {
          types[index] = checked.type
        }
        steps.append(.constant(slot: slots[index], checked.term))
      }
      rows.append(
        CaseRow(values: values, steps: steps, expectations: expectations, range: range))
    }
    for (index, column) in table.columns.enumerated() {
      bind(column.name, to: .variable(slot: slots[index]), type: types[index] ?? errorType)
    }
    if !slots.isEmpty, !table.items.contains(where: \.isRow), !table.items.contains(.error) {
      diagnostics.insert(.caseWithoutRows(at: tree.range(of: table.name)))
    }
    return rows
  }

  /// A part of the name of a case.
  enum CaseNamePart {
    /// The text itself.
    case text(String)
    /// What the row writes for the column.
    case column(Int)
  }

  /// Returns the parts of the name of `table`, or `nil` when something else than a column is
  /// interpolated, which is reported.
  mutating func caseName(_ table: CaseTable) -> [CaseNamePart]? {
    guard case .string(let segments) = tree[table.name] else { return nil }
    var parts: [CaseNamePart] = []
    for segment in tree[segments] {
      switch segment {
      case .text(let text): parts.append(.text(tree.text(of: text)))
      case .interpolation(let expression):
        guard case .name(let word) = tree[expression],
          let column = table.columns.firstIndex(where: {
            tree.text(of: $0.name) == tree.text(of: word)
          })
        else {
          if tree[expression] != .error {
            diagnostics.insert(.caseNameIsNoColumn(at: tree.range(of: expression)))
          }
          return nil
        }
        parts.append(.column(column))
      }
    }
    return parts
  }

  /// Returns the name of the case that `row` makes.
  func name(of row: CaseRow, _ parts: [CaseNamePart]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .column(let index): writtenText(of: row.values[index])
      }
    }.joined()
  }

  /// Returns a value as the row writes it, on one line, and a text without its quotes.
  private func writtenText(of id: ExpressionID) -> String {
    if case .string(let segments) = tree[id], segments.count <= 1 {
      switch tree[segments].first {
      case nil: return ""
      case .text(let text)?: return tree.text(of: text)
      case .interpolation?: break
      }
    }
    let range = tree.range(of: id)
    var result = ""
    for index in tree.tokens.indices {
      let token = TokenID(index: UInt32(index))
      let place = tree.range(of: token)
      guard range.contains(place), place.lower < place.upper else { continue }
      let isBlank = [.whitespace, .comment, .documentation].contains(tree[token].kind)
      result += isBlank ? " " : tree.text(of: token)
    }
    return result
  }

  /// Checks the rule or function that a survivor names.
  mutating func check(_ declaration: SurvivorDeclaration) {
    let name = tree.text(of: declaration.owner)
    let range = tree.range(of: declaration.owner)
    let isRule = program.rules.contains { $0.name == name && sees($0.pack) }
    let isFunction = program.functions.contains { $0.name == name && sees($0.pack) }
    guard isRule || isFunction else {
      let near = suggestion(for: name) { checker in
        checker.program.rules.filter { checker.sees($0.pack) }.map(\.name)
          + checker.program.functions.filter { checker.sees($0.pack) }.map(\.name)
      }
      diagnostics.insert(.unknownSurvivor(name, didYouMean: near, at: range))
      return
    }
    guard let change = literalText(declaration.change),
      let reason = literalText(declaration.reason)
    else { return }
    var place: String?
    if let text = declaration.place {
      place = literalText(text)
      if place == nil { return }
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      diagnostics.insert(.emptyReason(at: tree.range(of: declaration.reason)))
      return
    }
    program.survivors.append(
      AcceptedSurvivor(
        owner: name, change: change, place: place, reason: reason, pack: pack.name, range: range))
  }
}
