internal import Pipelines
internal import PolicyTesting

/// Runs tests again whenever files change, until the program is interrupted.
struct TestWatch {
  /// What is run.
  let command: TestCommand

  /// Runs all cases, and then those that changes affect, until a signal asks to stop.
  func run() throws {
    var failing: Set<String> = []
    let paths = WatchedPaths(folders: command.paths, files: [])
    try Watch { paths }.run { changed, _ in
      guard let failed = try runCases(changed: changed, failing: changed == nil ? [] : failing)
      else { return false }
      failing = failed
      return true
    }
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
