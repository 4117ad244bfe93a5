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

  /// Returns whether `value` is as demanded; unknown where CloudWatch does not say, such as for
  /// `!=` on a field that is absent.
  func holds(for value: FilterValue, _ regexes: RegexCache) -> Truth {
    let answers = FilterReading.all.map { $0.says(self, of: value, regexes) }
    guard let first = answers.first, let first else { return .unknown }
    return answers.allSatisfy { $0 == first } ? Truth(first) : .unknown
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
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    var text: [UInt8] = [quote]
    for token in glob.tokens {
      switch token {
      case .any: text.append(UInt8(ascii: "*"))
      case .one: text.append(UInt8(ascii: "?"))
      case .scalar(let value):
        if value == quote || value == backslash { text.append(backslash) }
        if let scalar = Unicode.Scalar(value) { text += scalar.utf8 }
      }
    }
    text.append(quote)
    return String(decoding: text, as: UTF8.self)
  }
}
