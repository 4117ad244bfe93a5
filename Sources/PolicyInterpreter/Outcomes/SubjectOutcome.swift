package import PolicyIR
package import ResourceModel
package import SourceText

/// What one rule says of one resource.
package struct SubjectOutcome: Hashable, Sendable {
  /// The resource.
  package let row: RowID

  /// What the rule says of it.
  package let status: Status

  /// The messages of the requirements that are false, in the order of the text.
  package let messages: [String]

  /// Why the status is unknown, each cause once; empty for other statuses.
  package let causes: [Cause]

  /// Where in the source the first read that decided stands, else the resource.
  package let origin: SourceRange?

  /// Creates the outcome of `row`.
  package init(
    row: RowID, status: Status, messages: [String] = [], causes: [Cause] = [],
    origin: SourceRange?
  ) {
    self.row = row
    self.status = status
    self.messages = messages
    self.causes = causes
    self.origin = origin
  }
}
