internal import PolicySyntax

/// The units of durations and sizes.
enum Units {
  /// The units of durations.
  static let durations = ["w", "d", "h", "m", "s", "ms"]

  /// The units of sizes.
  static let sizes = ["B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"]

  /// All units.
  static let all = durations + sizes

  /// Returns what `text`, digits and letters, is: a duration or a size; `nil` when neither.
  static func kind(of text: ArraySlice<UInt8>) -> Token.Kind? {
    var kind: Token.Kind?
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix { Byte.isDigit($0) }
      let letters = rest.dropFirst(digits.count).prefix { Byte.isLetter($0) }
      let unit = String(decoding: letters, as: UTF8.self)
      guard !digits.isEmpty, kind != .bytes else { return nil }
      if durations.contains(unit) {
        kind = .duration
      } else if sizes.contains(unit), kind == nil {
        kind = .bytes
      } else {
        return nil
      }
      rest = rest.dropFirst(digits.count + letters.count)
    }
    return kind
  }
}
