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
      program: packs.program, waivers: packs.governance.waivers, sources: pipeline.sources)
    let (report, problems) = PolicyLinter.lint(whole, selected: request.rules)
    self.problems = problems
    if problems.containsError { throw .diagnosed }
    return report
  }

  /// The most rounds of changes: each may make room for others.
  private static let mostRounds = 8

  /// Returns the packs of `request` with every change made that is certain to be meant.
  ///
  /// What is changed loads again, and what was said is no longer said; a round of changes of which
  /// that is not so is not made.
  ///
  /// - Throws: a `CheckFailure` when the packs do not load.
  package mutating func fix(_ request: LintRequest) throws(CheckFailure) -> FixedPacks {
    var request = request
    request.check.packs = request.check.packs.flatMap(\.packs)
    let original = request.check.packs
    var report = try run(request)
    for _ in 0..<LintPipeline.mostRounds {
      let edits = LintPipeline.edits(of: report)
      if edits.isEmpty { break }
      var next = request
      next.check.packs = changed(request.check.packs, by: edits)
      var attempt = LintPipeline()
      guard let after = attempt.attempt(next), after.remarks.count < report.remarks.count else {
        break
      }
      (self, request, report) = (attempt, next, after)
    }
    let files = LintPipeline.differences(between: original, and: request.check.packs)
    return FixedPacks(files: files, report: report)
  }

  /// Returns what the linter says about packs that were changed, or `nil` when they do not load.
  private mutating func attempt(_ request: LintRequest) -> LintReport? {
    do {
      return try run(request)
    } catch {
      return nil
    }
  }

  /// Returns the changes of `report` that may be made unasked and do not overlap, by their places.
  private static func edits(of report: LintReport) -> [TextEdit] {
    var edits: [TextEdit] = []
    for fixIt in report.remarks.flatMap(\.fixIts) where fixIt.applicability == .automatic {
      let isFree = fixIt.edits.allSatisfy { new in
        !edits.contains { old in
          old.range.file == new.range.file && old.range.lower <= new.range.upper
            && new.range.lower <= old.range.upper
        }
      }
      if isFree { edits += fixIt.edits }
    }
    return edits.sorted { $0.range < $1.range }
  }

  /// Returns `packs` with `edits` made; a file that had its canonical form has it again.
  private func changed(_ packs: [PackFolder], by edits: [TextEdit]) -> [PackFolder] {
    packs.map { folder in
      let prefix = LintPipeline.prefix(of: folder)
      let files = folder.files.map { file -> PackFolder.File in
        let own = edits.filter { sources[$0.range.file].name == prefix + file.path }
        if own.isEmpty { return file }
        let bytes = own.applied(to: file.bytes)
        return PackFolder.File(
          path: file.path, bytes: LintPipeline.formatted(bytes, like: file, of: folder))
      }
      return PackFolder(name: folder.name, files: files)
    }
  }

  private static func prefix(of folder: PackFolder) -> String {
    folder.name.isEmpty || folder.name.hasSuffix("/") ? folder.name : folder.name + "/"
  }

  /// Returns `bytes` in their canonical form, if `file` had it before.
  private static func formatted(
    _ bytes: [UInt8], like file: PackFolder.File, of folder: PackFolder
  ) -> [UInt8] {
    guard PolicyForm(path: file.path) == .language || file.path.hasPrefix("rules/")
    else { return bytes }
    var before = FormatPipeline()
    guard case .unchanged = before.format(PolicyFile(name: file.path, bytes: file.bytes)) else {
      return bytes
    }
    var after = FormatPipeline()
    switch after.format(PolicyFile(name: file.path, bytes: bytes)) {
    case .formatted(let canonical): return canonical
    case .unchanged, .untouched: return bytes
    }
  }

  /// Returns the files of which the bytes differ.
  private static func differences(
    between old: [PackFolder], and new: [PackFolder]
  ) -> [FixedFile] {
    zip(old, new).flatMap { before, after in
      zip(before.files, after.files).compactMap { file, changed in
        guard file.bytes != changed.bytes else { return nil }
        let name = prefix(of: before) + file.path
        return FixedFile(file: PolicyFile(name: name, bytes: file.bytes), bytes: changed.bytes)
      }
    }
  }
}
