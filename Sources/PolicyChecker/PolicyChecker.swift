package import Diagnostics
package import PolicyIR

/// Resolves the names and types of packs and lowers them to a program.
package enum PolicyChecker {
  /// Returns the program of `packs` and what is wrong with them.
  ///
  /// When the diagnostics contain an error the program must not be run.
  package static func check(_ packs: [PackSource]) -> (program: Program, DiagnosticSet) {
    var checker = Checker(packs: packs)
    checker.declareTypes()
    checker.resolveAttributes()
    checker.declareFunctions()
    checker.checkFunctions()
    checker.checkRules()
    checker.checkMappings()
    checker.checkTests()
    return (checker.program, checker.diagnostics)
  }
}
