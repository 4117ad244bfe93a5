package import SourceText

/// One run of a tool, in the terms of SARIF 2.1.0.
package struct SARIFLog: Sendable {
  /// How much a result matters.
  package enum Level: String, Sendable {
    case none
    case note
    case warning
    case error
  }

  /// What the tool looks for.
  package struct Rule: Sendable {
    /// The stable name.
    package let id: String
    /// What it looks for, in one sentence.
    package let summary: String
    /// More about it, in Markdown; empty when there is no more.
    package let help: String
    /// How much its results matter where nothing says otherwise.
    package let level: Level

    /// Creates the rule called `id`.
    package init(id: String, summary: String, help: String, level: Level) {
      self.id = id
      self.summary = summary
      self.help = help
      self.level = level
    }
  }

  /// A place in a file, with a few words if there are some.
  package struct Location: Sendable {
    /// Where it is.
    package let range: SourceRange
    /// What is said about it.
    package let message: String?

    /// Creates the location `range`.
    package init(_ range: SourceRange, message: String? = nil) {
      self.range = range
      self.message = message
    }
  }

  /// A change that would answer a result.
  package struct Fix: Sendable {
    /// What it does, in the imperative.
    package let title: String
    /// The edits, which do not overlap.
    package let edits: [TextEdit]

    /// Creates a fix.
    package init(title: String, edits: [TextEdit]) {
      self.title = title
      self.edits = edits
    }
  }

  /// Something that was found.
  package struct Result: Sendable {
    /// The name of the rule that found it, one of those of the log.
    package let rule: String
    /// How much it matters.
    package let level: Level
    /// What is said about it.
    package let message: String
    /// Where it is.
    package let locations: [Location]
    /// Other places that explain it.
    package let relatedLocations: [Location]
    /// Changes that would answer it.
    package let fixes: [Fix]
    /// Why it is let stand, if it is.
    package let justification: String?

    /// Creates a result of the rule called `rule`.
    package init(
      rule: String, level: Level, message: String, locations: [Location],
      relatedLocations: [Location] = [], fixes: [Fix] = [], justification: String? = nil
    ) {
      self.rule = rule
      self.level = level
      self.message = message
      self.locations = locations
      self.relatedLocations = relatedLocations
      self.fixes = fixes
      self.justification = justification
    }
  }

  /// The name of the tool.
  package let tool: String

  /// The version of the tool.
  package let version: String

  /// What it looked for.
  package let rules: [Rule]

  /// What it found.
  package let results: [Result]

  /// Creates the log of a run of `tool`.
  package init(tool: String, version: String, rules: [Rule], results: [Result]) {
    self.tool = tool
    self.version = version
    self.rules = rules
    self.results = results
  }
}
