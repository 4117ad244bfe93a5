internal import Diagnostics
internal import PolicySyntax

/// Strings and regexes.
extension Lexer {
  /// Reads the quote that opens a string.
  mutating func openString() {
    guard strings.count < Lexer.deepestStrings else { return readTooDeepString() }
    strings.append(OpenString(lower: offset, isQuoted: true))
    offset += 1
    add(.stringStart, from: offset - 1)
  }

  /// Reads the rest of the line, which has too many strings in strings.
  private mutating func readTooDeepString() {
    let lower = offset
    skipLine()
    add(.unrecognized, from: lower)
    diagnostics.insert(.nestingTooDeep(limit: Lexer.deepestStrings, at: range(lower, lower + 1)))
    closeStrings(isReported: false)
  }

  /// Reads text, the start of an interpolation or the end of `string`.
  mutating func readStringPiece(_ string: OpenString) {
    let lower = offset
    while true {
      skipStringText()
      guard offset < end else { break }
      switch peek() {
      case Byte.backslash where offset + 1 < end && !Byte.isLineBreak(peek(1)):
        // The brace of `\u{…}` opens no interpolation.
        let isScalar = peek(1) == UInt8(ascii: "u") && peek(2) == Byte.leftBrace
        offset += isScalar ? 3 : 2
        continue
      case Byte.quote where string.isQuoted: break
      case let byte where string.isQuoted && Byte.isLineBreak(byte): break
      case Byte.leftBrace where startsInterpolation: break
      default:
        offset += 1
        continue
      }
      break
    }
    if offset > lower { add(.stringText, from: lower) }
    guard offset < end else { return }
    if peek() == Byte.leftBrace {
      offset += 1
      strings[strings.count - 1].isInterpolating = true
      strings[strings.count - 1].interpolation = offset - 1
      strings[strings.count - 1].braces = 0
      return add(.interpolationStart, from: offset - 1)
    }
    guard string.isQuoted, peek() == Byte.quote else { return closeStrings(isReported: true) }
    offset += 1
    strings.removeLast()
    add(.stringEnd, from: offset - 1)
  }

  /// Whether a name starts after the brace that is next.
  private var startsInterpolation: Bool {
    Byte.isLetter(peek(1)) || peek(1) == Byte.underscore && Byte.isLetter(peek(2))
  }

  /// Ends the strings that are open, as tokens without bytes.
  mutating func closeStrings(isReported: Bool) {
    guard let outermost = strings.first else { return }
    if isReported {
      let quoted = strings.first(where: \.isQuoted)?.lower
      let isInterpolating = strings.contains(where: \.isInterpolating)
      let place = range(quoted ?? outermost.interpolation, offset)
      diagnostics.insert(.unterminatedString(isInterpolating: isInterpolating, at: place))
    }
    for string in strings.reversed() {
      if string.isInterpolating { add(.interpolationEnd, from: offset, isMissing: true) }
      strings.removeLast()
      if !string.isQuoted, offset < end {
        // A template goes on after the line.
        strings = [OpenString(lower: string.lower, isQuoted: false)]
      } else {
        // The end of a template is no mistake.
        add(.stringEnd, from: offset, isMissing: string.isQuoted || string.isInterpolating)
      }
    }
  }

  /// Reads a string in single quotes.
  mutating func readRawString() {
    let lower = offset
    offset += 1
    while offset < end, !Byte.isLineBreak(peek()), peek() != Byte.apostrophe { offset += 1 }
    guard peek() == Byte.apostrophe else {
      diagnostics.insert(.unterminatedString(isInterpolating: false, at: range(lower, offset)))
      return add(.unrecognized, from: lower)
    }
    offset += 1
    add(.rawString, from: lower)
  }

  /// Reads a regex.
  mutating func readRegex() {
    let lower = offset
    offset += 1
    while offset < end, !Byte.isLineBreak(peek()), peek() != Byte.slash {
      let isEscape = peek() == Byte.backslash && offset + 1 < end && !Byte.isLineBreak(peek(1))
      offset += isEscape ? 2 : 1
    }
    guard peek() == Byte.slash else {
      diagnostics.insert(.unterminatedRegex(at: range(lower, offset)))
      return add(.unrecognized, from: lower)
    }
    offset += 1
    add(.regex, from: lower)
  }
}
