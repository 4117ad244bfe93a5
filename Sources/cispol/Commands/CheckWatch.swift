internal import DomainValues
internal import Pipelines
internal import SourceText

/// Judges inputs again whenever they or packs change, until the program is interrupted.
struct CheckWatch {
  /// What is run.
  let command: CheckCommand

  /// Runs the check, and again what changes touch, until a signal asks to stop.
  func run() throws {
    var session = CheckSession()
    // The instant stays the same, so that nothing changes but by files.
    let now = try command.packs.instant()
    try Watch {
      try command.packs.watchedPaths(packs: command.paths)
    }.run { _, state in
      do {
        try run(&session, now, state)
        return true
      } catch is ExitVerdict {
        // What is wrong was said, and may be mended while the program waits.
        return false
      }
    }
  }

  private func run(
    _ session: inout CheckSession, _ now: Timestamp, _ state: FolderState
  ) throws {
    var request = try command.request(stamps: state)
    request.now = now
    let stopwatch = command.timings ? Stopwatch() : nil
    if let stopwatch { request.onStage = { stopwatch.begin($0) } }
    defer { stopwatch?.tell() }
    let result: CheckResult
    do {
      result = try session.run(request)
    } catch {
      command.report(session.diagnostics, session.sources)
      throw error == .diagnosed
        ? ExitVerdict.unusable : Problem(error.message, help: error.help).reported
    }
    command.report(session.diagnostics, session.sources)
    do {
      try command.finish(result)
    } catch is ExitVerdict {
      // The report says what fails.
    }
    Output.complain(CheckWatch.words(session.work).safeOnTerminal)
  }

  /// Returns what a run did anew, in words.
  private static func words(_ work: SessionWork) -> String {
    var parts: [String] = []
    if work.hasCheckedPacks { parts.append("checked the packs") }
    if !work.readInputs.isEmpty { parts.append("read \(work.readInputs.joined(separator: ", "))") }
    if work.evaluatedRuleCount > 0 {
      parts.append("evaluated \(work.evaluatedRuleCount.counted("rule"))")
    }
    return parts.isEmpty ? "nothing to do anew" : parts.joined(separator: ", ")
  }
}
