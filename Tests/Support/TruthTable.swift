internal import Foundation

/// A table of a page that says what an expression gives for operands, as a policy with a test for
/// each of its cells.
///
/// The head of a table of two operands starts with an expression in `a` and `b`, and goes on with
/// values of `b`; that of a table of one starts with `a`, and goes on with expressions.
package struct TruthTable: Sendable {
  /// The policy.
  package let policy: String

  /// The number of cells.
  package let count: Int

  /// Creates the policy of `table`, or `nil` if it is no such table.
  package init?(_ table: MarkdownPage.Table) {
    guard let head = table.rows.first, let corner = head.first.flatMap(Self.code) else {
      return nil
    }
    let isUnary = corner == "a"
    guard isUnary || corner.contains("a") && corner.contains("b") && corner.contains(" ") else {
      return nil
    }
    let rows = table.rows.dropFirst()
    let first = Operand(name: "a", values: rows.compactMap { $0.first.flatMap(Self.code) })
    let second = Operand(name: "b", values: isUnary ? [] : head.dropFirst().compactMap(Self.code))
    guard !first.values.isEmpty, isUnary || !second.values.isEmpty else { return nil }
    var text = """
      resource truth.Item { value: \(first.element)  shown: Bool }
      resource truth.Other { value: \(second.element)  shown: Bool }
      resource truth.Case { \(first.attribute)  \(second.attribute) }

      """
    var count = 0
    for row in rows {
      let left = Self.code(row[0]) ?? ""
      for (column, cell) in row.enumerated().dropFirst() {
        let expression = isUnary ? Self.code(head[column]) ?? "" : corner
        let right = isUnary ? "unknown" : Self.code(head[column]) ?? ""
        count += 1
        let results = isUnary ? rows.map { $0[column] } : rows.flatMap { $0.dropFirst() }
        let (requirement, status) = Self.requirement(
          expression, Self.code(cell) ?? cell, among: results.map { Self.code($0) ?? $0 })
        text += """
          rule case_\(count) {
            for subject in truth.Case
            \(first.binding)
            \(second.binding)
            require \(requirement)
          }
          test case_\(count) {
            case "\(count)" {
              truth.Case { \(first.fixture(left, "Item"))\(second.fixture(right, "Other")) }
              expect \(status)
            }
          }

          """
      }
    }
    policy = text
    self.count = count
  }

  /// Returns what is between backticks, if that is all.
  private static func code(_ cell: String) -> String? {
    guard cell.count > 2, cell.hasPrefix("`"), cell.hasSuffix("`") else { return nil }
    let inner = cell.dropFirst().dropLast()
    return inner.contains("`") ? nil : String(inner)
  }

  /// Returns what to require of the expression so that its result is `result`, and the status then.
  private static func requirement(
    _ expression: String, _ result: String, among results: [String]
  ) -> (String, String) {
    let isBool = results.contains("true") || results.contains("false")
    if result == "absent" { return ("(\(expression)) is absent", "pass") }
    let whole = isBool && !results.contains("absent") ? expression : "(\(expression)) == true"
    switch result {
    case "true": return (whole, "pass")
    case "false": return (whole, "fail")
    case "unknown": return (isBool ? whole : "(\(expression)) == (\(expression))", "unknown")
    default: return ("(\(expression)) == \(result)", "pass")
    }
  }
}

/// One operand of the expression.
private struct Operand {
  let name: String
  let values: [String]

  private var isList: Bool { values.contains { $0.hasPrefix("[") } }
  private var isSet: Bool { values.contains { $0.hasPrefix("{") } }

  /// Whether the values are sets of addresses, made of blocks.
  private var isAddresses: Bool {
    isSet && values.contains { $0.firstMatch(of: /\/[0-9]+"/) != nil }
  }

  /// The type of the operand, or of its elements.
  var element: String {
    let text = values.joined(separator: " ")
    if isAddresses { return "Cidr" }
    // Texts beside numbers are what has no type yet.
    if values.contains(where: { $0.hasPrefix("\"") }), values.contains(where: { Int($0) != nil }) {
      return "Json"
    }
    if text.contains("true") || text.contains("false") { return "Bool" }
    if text.contains("\"") { return "String" }
    return "Int"
  }

  var attribute: String {
    if isList || isSet { return "\(name)_items: [truth.\(name == "a" ? "Item" : "Other")]" }
    return "\(name): \(element)\(values.contains("absent") ? "?" : "")"
  }

  var binding: String {
    guard isList || isSet else { return "let \(name) = subject.\(name)" }
    let body = "for item in subject.\(name)_items where item.shown: item.value"
    if isAddresses { return "let \(name) = union([\(body)])" }
    return isList ? "let \(name) = [\(body)]" : "let \(name) = {\(body)}"
  }

  /// Returns the fields that make the operand `value`.
  func fixture(_ value: String, _ type: String) -> String {
    if value == "unknown" { return "" }
    guard isList || isSet else { return "\(name): \(value), " }
    let elements = value.dropFirst().dropLast().split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let items = elements.map { element in
      switch element {
      case "…": "truth.\(type) {}"
      case "unknown": "truth.\(type) { shown: true }"
      default: "truth.\(type) { value: \(element), shown: true }"
      }
    }
    return "\(name)_items: [\(items.joined(separator: ", "))], "
  }
}
