package import PolicyIR
package import PolicyPacks
package import PolicySyntax
package import SourceText

/// The packs of one run, which load, and what was found out about them for all rules.
package struct LintedProgram: Sendable {
  /// The packs, those that are required before those that require them.
  package let packs: [LoadedPack]

  /// The syntax of the policies, by the index of their pack.
  package let trees: [[SyntaxTree]]

  /// The typed program of all packs.
  package let program: Program

  /// The texts.
  package let sources: SourceMap

  /// What of the program is used.
  let usage: ProgramUsage

  /// What conditions can be.
  let conditions: ConditionAnalysis

  /// The waivers of the project, or `nil` when nobody named a file with some.
  package let waivers: [Waiver]?

  /// The names of the packs that somebody named.
  package let named: [String]

  /// The index of the pack that a file belongs to.
  private let owners: [FileID: Int]

  /// Creates the program of `packs`, whose policies are `trees` and of which those called `named`
  /// are to be linted, with the project's `waivers`.
  package init(
    packs: [LoadedPack], trees: [[SyntaxTree]], named: [String], program: Program,
    waivers: [Waiver]? = nil, sources: SourceMap
  ) {
    self.waivers = waivers
    self.packs = packs
    self.named = named
    self.trees = trees
    self.program = program
    self.sources = sources
    usage = ProgramUsage(program)
    conditions = ConditionAnalysis(program)
    var owners: [FileID: Int] = [:]
    for (index, pack) in packs.enumerated() {
      for file in pack.files { owners[file] = index }
    }
    self.owners = owners
  }

  /// Returns the name of the pack that the place belongs to.
  func pack(of range: SourceRange) -> String? {
    owners[range.file].map { packs[$0].manifest.name }
  }

  /// Returns `true` iff the place is in a pack that somebody named, who can thus change it.
  func isLinted(_ range: SourceRange) -> Bool {
    pack(of: range).map { named.contains($0) } ?? false
  }

  /// The packs that are to be linted.
  package var lintedPacks: [LintedPack] {
    packs.indices.filter { named.contains(packs[$0].manifest.name) }.map {
      LintedPack(whole: self, pack: packs[$0], trees: trees[$0])
    }
  }
}

extension LoadedPack {
  /// The files of the pack: the pack file, the policies, the benchmarks, the tests in YAML.
  var files: [FileID] {
    [manifest.range.file] + policies + ruleFiles + benchmarks.map(\.range.file) + testFiles
  }
}
