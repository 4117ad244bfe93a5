package import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Renders reports for people: controls by benchmark and section, then what is undecided, what
/// people decided, and the score.
package struct TextReporter: Sendable {
  /// What is shown, and how.
  package struct Options: Sendable {
    /// Whether to use colour.
    package let isColoured: Bool

    /// Whether resources that pass are shown as well.
    package let showsAll: Bool

    /// Whether lists are shown in full, and controls without a rule one by one.
    package let isVerbose: Bool

    /// What the command that explains a finding needs to see the same, each word after a space; `nil`
    /// if there is no such command.
    package let argumentsToExplain: String?

    /// Creates options.
    package init(
      isColoured: Bool, showsAll: Bool, isVerbose: Bool, argumentsToExplain: String?
    ) {
      self.argumentsToExplain = argumentsToExplain
      self.isColoured = isColoured
      self.showsAll = showsAll
      self.isVerbose = isVerbose
    }
  }

  /// The most resources of one rule that are shown unless everything is.
  package static let mostResources = 10

  let options: Options
  let style: TextStyle

  /// Creates a reporter.
  package init(_ options: Options) {
    self.options = options
    style = TextStyle(isColoured: options.isColoured)
  }

  /// Returns `report` as text that ends with a line break.
  package func render(_ report: Report) -> String {
    var page = TextPage(report: report, reporter: self)
    for benchmark in report.benchmarks { page.add(benchmark) }
    page.addLooseRules()
    page.addUndecided()
    if options.isVerbose { page.addFootprints() }
    page.addAdjustments()
    page.addWaivers()
    page.addSummary()
    return page.text
  }
}
