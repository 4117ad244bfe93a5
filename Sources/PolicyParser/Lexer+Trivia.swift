internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// White space, comments, punctuation, and what is none of the tokens.
extension Lexer {
  /// Reads blanks and line breaks.
  mutating func readWhitespace() {
    let lower = offset
    while offset < end {
      let byte = peek()
      if Byte.isLineBreak(byte) {
        // A string that is not a template ends with its line.
        if strings.contains(where: \.isQuoted) { break }
        isLineStart = true
        line &+= 1
        lineStart = offset + 1
      } else if byte != Byte.space, byte != Byte.tab {
        break
      }
      offset += 1
    }
    add(.whitespace, from: lower)
  }

  /// Reads a comment, without the line break after it.
  mutating func readComment() {
    let lower = offset
    let isDocumentation = peek(2) == Byte.slash && peek(3) != Byte.slash
    while offset < end, !Byte.isLineBreak(peek()) { offset += 1 }
    add(isDocumentation ? .documentation : .comment, from: lower)
  }

  /// Reads a mark, or reports what is none.
  mutating func readPunctuation() {
    let lower = offset
    let second = offset + 1 < end ? bytes[offset + 1] : nil
    if let (mark, length) = marks.mark(bytes[offset], second) {
      offset += length
      switch mark {
      case .own(let mark):
        countBraces(mark)
        return add(.punctuation, from: lower, punctuation: mark)
      case .foreign(let mark): return add(.punctuation, from: lower, foreign: mark)
      }
    }
    readUnrecognized()
  }

  /// Keeps count of the braces in an interpolation.
  private mutating func countBraces(_ mark: Punctuation) {
    guard isInterpolating else { return }
    if mark == .leftBrace { strings[strings.count - 1].braces += 1 }
    if mark == .rightBrace { strings[strings.count - 1].braces -= 1 }
  }

  /// Reads the characters up to the next one that may start a token.
  private mutating func readUnrecognized() {
    let lower = offset
    var isSilent = true
    repeat {
      guard let (scalar, length) = WellFormed.scalar(in: bytes, at: offset) else {
        offset += 1
        continue
      }
      // Those were reported with the whole text.
      isSilent = isSilent && (WellFormed.isControl(scalar) || BidirectionalControl.contains(scalar))
      offset += length
    } while offset < end && isUnrecognized
    if lower == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset == 3 {
      return add(.whitespace, from: lower)
    }
    add(.unrecognized, from: lower)
    guard !isSilent else { return }
    let text = String(decoding: bytes[lower..<offset], as: UTF8.self)
    diagnostics.insert(.unrecognizedCharacter(text, at: range(lower, offset)))
  }

  /// Whether no token can start at the next byte.
  private var isUnrecognized: Bool {
    let byte = peek()
    if Byte.isForeign(byte) { return !startsWord }
    if byte < Byte.space { return byte != Byte.tab && !Byte.isLineBreak(byte) }
    return "#$;@\\^`~\u{7F}".utf8.contains(byte)
  }
}
