/// What one term was seen to give.
package struct TermSightings: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A `Bool` that was true.
  package static let yes = TermSightings(rawValue: 1)
  /// A `Bool` that was false.
  package static let no = TermSightings(rawValue: 2)
  /// A `Bool` that was not known.
  package static let unknown = TermSightings(rawValue: 4)
  /// A comparison whose left side was below the right.
  package static let below = TermSightings(rawValue: 8)
  /// A comparison whose sides were equal.
  package static let equal = TermSightings(rawValue: 16)
  /// A comparison whose left side was above the right.
  package static let above = TermSightings(rawValue: 32)
}
