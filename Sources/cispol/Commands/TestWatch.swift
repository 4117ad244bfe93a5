internal import Glibc
internal import Pipelines
internal import PolicyTesting

/// Runs tests again whenever files change, until the program is interrupted.
struct TestWatch {
  /// What is run.
  let command: TestCommand

  /// How often the files are looked at, in nanoseconds.
  private static let interval = 250_000_000

  /// Runs all cases, and then those that changes affect, until a signal asks to stop.
  func run() throws {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { _ = unsafe sigaddset(&signals, signal) }
    // Blocked, so that they are taken between two runs and never end one half way.
    _ = unsafe sigprocmask(SIG_BLOCK, &signals, nil)
    var seen = try FolderState(command.paths)
    var failing = try runCases(changed: nil, failing: [])
    Output.complain("watching \(seen.count) files; an interrupt ends it")
    var pending: Set<String> = []
    var isSettling = false
    while !isInterrupted(&signals) {
      let state = try FolderState(command.paths)
      let changed = state.difference(from: seen)
      seen = state
      if !changed.isEmpty {
        // Whoever writes several files is given the time to.
        pending.formUnion(changed)
        isSettling = true
      } else if isSettling {
        isSettling = false
        Output.complain("\nchanged: \(pending.sorted().joined(separator: ", "))")
        // After packs that could not be used, nothing is known of any case.
        let isFirst = failing == nil
        failing = try runCases(changed: isFirst ? nil : pending, failing: failing ?? [])
        if failing != nil { pending = [] }
      }
    }
  }

  /// Waits for a signal for as long as the interval, and returns whether one came.
  private func isInterrupted(_ signals: inout sigset_t) -> Bool {
    var interval = timespec(tv_sec: 0, tv_nsec: TestWatch.interval)
    return unsafe sigtimedwait(&signals, nil, &interval) > 0
  }

  /// Runs the cases that `changed` affects, and those in `failing`; returns those that fail then,
  /// or `nil` when the packs cannot be used.
  private func runCases(changed: Set<String>?, failing: Set<String>) throws -> Set<String>? {
    var request: TestRequest
    do {
      request = try command.request()
    } catch {
      return nil
    }
    request.changedFiles = changed
    request.alwaysRun = failing
    var pipeline = TestPipeline()
    let tested: TestedPacks
    do {
      tested = try command.run(request, &pipeline)
    } catch {
      return nil
    }
    let report = tested.report
    if changed != nil, report.results.isEmpty, report.staleSnapshots.isEmpty {
      Output.complain("no case is affected")
      return []
    }
    try Destination.write(
      TestTextReporter.render(report, sources: pipeline.sources, isVerbose: command.verbose),
      to: nil)
    return Set(report.results.filter { !$0.hasPassed }.map { report.key(of: $0) })
  }
}
