import Diagnostics
import Foundation
import PolicyChecker
import PolicyIR
import PolicyParser
import PolicySyntax
import SourceText
import Testing

/// The case files, each line of which says what is wrong with it.
@Suite struct CheckerCaseFileTests {
  @Test(arguments: ["good-rules", "wrong-names", "wrong-tests", "wrong-types"])
  func aCaseFileGivesExactlyTheDiagnosticsItAnnounces(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    var sources = SourceMap()
    var diagnostics = DiagnosticSet()
    var trees: [SyntaxTree] = []
    var text = ""
    for path in ["Prelude/schema.cispol", "Cases/\(name).cispol"] {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
      let file = SourceFile(name: path, bytes: bytes)
      let (tree, found) = PolicyParser.parse(file, id: sources.insert(file))
      diagnostics.formUnion(found)
      trees.append(tree)
      text = String(decoding: bytes, as: UTF8.self)
    }
    let packs = [PackSource(name: "case", requires: [], trees: trees)]
    let (program, found) = PolicyChecker.check(packs)
    diagnostics.formUnion(found)
    if !diagnostics.containsError { try program.verify() }
    let given = diagnostics.elements.map { diagnostic in
      let line = sources.location(of: diagnostic.primary).line
      return "\(line): \(diagnostic.severity.rawValue) \(diagnostic.id.rawValue)"
    }
    let renderer = TerminalRenderer(isColoured: false)
    let report = diagnostics.sorted.map { renderer.render($0, in: sources) }.joined()
    let announced = Self.announced(in: text)
    #expect(Set(given).subtracting(announced).sorted() == [], "not announced; all: \(report)")
    #expect(Set(announced).subtracting(given).sorted() == [], "not given")
    #expect(given.count == announced.count)
  }

  /// Returns what the comments `//~ error id` announce for their lines; each `^` is a line above.
  private static func announced(in text: String) -> [String] {
    var found: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for mark in line.components(separatedBy: "//~").dropFirst() {
        let above = mark.prefix { $0 == "^" }.count
        let kind = mark.dropFirst(above).trimmingCharacters(in: .whitespaces)
        found.append("\(index + 1 - above): \(kind)")
      }
    }
    return found
  }
}
