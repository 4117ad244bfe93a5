extension YAMLScalar {
  /// How readers of different versions of YAML misunderstand a scalar.
  package enum Ambiguity: Hashable, Sendable {
    /// A boolean to YAML 1.1 only.
    case boolean(Bool)
    /// A number to some, to others of another value.
    case leadingZero
    /// A number in base 60 to YAML 1.1 only.
    case sexagesimal
  }

  /// `true` iff readers of different versions of YAML take the scalar for different things.
  package var isAmbiguous: Bool { ambiguity != nil }

  /// How the scalar could be misunderstood, or `nil` when it cannot.
  package var ambiguity: Ambiguity? {
    guard style == .plain else { return nil }
    let bytes = Array(text.utf8)
    if bytes.count <= 5, let value = YAMLScalar.oldBoolean(text) { return .boolean(value) }
    let unsigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0
    let digits = bytes[unsigned...]
    guard let first = digits.first, YAMLScalar.isDigit(first) else { return nil }
    let rest = digits.dropFirst()
    if first == UInt8(ascii: "0"), let second = rest.first {
      if rest.allSatisfy({ YAMLScalar.isDigit($0) || $0 == UInt8(ascii: "_") }) {
        return .leadingZero
      }
      let letters = rest.dropFirst()
      if second | 0x20 == UInt8(ascii: "o"), !letters.isEmpty,
        letters.allSatisfy(YAMLScalar.isDigit)
      {
        return .leadingZero
      }
    }
    return YAMLScalar.isSexagesimal(digits) ? .sexagesimal : nil
  }

  /// Returns the boolean that YAML 1.1 takes `text` for and YAML 1.2 does not.
  private static func oldBoolean(_ text: String) -> Bool? {
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE": true
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE": false
    default: nil
    }
  }

  /// Returns `true` iff `text` is digits, then a colon and at most two digits, once or more.
  private static func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else {
      return false
    }
    for (position, part) in parts.enumerated().dropFirst() {
      let isLast = position == parts.count - 1
      let whole = isLast ? part.prefix { $0 != UInt8(ascii: ".") } : part
      guard (1...2).contains(whole.count), whole.allSatisfy(isDigit) else { return false }
      guard whole.count == 1 || whole.first.map({ $0 < UInt8(ascii: "6") }) == true else {
        return false
      }
      let fraction = part.dropFirst(whole.count + 1)
      guard fraction.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
    }
    return true
  }

  /// Returns `true` iff `byte` is an ASCII digit.
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
