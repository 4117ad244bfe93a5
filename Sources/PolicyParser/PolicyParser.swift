package import Diagnostics
package import PolicySyntax
package import SourceText

/// From text to syntax trees.
package enum PolicyParser {
  /// Returns the tree of a file in the rule language, and what is wrong with the file.
  ///
  /// The tree is always whole: what could not be understood is an error node in it.
  package static func parse(_ file: SourceFile, id: FileID) -> (SyntaxTree, DiagnosticSet) {
    var parser = Parser(SyntaxTree(file: id, text: file.bytes, origins: OriginMap()))
    parser.read(0..<file.bytes.count)
    parser.file()
    return (parser.tree, parser.diagnostics)
  }
}
