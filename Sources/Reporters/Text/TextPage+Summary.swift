internal import Compliance
internal import PolicyIR
internal import PolicyPacks
internal import SourceText

/// The last lines.
extension TextPage {
  /// Writes the counts and the score.
  mutating func addSummary() {
    for benchmark in report.benchmarks {
      if report.benchmarks.count > 1 { line(styled(.heading, benchmark.benchmark.label)) }
      let counts = ControlCounts(benchmark.controls.map(\.status))
      line("Controls   " + words(counts))
      line("Score      " + words(benchmark.score))
      addBreakdowns(of: benchmark)
    }
    let counts = report.counts
    line(
      "Judgements "
        + listed([
          (counts.pass, "pass", .pass), (counts.fail, "fail", .fail),
          (counts.unknown, "unknown", .unknown), (counts.notApplicable, "not applicable", .quiet),
        ]))
    if report.waivedCount > 0 {
      let count = report.waivedCount
      line("Waived     \(count) of these, which \(count == 1 ? "does" : "do") not count")
    }
    if report.attestedCount > 0 {
      let count = report.attestedCount
      line("Attested   \(count) of these, which \(count == 1 ? "does" : "do") not count")
    }
    for input in report.inputs {
      line(
        "Input      " + input.name.safeOnTerminal + styled(.quiet, "  \(input.format), ")
          + styled(.quiet, "\(input.resourceCount.counted("resource")), at \(report.now)"))
      addNotes(on: input)
    }
    line("Result     " + verdict)
    addHint()
  }

  /// The warnings on an input that are shown to whoever does not ask for all.
  private static let mostWarnings = 5

  /// Adds what people should know of the input.
  private mutating func addNotes(on input: InputReport) {
    let isVerbose = reporter.options.isVerbose
    let shown = isVerbose ? input.warnings.count : TextPage.mostWarnings
    for warning in input.warnings.prefix(shown) { line(styled(.unknown, warning), indent: 11) }
    if input.warnings.count > shown {
      let rest = input.warnings.count - shown
      line(styled(.quiet, "and \(rest) more like that, which --verbose shows"), indent: 11)
    }
    if isVerbose { for detail in input.details { line(styled(.quiet, detail), indent: 11) } }
  }

  /// Returns how many controls have each status.
  func words(_ counts: ControlCounts) -> String {
    listed([
      (counts[.pass], "pass", .pass), (counts[.fail], "fail", .fail),
      (counts[.unknown], "unknown", .unknown),
      (counts[.notApplicable], "not applicable", .quiet),
      (counts[.noResources], "without resources", .quiet), (counts[.manual], "manual", .quiet),
      (counts[.attested], "attested", .quiet),
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
      + loosened(score)
  }

  /// Returns that a score was reached with less than the benchmark asks for, if it was.
  private func loosened(_ score: Score) -> String {
    guard score.loosened > 0 else { return "" }
    return ", "
      + styled(.unknown, "\(score.loosened) of the controls by values looser than the benchmark's")
  }

  /// Writes the scores of the parts of a benchmark; of places only if there are several or they are units,
  /// unless everything is to be shown.
  private mutating func addBreakdowns(of benchmark: BenchmarkReport) {
    for kind in Breakdown.Kind.allCases {
      let parts = benchmark.breakdowns.filter { $0.kind == kind }
      let isShown =
        switch kind {
        case .section, .level: reporter.options.isVerbose
        case .unit: true
        case .organization, .account, .region: reporter.options.isVerbose || parts.count > 1
        }
      guard isShown else { continue }
      let names = parts.map { part in
        (part.title.isEmpty ? part.key : "\(part.key) \(part.title)").safeOnTerminal
      }
      let width = names.map(\.count).max() ?? 0
      for (name, part) in zip(names, parts) {
        let padding = TextPage.spaces(width - name.count)
        line(
          styled(.quiet, "\(kind.rawValue) ") + name + padding + "  " + short(part.score),
          indent: 11)
      }
    }
  }

  private func short(_ score: Score) -> String {
    guard let percent = score.percent else { return styled(.quiet, "nothing scored was decided") }
    let share =
      TextPage.spaces(percent > 99 ? 0 : percent > 9 ? 1 : 2) + "\(percent) %"
    return share
      + styled(
        .quiet, "  \(score.passed) of \(score.counted)  evidence \(score.coverage ?? 0) %")
      + (score.loosened > 0 ? styled(.unknown, "  \(score.loosened) loosened") : "")
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
      report.findings.first { $0.status == .fail && $0.disposition == .active }
      ?? report.findings.first { $0.status == .fail || $0.status == .unknown }
    guard let open else { return }
    guard let arguments = reporter.options.argumentsToExplain else {
      return line(
        styled(
          .quiet,
          "cispol explain shows how a decision came about, once what was read is kept in files"))
    }
    let id = String(open.fingerprint.prefix(8))
    line(styled(.quiet, "cispol explain \(id)\(arguments) shows how a decision came about"))
  }
}
