/// What a filter pattern demands of one field.
package enum FilterPredicate: Hashable, Sendable {
  /// The ways to compare numbers.
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case notEqual = "!="

    /// Returns `true` iff `left` and `right` compare so.
    package func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .equal: left == right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .notEqual: left != right
      }
    }
  }

  /// The text matches the pattern.
  case matches(Glob)

  /// The text does not match the pattern.
  case differs(Glob)

  /// The number compares so with this one.
  case compares(Comparison, Double)

  /// The regular expression is found in the text.
  case finds(RegexPattern)

  /// The regular expression is not found in the text.
  case lacks(RegexPattern)

  case isNull
  case isBoolean(Bool)
  case exists
  case isMissing

  /// Returns whether `value` is as demanded; unknown where CloudWatch does not say: `!=` on a
  /// field that is absent, text compared with what is no text, and the existence of a null.
  func holds(for value: FilterValue, _ regexes: RegexCache) -> Truth {
    switch self {
    case .exists: value == .null ? .unknown : Truth(value != .absent)
    case .isMissing: value == .null ? .unknown : Truth(value == .absent)
    case .isNull: Truth(value == .null)
    case .isBoolean(let wanted): Truth(value == .boolean(wanted))
    case .matches(let glob): FilterPredicate.text(of: value, matches: glob)
    case .differs(let glob):
      value == .absent ? .unknown : !FilterPredicate.text(of: value, matches: glob)
    case .compares(let comparison, let number): compares(value, comparison, number)
    case .finds(let regex): finds(regex, in: value, regexes)
    case .lacks(let regex): value == .absent ? .unknown : !finds(regex, in: value, regexes)
    }
  }

  private func compares(
    _ value: FilterValue, _ comparison: Comparison, _ number: Double
  ) -> Truth {
    switch value {
    case .number(let found): return Truth(comparison.holds(found, number))
    case .string(let text):
      if FilterPredicate.number(in: text) != nil { return .unknown }
      return comparison == .notEqual ? .unknown : .false
    case .absent, .null, .boolean, .container:
      return comparison == .notEqual ? .unknown : .false
    }
  }

  private func finds(
    _ regex: RegexPattern, in value: FilterValue, _ regexes: RegexCache
  ) -> Truth {
    switch value {
    case .string(let text): regexes.matches(regex, in: text)
    case .absent: .false
    case .null, .boolean, .number, .container: .unknown
    }
  }

  private static func text(of value: FilterValue, matches glob: Glob) -> Truth {
    switch value {
    case .string(let text): return Truth(glob.matches(text))
    case .absent: return .false
    case .null, .boolean, .number, .container:
      // Whether a number is compared by its text is not said, but no text of one is `Root`.
      guard let text = glob.exactText else { return .unknown }
      return text.isEmpty || number(in: text) != nil || ["true", "false", "null"].contains(text)
        ? .unknown : .false
    }
  }

  /// Returns the finite number that all of `text` writes in decimal, if it does.
  static func number(in text: String) -> Double? {
    // The standard library would read `nan` and hexadecimal too.
    guard text.utf8.allSatisfy({ ASCII.isDigit($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    return number == 0 ? 0 : number
  }

  /// Returns how `number` is written: without a fraction if it has none.
  static func text(of number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? number.description
  }
}

extension FilterPredicate: CustomStringConvertible {
  package var description: String {
    switch self {
    case .matches(let glob): "= \(FilterPredicate.quoted(glob))"
    case .differs(let glob): "!= \(FilterPredicate.quoted(glob))"
    case .compares(let comparison, let number):
      "\(comparison.rawValue) \(FilterPredicate.text(of: number))"
    case .finds(let regex): "= %\(regex.text)%"
    case .lacks(let regex): "!= %\(regex.text)%"
    case .isNull: "IS NULL"
    case .isBoolean(let value): value ? "IS TRUE" : "IS FALSE"
    case .exists: "EXISTS"
    case .isMissing: "NOT EXISTS"
    }
  }

  private static func quoted(_ glob: Glob) -> String {
    var text = ""
    for token in glob.tokens {
      switch token {
      case .any: text.append("*")
      case .one: text.append("?")
      case .scalar(let value):
        if value == 0x22 || value == 0x5C { text.append("\\") }
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
    }
    return "\"\(text)\""
  }
}
