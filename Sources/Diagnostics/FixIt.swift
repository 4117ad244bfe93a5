package import SourceText

/// A change of the text that would answer a diagnostic.
package struct FixIt: Hashable, Sendable {
  /// Whether a tool may apply the change unasked.
  package enum Applicability: String, Sendable {
    /// The meaning is certain to be what was intended.
    case automatic
    /// A person should look first.
    case suggestion
    /// The meaning is certain, but the text does not hold with it: a person has to make it fit.
    case refused
  }

  /// What the change does, in the imperative.
  package let title: String

  /// The edits, which do not overlap.
  package let edits: [TextEdit]

  /// Whether a tool may apply the change unasked.
  package let applicability: Applicability

  /// Creates a fix-it that makes `edits`.
  package init(_ title: String, edits: [TextEdit], applicability: Applicability = .suggestion) {
    self.title = title
    self.edits = edits
    self.applicability = applicability
  }
}
