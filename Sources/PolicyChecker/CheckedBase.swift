package import PolicyIR
package import SourceText

/// A program that was made of packs before, for others that see them.
package struct CheckedBase: Sendable {
  /// The program.
  package let program: Program

  /// The packs by the files that they are read from.
  let packs: [FileID: String]

  /// Creates the base that is `program`, made of the files in `packs`, each of the pack that is named
  /// beside it.
  package init(_ program: Program, packs: [FileID: String]) {
    self.program = program
    self.packs = packs
  }
}
