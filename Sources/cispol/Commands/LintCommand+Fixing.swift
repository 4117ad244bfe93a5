internal import Diagnostics
internal import Pipelines
internal import PolicyLinter
internal import SourceText

/// What becomes of changes.
extension LintCommand {
  /// Says which changes are certain to be meant and were not made.
  func complainOfRefusals(in report: LintReport, _ sources: SourceMap) {
    for remark in report.remarks {
      for fixIt in remark.fixIts where fixIt.applicability == .refused {
        let place = sources.location(of: remark.primary)
        let text = "\(place.file):\(place.line): `--fix` did not \(fixIt.title)"
        Output.complain(
          "\(text.safeOnTerminal): the packs would not load, or the same would be said of them")
      }
    }
  }

  /// Shows what would be changed.
  func show(_ files: [FixedFile]) throws {
    let text = files.map { file in
      diff
        ? FormatPipeline.difference(from: file.file, to: file.bytes)
        : "\(file.file.name.safeOnTerminal)\n"
    }
    try Output.show(text.joined())
  }

  /// Replaces the files, each in one step.
  static func write(_ files: [FixedFile]) throws {
    var verdict: ExitVerdict?
    for file in files {
      do throws(FileError) {
        try AtomicFile.replace(file.file.name, by: file.bytes)
      } catch {
        verdict =
          Problem(
            "`\(file.file.name)` cannot be written: \(error.message)", help: error.help
          ).reported
        continue
      }
      Output.complain("changed \(file.file.name.safeOnTerminal)")
    }
    if let verdict { throw verdict }
  }
}
