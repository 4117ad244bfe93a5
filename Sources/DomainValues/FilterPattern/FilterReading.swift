internal import SourceText

/// One way to read what CloudWatch does not say about filter patterns.
///
/// What holds in every reading is known, and what hangs on the reading is not.
struct FilterReading: Hashable, Sendable {
  /// Whether `!=` holds for a field that is absent.
  let differsFromAbsent: Bool

  /// Whether text is compared with numbers, Booleans and null, by what they look like.
  let comparesAcrossKinds: Bool

  /// Every reading.
  static let all = [true, false].flatMap { differs in
    [true, false].map { FilterReading(differsFromAbsent: differs, comparesAcrossKinds: $0) }
  }

  /// Returns whether `value` is as `predicate` demands, or `nil` where even the reading leaves it
  /// open.
  func says(
    _ predicate: FilterPredicate, of value: FilterValue, _ regexes: RegexCache
  ) -> Bool? {
    switch predicate {
    case .exists: value == .null ? nil : value != .absent
    case .isMissing: value == .null ? nil : value == .absent
    case .isNull: value == .null
    case .isBoolean(let wanted): value == .boolean(wanted)
    case .matches(let glob): matches(glob, value)
    case .differs(let glob): differs(from: glob, value)
    case .compares(let comparison, let number): compares(value, comparison, number)
    case .finds(let regex): finds(regex, in: value, regexes)
    case .lacks(let regex):
      value == .absent ? differsFromAbsent : finds(regex, in: value, regexes).map { !$0 }
    }
  }

  private func matches(_ glob: Glob, _ value: FilterValue) -> Bool? {
    switch value {
    case .absent: false
    case .container: glob == .everything ? nil : false
    case .string(let text): glob.matches(text.text)
    case .null, .boolean, .number: comparesAcrossKinds && glob.matches(value.description)
    }
  }

  private func differs(from glob: Glob, _ value: FilterValue) -> Bool? {
    switch value {
    case .absent: differsFromAbsent
    case .container: nil
    case .string(let text): !glob.matches(text.text)
    case .null, .boolean, .number: comparesAcrossKinds ? !glob.matches(value.description) : nil
    }
  }

  private func compares(
    _ value: FilterValue, _ comparison: FilterPredicate.Comparison, _ number: Double
  ) -> Bool? {
    switch value {
    case .number(let found): return comparison.holds(found, number)
    case .string(let text):
      if comparesAcrossKinds {
        guard let found = FilterPredicate.number(in: text.text) else {
          return comparison == .notEqual
        }
        return comparison.holds(found, number)
      }
      return comparison == .notEqual ? nil : false
    case .absent: return comparison == .notEqual && differsFromAbsent
    case .null, .boolean, .container: return comparison == .notEqual ? nil : false
    }
  }

  private func finds(
    _ regex: RegexPattern, in value: FilterValue, _ regexes: RegexCache
  ) -> Bool? {
    switch value {
    case .absent: false
    case .string(let text): regexes.matches(regex, in: text.text).decided
    case .null, .boolean, .number, .container: nil
    }
  }
}
