package import Diagnostics
package import PolicyIR
package import PolicySyntax
package import ResourceModel
internal import SourceText

extension PolicyChecker {
  /// Returns the value of `expression` of `tree`, which may read nothing, as one of `type`, and
  /// what is wrong with it.
  ///
  /// - Precondition: `type` is a type of `program`.
  package static func constant(
    _ expression: ExpressionID, of tree: SyntaxTree, as type: TypeID, in program: Program
  ) -> (Value?, DiagnosticSet) {
    // Of the program only the types are needed, and its terms are not to be copied for each constant.
    var checker = Checker(packs: [], program: Program(schema: program.schema))
    checker.tree = tree
    let value = checker.constant(expression, expecting: type)
    return (value, checker.diagnostics)
  }
}
