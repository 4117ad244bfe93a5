package import PolicyLinter
internal import Reporters

/// In which form remarks are written.
package enum LintFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case sarif
  case json
}

extension LintPipeline {
  /// Hands the bytes of `report` in the form `format`, piece by piece, to `output`.
  ///
  /// A SARIF log has the version of the program in it, and what `page` returns about rules.
  package func render(
    _ report: LintReport, as format: LintFormat, isColoured: Bool, version: String,
    page: (LintRuleID) -> String?, to output: @escaping ([UInt8]) -> Void
  ) {
    switch format {
    case .text:
      output(Array(LintTextReporter(isColoured: isColoured).render(report, in: sources).utf8))
    case .json: LintJSONReporter().render(report, in: sources, to: output)
    case .sarif:
      let log = SARIFLog.lint(report, version: version, page: page)
      SARIFReporter(sources).render(log, to: output)
    }
  }
}
