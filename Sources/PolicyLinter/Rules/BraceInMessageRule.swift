internal import PolicyIR
internal import SourceText

/// Against braces in messages that look like an interpolation and are none.
enum BraceInMessageRule: PackLintRule {
  static let id = LintRuleID.braceInMessage
  static let level = LintLevel.warning
  static let summary = "A message has braces that are printed as they are, where a value is meant."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.rules.flatMap { rule in
      rule.steps.flatMap { step -> [Remark] in
        guard case .requirement(_, let message?) = step else { return [] }
        let range = pack.program.range(of: message)
        let text = Array(pack.text(of: range).utf8)
        let isRaw = text.first == UInt8(ascii: "'") && !pack.isYAML(range.file)
        return plainBraces(in: text, isRaw: isRaw).map { braces in
          Remark(
            self, "these braces are printed as they are",
            at: SourceRange(
              file: range.file, lower: range.lower + UInt32(braces.lowerBound),
              upper: range.lower + UInt32(braces.upperBound)),
            of: rule.name,
            help: isRaw
              ? "write the message in double quotes"
              : "write a name right behind the brace; `let` gives one to anything else")
        }
      }
    }
  }

  /// Returns the places of braces around what starts like an expression but is not read as one.
  private static func plainBraces(in text: [UInt8], isRaw: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var next = 0
    while let start = text[next...].firstIndex(of: UInt8(ascii: "{")) {
      next = start + 1
      if start > 0, text[start - 1] == UInt8(ascii: "\\") { continue }
      guard let end = closing(of: start, in: text) else { continue }
      let isInterpolation = !isRaw && text[next...].first.map(isNameStart) ?? false
      if isInterpolation {
        next = end
      } else if startsLikeAnExpression(text[next..<end]) {
        found.append(start..<end + 1)
        next = end
      }
    }
    return found
  }

  /// Returns the index of the brace that closes the one at `start`.
  private static func closing(of start: Int, in text: [UInt8]) -> Int? {
    var depth = 0
    for index in start..<text.count {
      if text[index] == UInt8(ascii: "{") { depth += 1 }
      if text[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Whether a lower-case letter comes first, perhaps after blanks and opening brackets.
  private static func startsLikeAnExpression(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop { byte in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
    }
    return rest.first.map { isNameStart($0) && !(65...90).contains($0) } ?? false
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
