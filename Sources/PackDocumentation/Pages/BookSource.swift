package import PolicyIR
package import PolicyPacks
package import SourceText

/// What a book about a pack is made of.
package struct BookSource: Sendable {
  /// The pack.
  package let pack: LoadedPack

  /// The program of the pack and of those that it requires.
  package let program: Program

  /// The texts that the program was made of.
  package let sources: SourceMap

  /// Which calls show what rules read.
  package let permissions: PermissionTable

  private let directory: RuleDirectory

  /// Creates the source of a book about `pack`.
  package init(
    pack: LoadedPack, program: Program, sources: SourceMap, permissions: PermissionTable
  ) {
    self.pack = pack
    self.program = program
    self.sources = sources
    self.permissions = permissions
    directory = RuleDirectory(program.rules)
  }
}

extension BookSource {
  /// The rules that the pack declares or that its benchmarks use, in the order of their names.
  var rules: [RuleID] {
    let uses = pack.benchmarks.flatMap { $0.controls.flatMap(\.rules) }
    let used = Set(uses.compactMap { rule(of: $0) })
    return program.rules.indices.map { RuleID(index: $0) }
      .filter { program[$0].pack == pack.manifest.name || used.contains($0) }
      .sorted { (program[$0].name, $0) < (program[$1].name, $1) }
  }

  /// Returns the rule that a control of the pack means: the pack's own, or that of the pack which the
  /// control is inherited from, before those of packs that are required.
  func rule(of use: Control.RuleUse) -> RuleID? {
    let packs = [use.pack ?? pack.manifest.name] + pack.manifest.requirements.map(\.name)
    return directory.rule(named: use.rule, inFirstOf: packs)
  }

  /// Returns where the page of the rule stands: below its name, with that of its pack before it where
  /// the pack itself has a rule of that name.
  func path(of rule: RuleID) -> String {
    let (name, owner) = (program[rule].name, program[rule].pack)
    let own = pack.manifest.name
    let isOther = owner != own && directory.rule(named: name, inFirstOf: [own]) != nil
    return BookPaths.rule(isOther ? "\(owner).\(name)" : name)
  }

  /// The benchmarks, the newest version first.
  var benchmarks: [Benchmark] {
    pack.benchmarks.sorted { ($0.name, $1.version) < ($1.name, $0.version) }
  }

  /// The slugs of all controls, in the order of the newest version that has them.
  var slugs: [String] { benchmarks.flatMap { $0.controls.map(\.slug) }.uniqued }

  /// Returns the control with `slug` in each version that has it, the newest first.
  func controls(of slug: String) -> [(benchmark: Benchmark, control: Control)] {
    benchmarks.flatMap { benchmark in
      benchmark.controls.filter { $0.slug == slug }.map { (benchmark, $0) }
    }
  }

  /// Returns the cases of the tests of `rule`.
  func cases(of rule: RuleID) -> [TestCase] {
    program.tests.filter { $0.rule == rule }.flatMap(\.cases)
  }

  /// Returns the text of `range`, its lines joined.
  func text(of range: SourceRange) -> String {
    sources.text(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns the text of `term` with what stands before it in its line, such as `let age = `, or in
  /// the line before where it begins a line.
  func line(endingWith term: TermID) -> String {
    let range = program.range(of: term)
    let file = sources[range.file]
    let line = file.lines.line(containing: range.lower)
    var start = file.lines.offsets(of: line).lowerBound
    let isFirst = file.bytes[start..<Int(range.lower)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if isFirst, line > 1 { start = file.lines.offsets(of: line - 1).lowerBound }
    return file.text(in: start..<Int(range.upper)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
