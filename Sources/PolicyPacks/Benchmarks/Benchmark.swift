package import DomainValues
package import SourceText

/// A version of a benchmark: its controls, and the rules that decide them.
package struct Benchmark: Sendable {
  /// A part of a benchmark that groups controls.
  package struct Section: Hashable, Sendable {
    /// The identity within the benchmark, such as `2` or `2.1`.
    package let id: String

    /// What it is about.
    package let title: String

    /// The id of the section it is a subsection of.
    package let parent: String?
  }

  /// The name, such as `cis-aws-foundations`.
  package let name: String

  /// The version.
  package let version: Version

  /// What people call it.
  package let title: String

  /// The day it was published, as the file writes it; empty when the file does not say.
  package let published: String

  /// The sections in the order of the file, each before its subsections.
  package let sections: [Section]

  /// The controls, in the order of the file.
  package let controls: [Control]

  /// The benchmark that it extends, with its version, or `nil` when it stands alone.
  package let extends: String?

  /// In what it differs from the benchmark that it extends, besides its own controls.
  package let changes: [BenchmarkChange]

  /// Where the name is written.
  package let range: SourceRange

  /// The name and version, such as `cis-aws-foundations@1.4.0`.
  package var label: String { "\(name)@\(version)" }

  /// Returns the section of `control`, not the subsection.
  package func topSection(of control: Control) -> Section {
    sections.first { $0.id == control.section.parent } ?? control.section
  }
}
