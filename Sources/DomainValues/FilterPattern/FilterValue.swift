package import SourceText

/// The value of one field of a log event.
package enum FilterValue: Hashable, Sendable {
  /// The event has no such field.
  case absent

  case null
  case boolean(Bool)
  case number(Double)
  case string(ExactText)

  /// An object or an array.
  case container
}

extension FilterValue: CustomStringConvertible {
  package var description: String {
    switch self {
    case .absent: "absent"
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): FilterPredicate.text(of: value)
    case .string(let value): "\"\(value)\""
    case .container: "an object or array"
    }
  }
}
