package import Diagnostics
package import PolicySyntax
package import SourceText
package import StructuredText

extension PolicyParser {
  /// Returns a tree that holds the expression in the scalar `value`, which stands in the YAML file `id`, the
  /// expression if it is one, and what is wrong with it.
  package static func parseExpression(
    _ value: YAMLNode, in id: FileID
  ) -> (SyntaxTree, ExpressionID, DiagnosticSet) {
    let tree = SyntaxTree(file: id, text: [], origins: OriginMap(runs: []))
    var reader = RuleFileReader(parser: Parser(tree))
    let expression = reader.expression(value)
    return (reader.parser.tree, expression, reader.parser.diagnostics)
  }
}
