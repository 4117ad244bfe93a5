package import SourceText

/// A place where a policy says a name that something had before.
package struct FormerNameUse: Hashable, Sendable {
  /// What has another name now.
  package enum Subject: String, Hashable, Sendable {
    case attribute
    case rule
  }

  /// What has another name now.
  package let subject: Subject

  /// The name that is said.
  package let formerName: String

  /// The name that it has now.
  package let name: String

  /// Where it is said.
  package let range: SourceRange

  /// Creates the use of `formerName` for what is called `name`.
  package init(subject: Subject, formerName: String, name: String, range: SourceRange) {
    self.subject = subject
    self.formerName = formerName
    self.name = name
    self.range = range
  }
}
