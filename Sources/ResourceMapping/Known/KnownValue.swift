internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// A value that takes no memory of its own: what has some is named by number.
enum KnownValue {
  case absent
  case bool(Bool)
  case int(Int64)
  /// The text of the raw value, which is one.
  case rawText(RawValueID)
  /// The text at this 0-based place of the `KnownStore`.
  case text(Int32)
  case json(RawValueID)
  /// The case at the 0-based index of the enumeration.
  case enumeration(EnumerationID, Int32)
  /// The value of any other type at this 0-based place of the `KnownStore`.
  case other(Int32)
  /// What it is, is not known, for the causes at this 0-based place of the `KnownStore`.
  case unknown(Int32)
  /// What it is, is not known, for the reason that the raw value gives, which stands where this does.
  case undecided(RawValueID)
}

/// A `Cell` in the form that `KnownEvaluator` works with.
struct Known {
  /// What was read.
  var value: KnownValue

  /// Where it stands in the source.
  var origin: SourceRange?

  /// Whether it is not known what it is.
  var isUnknown: Bool {
    switch value {
    case .unknown, .undecided: true
    case .absent, .bool, .int, .rawText, .text, .json, .enumeration, .other: false
    }
  }

  /// What a variable holds until something is put into it.
  static let unset = Known(.unknown(KnownStore.unset))

  /// What was read at `origin`.
  @inline(__always) init(_ value: KnownValue, origin: SourceRange? = nil) {
    self.value = value
    self.origin = origin
  }
}
