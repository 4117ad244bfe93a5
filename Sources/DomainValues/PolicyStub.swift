/// Stands in until IAM documents are merged.
package struct PolicyDocument: Hashable, Sendable {
  package static func parse(_ text: String) throws(ValueError) -> PolicyDocument { PolicyDocument() }
}
