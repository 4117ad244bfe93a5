internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// White space, comments, punctuation, and what is none of the tokens.
extension Lexer {
  /// Reads blanks and line breaks.
  mutating func readWhitespace() {
    let lower = offset
    while offset < end {
      switch peek() {
      case Byte.space: skipSpaces()
      case Byte.tab: offset += 1
      case Byte.newline, Byte.carriageReturn:
        // A string that is not a template ends with its line.
        if isInQuotes { return addTrivia(.whitespace, from: lower) }
        takeLineBreak()
      default: return addTrivia(.whitespace, from: lower)
      }
    }
    addTrivia(.whitespace, from: lower)
  }

  /// Reads a comment, without the line break after it.
  mutating func readComment() {
    let lower = offset
    let isDocumentation = peek(2) == Byte.slash && peek(3) != Byte.slash
    skipLine()
    addTrivia(isDocumentation ? .documentation : .comment, from: lower)
  }

  /// Reads a mark, or reports what is none.
  mutating func readPunctuation() {
    let lower = offset
    guard let (mark, length) = marks.mark(peek(), offset + 1 < end ? peek(1) : nil) else {
      return readUnrecognized()
    }
    offset += length
    switch mark {
    case .own(let mark):
      countBraces(mark)
      add(.punctuation, from: lower, punctuation: mark)
    case .foreign(let mark): add(.punctuation, from: lower, foreign: mark)
    }
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
      guard let (scalar, length) = WellFormed.scalar(in: tree.text, at: offset) else {
        offset += 1
        continue
      }
      // Those were reported with the whole text.
      isSilent = isSilent && (WellFormed.isControl(scalar) || BidirectionalControl.contains(scalar))
      offset += length
    } while offset < end && isUnrecognized
    if lower == 0, tree.text.starts(with: [0xEF, 0xBB, 0xBF]), offset == 3 {
      return addTrivia(.whitespace, from: lower)
    }
    add(.unrecognized, from: lower)
    guard !isSilent else { return }
    diagnostics.insert(.unrecognizedCharacter(spelling(from: lower), at: range(lower, offset)))
  }

  /// Whether no token can start at the next byte.
  private var isUnrecognized: Bool {
    let byte = peek()
    if Byte.isForeign(byte) { return !startsWord }
    if byte < Byte.space { return byte != Byte.tab && !Byte.isLineBreak(byte) }
    return "#$;@\\^`~\u{7F}".utf8.contains(byte)
  }
}
