package import Diagnostics
package import PolicyPacks
package import SourceText

/// From the text of a project's configuration to what it says.
package struct ConfigurationPipeline: Sendable {
  /// The text.
  package private(set) var sources = SourceMap()

  /// What is wrong with it.
  package private(set) var diagnostics = DiagnosticSet()

  /// Creates a pipeline that has read nothing.
  package init() {}

  /// Returns what `file` says, or `nil` when the diagnostics say why it cannot be used.
  package mutating func read(_ file: InputFile) -> ProjectConfiguration? {
    let id = sources.insert(SourceFile(name: file.name, bytes: file.bytes))
    let (configuration, problems) = ProjectConfiguration.read(id, of: sources)
    diagnostics.formUnion(problems)
    return diagnostics.containsError ? nil : configuration
  }
}
