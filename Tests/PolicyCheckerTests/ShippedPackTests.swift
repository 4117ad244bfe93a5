import Diagnostics
import Foundation
import PolicyChecker
import PolicyIR
import PolicyParser
import PolicySyntax
import SourceText
import Testing

@Suite struct ShippedPackTests {
  @Test func theShippedPacksHaveNothingToReport() throws {
    var sources = SourceMap()
    var diagnostics = DiagnosticSet()
    let packs = try [("aws", []), ("cis-aws-foundations", ["aws"])].map { name, requires in
      var trees: [SyntaxTree] = []
      for file in try policyFiles(ofPack: name) {
        let source = SourceFile(name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
        let id = sources.insert(source)
        let (tree, found) = PolicyParser.parse(source, id: id)
        diagnostics.formUnion(found)
        trees.append(tree)
      }
      return PackSource(name: name, requires: requires, trees: trees)
    }
    let (program, found) = PolicyChecker.check(packs)
    diagnostics.formUnion(found)
    let renderer = TerminalRenderer(isColoured: false)
    let text = diagnostics.sorted.map { renderer.render($0, in: sources) }.joined(separator: "\n")
    #expect(diagnostics.isEmpty, "\(text)")
    #expect(!program.rules.isEmpty)
  }

  /// Returns the policy files of the pack called `name`, sorted.
  private func policyFiles(ofPack name: String) throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "policies/\(name)")
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects
    return (all ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "cispol" }
      .sorted { $0.path < $1.path }
  }
}
