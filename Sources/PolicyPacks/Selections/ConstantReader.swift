package import Diagnostics
package import PolicyIR
package import ResourceModel
package import StructuredText

/// Reads an expression of a benchmark as a value of the type that a parameter has.
package struct ConstantReader: Sendable {
  /// Returns the value, or `nil` after saying in the diagnostics why there is none.
  package let read: @Sendable (YAMLNode, Parameter) -> (Value?, DiagnosticSet)

  /// Creates a reader that does what `read` does.
  package init(_ read: @escaping @Sendable (YAMLNode, Parameter) -> (Value?, DiagnosticSet)) {
    self.read = read
  }
}
