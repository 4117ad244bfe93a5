internal import ArgumentParser
internal import Pipelines
internal import PolicyTesting
internal import SourceText

/// The form of the report of a run of tests.
enum TestFormat: String, WordArgument {
  case text
  case tap
  case junit

  /// Returns the report in this form.
  func render(_ report: TestReport, sources: SourceMap, isVerbose: Bool) -> String {
    switch self {
    case .text: TestTextReporter.render(report, sources: sources, isVerbose: isVerbose)
    case .tap: TAPReporter.render(report, sources: sources)
    case .junit: JUnitReporter.render(report, sources: sources)
    }
  }
}
