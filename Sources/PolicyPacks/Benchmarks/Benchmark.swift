package import DomainValues
package import SourceText

/// A version of a benchmark: its controls, and the rules that decide them.
package struct Benchmark: Sendable {
  /// The name, such as `cis-aws-foundations`.
  package let name: String

  /// The version.
  package let version: Version

  /// What people call it.
  package let title: String

  /// The day it was published, as the file writes it; empty when the file does not say.
  package let published: String

  /// The controls, in the order of the file.
  package let controls: [Control]

  /// Where the name is written.
  package let range: SourceRange

  /// The name and version, such as `cis-aws-foundations@1.4.0`.
  package var label: String { "\(name)@\(version)" }
}
