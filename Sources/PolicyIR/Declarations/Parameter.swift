package import ResourceModel
package import SourceText

/// A named value that a rule or function is given.
package struct Parameter: Sendable {
  /// The name.
  package let name: String
  /// The type.
  package let type: TypeID
  /// The value when none is given.
  package var defaultValue: Value?
  /// The least and greatest value allowed.
  package let bounds: Bounds?
  /// Where the name is declared.
  package let range: SourceRange

  /// The least and greatest value of a parameter.
  package struct Bounds: Hashable, Sendable {
    /// The least.
    package let lower: Value
    /// The greatest.
    package let upper: Value

    /// Creates the bounds from `lower` to `upper`.
    package init(lower: Value, upper: Value) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Creates a parameter.
  package init(
    name: String, type: TypeID, defaultValue: Value?, bounds: Bounds?, range: SourceRange
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.bounds = bounds
    self.range = range
  }
}
