package import Diagnostics
package import PolicySyntax
package import SourceText

/// From text to syntax trees.
package enum PolicyParser {
  /// The words that the grammar gives a meaning.
  package static let keywords = Keyword.allCases.map(\.rawValue)

  /// Those of them that cannot name a variable.
  package static let reservedWords = Keyword.allCases.filter(\.isReserved).map(\.rawValue)

  /// The marks that the grammar gives a meaning.
  package static let punctuation = Punctuation.allCases.map(\.rawValue)

  /// The units of durations and sizes.
  package static let units = Units.all

  /// Returns the tree of a file in the rule language, and what is wrong with the file.
  ///
  /// The tree is always whole: what could not be understood is an error node in it.
  package static func parse(_ file: SourceFile, id: FileID) -> (SyntaxTree, DiagnosticSet) {
    var parser = Parser(SyntaxTree(file: id, text: file.bytes, origins: OriginMap()))
    parser.read(0..<file.bytes.count)
    parser.file()
    return (parser.tree, parser.diagnostics)
  }

  /// Returns the tree of a YAML file with a list of rules, or of tests, and what is wrong with the
  /// file.
  ///
  /// The text of the tree is that of the file's scalars; its ranges are places in the file.
  package static func parseYAML(
    _ file: SourceFile, id: FileID, holding content: YAMLContent = .rules
  ) -> (SyntaxTree, DiagnosticSet) {
    RuleFileReader.read(file, id: id, content)
  }
}
