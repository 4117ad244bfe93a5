import Diagnostics
import PolicyParser
import PolicySyntax
import SourceText
import Testing

/// A text with its tree and what is wrong with it.
struct PolicyFile {
  let sources: SourceMap
  let tree: SyntaxTree
  let diagnostics: DiagnosticSet

  /// Parses `bytes` as a policy, or as a YAML file with rules, or with tests when `name` is in
  /// a folder for them.
  init(_ bytes: [UInt8], name: String = "a.cispol", isYAML: Bool = false) {
    var sources = SourceMap()
    let file = SourceFile(name: name, bytes: bytes)
    let id = sources.insert(file)
    (tree, diagnostics) =
      isYAML
      ? PolicyParser.parseYAML(file, id: id, holding: .expected(at: name))
      : PolicyParser.parse(file, id: id)
    self.sources = sources
  }

  /// What is wrong, for people.
  var report: String {
    let renderer = TerminalRenderer(isColoured: false)
    return diagnostics.sorted.map { renderer.render($0, in: sources) }.joined()
  }
}
