internal import Compliance
internal import Reporters

/// In which form a report or proof is written.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json
}

/// What of a report is shown, and how.
package struct RenderOptions: Sendable {
  /// Whether text is coloured.
  package var isColoured = false

  /// Whether resources that pass, or that a rule is not about, are shown as well.
  package var showsAll = false

  /// Whether lists are shown in full.
  package var isVerbose = false

  /// What the command that explains a finding needs to see the same, each word after a space; `nil` if
  /// there is no such command.
  package var argumentsToExplain: String?

  /// Creates options that show what matters, without colour.
  package init() {}
}

extension EvaluatedRun {
  /// Hands the bytes of the report in the form `format`, piece by piece, to `output`.
  package func render(
    as format: ReportFormat, _ options: RenderOptions, to output: @escaping ([UInt8]) -> Void
  ) {
    switch format {
    case .json:
      let reporter = JSONReporter(showsAll: options.showsAll, isVerbose: options.isVerbose)
      reporter.render(report, to: output)
    case .text:
      let reporter = TextReporter(
        .init(
          isColoured: options.isColoured, showsAll: options.showsAll,
          isVerbose: options.isVerbose, argumentsToExplain: options.argumentsToExplain))
      output(Array(reporter.render(report).utf8))
    }
  }
}

extension ExplainPipeline {
  /// Hands the bytes of `explanations` in the form `format`, piece by piece, to `output`.
  package func render(
    _ explanations: [Explanation], as format: ReportFormat, isColoured: Bool,
    to output: @escaping ([UInt8]) -> Void
  ) {
    let explained = explanations.map {
      ExplainedFinding($0.finding, of: $0.rule, proof: $0.proof, sources: sources)
    }
    switch format {
    case .json: ProofJSONReporter().render(explained, to: output)
    case .text:
      let reporter = ProofTextReporter(isColoured: isColoured)
      output(Array(explained.map { reporter.render($0) }.joined(separator: "\n").utf8))
    }
  }
}
