internal import Compliance
internal import PolicyIR
internal import PolicyPacks

/// The last lines.
extension TextPage {
  /// Writes the counts and the score.
  mutating func addSummary() {
    for benchmark in report.benchmarks {
      if report.benchmarks.count > 1 { line(styled(.heading, benchmark.benchmark.label)) }
      let counts = ControlCounts(benchmark.controls.map(\.status))
      line("Controls   " + words(counts))
      line("Score      " + words(benchmark.score))
    }
    let counts = report.counts
    line(
      "Judgements "
        + listed([
          (counts.pass, "pass", .pass), (counts.fail, "fail", .fail),
          (counts.unknown, "unknown", .unknown), (counts.notApplicable, "not applicable", .quiet),
        ]))
    for input in report.inputs {
      line(
        "Input      " + TextStyle.safe(input.name) + styled(.quiet, "  \(input.format), ")
          + styled(.quiet, "\(input.resourceCount) resources, at \(report.now)"))
      if reporter.options.isVerbose {
        for note in input.notes { line(styled(.quiet, note), indent: 11) }
      }
    }
    line("Result     " + verdict)
    addHint()
  }

  /// Returns how many controls have each status.
  func words(_ counts: ControlCounts) -> String {
    listed([
      (counts[.pass], "pass", .pass), (counts[.fail], "fail", .fail),
      (counts[.unknown], "unknown", .unknown),
      (counts[.notApplicable], "not applicable", .quiet),
      (counts[.noResources], "without resources", .quiet), (counts[.manual], "manual", .quiet),
      (counts[.notImplemented], "not implemented", .quiet),
    ])
  }

  private func listed(_ parts: [(count: Int, words: String, role: TextStyle.Role)]) -> String {
    let texts = parts.filter { $0.count > 0 }.map { styled($0.role, "\($0.count) \($0.words)") }
    return texts.isEmpty ? styled(.quiet, "none") : texts.joined(separator: styled(.quiet, " · "))
  }

  private func words(_ score: Score) -> String {
    guard let percent = score.percent else {
      return styled(.quiet, "none: no scored control was decided")
    }
    let coverage = score.coverage ?? 0
    return styled(.heading, "\(percent) %")
      + " (\(score.passed) of \(score.counted) scored controls pass), "
      + "evidence \(coverage) % (\(score.decided) of \(score.applicable) judgements decided)"
  }

  private var verdict: String {
    let code = styled(
      .quiet, "  exit \(report.verdict.rawValue), --fail-on \(report.failurePolicy.label)")
    switch report.verdict {
    case .clean: return styled(.pass, "nothing fails that counts") + code
    case .failed: return styled(.fail, "something fails that counts") + code
    case .undecided: return styled(.unknown, "nothing fails, but not everything is decided") + code
    case .nothingEvaluated:
      return styled(.fail, "nothing was evaluated: no rule met any resource") + code
    case .unusable: return styled(.fail, "the run cannot be used") + code
    }
  }

  private mutating func addHint() {
    let open =
      report.findings.first { $0.status == .fail }
      ?? report.findings.first { $0.status == .unknown }
    guard let open, let input = report.inputs.first else { return }
    let id = String(open.fingerprint.prefix(8))
    let packs = reporter.options.packArguments
    let arguments = "--input \(input.name)" + (packs.isEmpty ? "" : " \(packs)")
    line(
      styled(.quiet, "cispol explain \(id) \(arguments) shows how a decision came about"))
  }
}
