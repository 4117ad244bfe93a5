internal import Compliance
package import Diagnostics
internal import PolicyChecker
package import PolicyLinter
internal import PolicyPacks
package import SourceText

/// From packs to remarks about them, and to the packs without what can be mended.
package struct LintPipeline: Sendable {
  private var pipeline = CheckPipeline()

  /// What is wrong with what the packs tell the linter.
  private var problems = DiagnosticSet()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with the packs.
  package var diagnostics: DiagnosticSet {
    var all = DiagnosticSet()
    // The linter says the same of former names, where nobody let them stand.
    for diagnostic in pipeline.diagnostics.elements where diagnostic.id != .formerName {
      all.insert(diagnostic)
    }
    all.formUnion(problems)
    return all
  }

  /// Returns what the linter says about the packs of `request`.
  ///
  /// - Throws: a `CheckFailure` when they do not load.
  package mutating func run(_ request: LintRequest) throws(CheckFailure) -> LintReport {
    pipeline = CheckPipeline()
    problems = DiagnosticSet()
    let packs = try pipeline.analyze(request.check)
    let whole = LintedProgram(
      packs: packs.library.packs, trees: packs.trees.map(\.trees), named: packs.library.named,
      program: packs.program,
      waivers: request.check.waivers.isEmpty ? nil : packs.governance.waivers,
      sources: pipeline.sources)
    let (report, problems) = PolicyLinter.lint(whole, selected: request.rules)
    self.problems = problems
    if problems.containsError { throw .diagnosed }
    return report
  }

  /// The most rounds of changes: each may make room for others.
  private static let mostRounds = 32

  /// Returns the packs of `request` with every change made that is certain to be meant and holds.
  ///
  /// What is changed loads again, and what was said is no longer said; a change of which that is not
  /// so is not made.
  ///
  /// - Throws: a `CheckFailure` when the packs do not load.
  package mutating func fix(_ request: LintRequest) throws(CheckFailure) -> FixedPacks {
    var request = request
    request.check.packs = request.check.packs.flatMap(\.packs)
    let original = request.check.packs
    var report = try run(request)
    for _ in 0..<LintPipeline.mostRounds {
      guard let next = LintFixing(request, report, sources).outcome else { break }
      (self, request, report) = (next.pipeline, next.request, next.report)
    }
    let files = LintPipeline.differences(between: original, and: request.check.packs)
    return FixedPacks(files: files, report: report.withoutOffers)
  }

  /// Returns the files of which the bytes differ.
  private static func differences(
    between old: [PackFolder], and new: [PackFolder]
  ) -> [FixedFile] {
    zip(old, new).flatMap { before, after in
      zip(before.files, after.files).compactMap { file, changed in
        guard file.bytes != changed.bytes else { return nil }
        let name = before.prefix + file.path
        return FixedFile(file: PolicyFile(name: name, bytes: file.bytes), bytes: changed.bytes)
      }
    }
  }
}
