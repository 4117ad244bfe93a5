internal import PolicyIR
internal import PolicyPacks

/// The program of shipped packs as it was compiled, which saves parsing and checking them.
struct CompiledBase: Sendable {
  /// The packs, those that are required first.
  let packs: [String]

  /// Their program.
  let program: Program

  /// How many terms more there is room for, so that a small pack that builds on the program does not
  /// move those that are there.
  private static let spareTerms = 2048

  /// Takes the program of `packs`, and of no others, from `compiled`; `nil` if there is none, or it is
  /// damaged: then it is made of the texts again.
  init?(_ compiled: CompiledPacks, of packs: Set<String>) {
    guard let index = compiled.programs.firstIndex(where: { Set($0) == packs }),
      let program = try? compiled.program(at: index, spare: CompiledBase.spareTerms)
    else { return nil }
    self.packs = compiled.programs[index]
    self.program = program
  }
}
