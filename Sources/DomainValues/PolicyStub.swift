/// Stands in until IAM documents are merged.
package struct PolicyDocument: Hashable, Sendable {}
