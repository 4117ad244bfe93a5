package import Diagnostics
internal import Foundation
internal import PolicyChecker
package import PolicyIR
internal import PolicyParser
package import PolicySyntax
package import SourceText

/// A policy of a page or a test, checked with the schema that all examples speak of.
package struct CheckedPolicy: Sendable {
  /// The files.
  package let sources: SourceMap

  /// The syntax of the policy.
  package let tree: SyntaxTree

  /// The program, of the schema and the policy.
  package let program: Program

  /// What was said about the policy and the schema.
  package let diagnostics: DiagnosticSet

  /// Checks `text`.
  ///
  /// Without `seesSchema` it is a pack of its own that does not require the one with the schema.
  /// `others` are more files of its pack.
  package init(
    _ bytes: [UInt8], name: String = "example.cispol", isYAML: Bool = false,
    seesSchema: Bool = true, schema: String = "Tests/PolicyCheckerTests/Prelude/schema.cispol",
    besides others: [(name: String, bytes: [UInt8])] = []
  ) {
    var sources = SourceMap()
    let prelude = SourceFile(
      name: "schema.cispol", bytes: [UInt8]((ProjectFiles.text(schema) ?? "").utf8))
    let (schemaTree, schemaFound) = PolicyParser.parse(prelude, id: sources.insert(prelude))
    let file = SourceFile(name: name, bytes: bytes)
    let id = sources.insert(file)
    let (tree, found) =
      isYAML
      ? PolicyParser.parseYAML(file, id: id, holding: .expected(at: name))
      : PolicyParser.parse(file, id: id)
    var diagnostics = schemaFound
    diagnostics.formUnion(found)
    var trees = [tree]
    for other in others {
      let file = SourceFile(name: other.name, bytes: other.bytes)
      let id = sources.insert(file)
      let (tree, found) =
        other.name.hasSuffix(".yaml")
        ? PolicyParser.parseYAML(file, id: id, holding: .expected(at: other.name))
        : PolicyParser.parse(file, id: id)
      diagnostics.formUnion(found)
      trees.append(tree)
    }
    let packs =
      seesSchema
      ? [PackSource(name: "example", requires: [], trees: [schemaTree] + trees)]
      : [
        PackSource(name: "demo", requires: [], trees: [schemaTree]),
        PackSource(name: "example", requires: [], trees: trees),
      ]
    let (program, checked) = PolicyChecker.check(packs)
    diagnostics.formUnion(checked)
    self.sources = sources
    self.tree = tree
    self.program = program
    self.diagnostics = diagnostics
  }

  /// The diagnostics as people read them.
  package var report: String { diagnostics.report(in: sources) }
}

extension DiagnosticSet {
  /// The diagnostics as people read them.
  package func report(in sources: SourceMap) -> String {
    let renderer = TerminalRenderer(isColoured: false)
    return sorted.map { renderer.render($0, in: sources) }.joined(separator: "\n")
  }
}
