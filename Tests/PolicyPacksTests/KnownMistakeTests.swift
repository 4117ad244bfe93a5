import Foundation
import PolicyIR
import TestSupport
import Testing

/// The list of known mistakes, held against the cases that are said to notice them.
@Suite struct KnownMistakeTests {
  private static let table = "policies/cis-aws-foundations/tests/README.md"

  @Test func eachKnownMistakeHasACaseThatNoticesIt() throws {
    let packs = try ShippedPacks()
    var cases: [String: Set<String>] = [:]
    for test in packs.program.tests {
      let rule = packs.program[test.rule].name
      cases[rule, default: []].formUnion(test.cases.map(\.name))
    }
    let rows = try Self.rows()
    #expect(rows.count > 80)
    for (rule, name) in rows {
      #expect(cases[rule]?.contains(name) ?? false, "no case of \(rule) is called \(name)")
    }
  }

  /// Returns the rule and the case of each row of the table.
  private static func rows() throws -> [(rule: String, case: String)] {
    let file = ShippedPacks.project.appending(path: table)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[1].hasPrefix("`") else { return nil }
      return (cells[1].replacing("`", with: ""), cells[2])
    }
  }
}
