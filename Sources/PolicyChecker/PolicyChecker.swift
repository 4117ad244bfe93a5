package import Diagnostics
package import PolicyIR
internal import ResourceModel

/// Resolves the names and types of packs and lowers them to a program.
package enum PolicyChecker {
  /// Returns the program of `packs` and what is wrong with them; what `base` is made of is in the
  /// program too, as if it came before them.
  ///
  /// When the diagnostics contain an error the program must not be run.
  package static func check(
    _ packs: [PackSource], on base: consuming CheckedBase? = nil
  ) -> (program: Program, DiagnosticSet) {
    let owners = base?.packs ?? [:]
    // Handed on and not kept, so that terms are added to those that are there and not to copies.
    let program = if let base = consume base { base.program } else { Program(schema: Schema()) }
    var checker = Checker(packs: packs, program: consume program)
    checker.declareBase(of: owners)
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
