internal import SourceText
package import StructuredText

/// A policy of IAM or of a resource, as its JSON says.
package struct PolicyDocument: Hashable, Sendable {
  /// The statements that are known, in order.
  package let statements: [PolicyStatement]

  /// Whether there is no other statement.
  package let isComplete: Bool

  /// Creates the policy of `statements`.
  package init(_ statements: [PolicyStatement], isComplete: Bool = true) {
    self.statements = statements
    self.isComplete = isComplete
  }

  /// A policy of which nothing is known.
  package static let unknown = PolicyDocument([], isComplete: false)

  /// Returns the policy that `text`, which is JSON, writes.
  package static func parse(_ text: String) throws(ValueError) -> PolicyDocument {
    try parse(utf8: Array(text.utf8))
  }

  /// Returns the policy that the JSON in `utf8` writes.
  package static func parse(utf8: [UInt8]) throws(ValueError) -> PolicyDocument {
    try read(utf8, isMade: true)
  }

  /// Finds out whether the JSON in `utf8` writes a policy, without making it.
  package static func check(utf8: [UInt8]) throws(ValueError) {
    _ = try read(utf8, isMade: false)
  }

  private static func read(
    _ utf8: [UInt8], isMade: Bool
  ) throws(ValueError) -> PolicyDocument {
    let document: JSONDocument
    do {
      document = try JSONDocument.parse(bytes: utf8, file: FileID(index: 0))
    } catch {
      throw .malformedPolicyDocument(.malformedJSON(error))
    }
    do {
      var reader = PolicyDocumentReader(document, isMade: isMade)
      return try reader.read(document.root)
    } catch {
      throw .malformedPolicyDocument(error)
    }
  }

  /// Returns the policy that the value `id` of `document` writes.
  package static func parse(
    _ document: JSONDocument, at id: JSONNodeID
  ) throws(PolicyDocumentError) -> PolicyDocument {
    var reader = PolicyDocumentReader(document)
    return try reader.read(id)
  }
}
