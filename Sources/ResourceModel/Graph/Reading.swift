package import SourceText

/// What reading or computing something gives.
package enum Reading: Hashable, Sendable {
  /// The source says this.
  case value(Value)
  /// The source looked, and it is not set.
  case absent
  /// What it is, is not known; the causes are distinct and at least one.
  case unknown([Cause])

  /// Returns the reading that is unknown because of `cause`.
  package static func unknown(_ cause: Cause) -> Reading { .unknown([cause]) }

  /// The value, or `nil` when it is absent or unknown.
  package var value: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// The causes; empty when it is known.
  package var causes: [Cause] {
    if case .unknown(let causes) = self { return causes }
    return []
  }
}

/// A reading and where in the source it came from.
package struct Cell: Hashable, Sendable {
  /// What was read.
  package let reading: Reading

  /// Where it stands in the source.
  package let origin: SourceRange?

  /// Creates the cell of what was read at `origin`.
  package init(_ reading: Reading, origin: SourceRange? = nil) {
    self.reading = reading
    self.origin = origin
  }
}
