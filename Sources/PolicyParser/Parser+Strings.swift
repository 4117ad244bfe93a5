internal import Diagnostics
internal import PolicySyntax

/// String literals.
extension Parser {
  /// Parses `string | raw_string`.
  mutating func string() throws(Failure) -> ExpressionID {
    let start = position
    if current.token.kind == .rawString {
      let text = tree.text(of: advance())
      return insert(.string([.text(String(text.dropFirst().dropLast()))]), from: start)
    }
    guard current.token.kind == .stringStart else {
      throw fail { .expectedString(found: $0, at: $1) }
    }
    advance()
    var segments: [StringSegment] = []
    while current.token.kind != .stringEnd, !isAtEnd {
      if current.token.kind == .stringText {
        segments.append(.text(unescaped(advance())))
      } else if current.token.kind == .interpolationStart {
        advance()
        segments.append(.interpolation(interpolation()))
      } else {
        advance()
      }
    }
    if current.token.kind == .stringEnd { advance() }
    return insert(.string(segments), from: start)
  }

  /// Parses `expression "}"` inside a string.
  private mutating func interpolation() -> ExpressionID {
    let outer = allowsStructures
    allowsStructures = true
    defer { allowsStructures = outer }
    let start = position
    var id: ExpressionID
    do {
      id = try expression()
      if current.token.kind != .interpolationEnd { throw failExpecting("`}`") }
    } catch {
      skipToInterpolationEnd()
      id = insert(.error, from: start)
    }
    if current.token.kind == .interpolationEnd { advance() }
    return id
  }

  /// Skips the rest of an interpolation.
  private mutating func skipToInterpolationEnd() {
    var open = 0
    while !isAtEnd {
      if current.token.kind == .interpolationStart { open += 1 }
      if current.token.kind == .interpolationEnd {
        if open == 0 { return }
        open -= 1
      }
      advance()
    }
  }

  /// Returns the text of a token with its escapes resolved.
  private mutating func unescaped(_ id: TokenID) -> String {
    let token = tree[id]
    var result: [UInt8] = []
    var offset = Int(token.lower)
    let end = Int(token.upper)
    while offset < end {
      let byte = tree.text[offset]
      guard byte == Byte.backslash else {
        result.append(byte)
        offset += 1
        continue
      }
      if let (text, length) = Escape.resolve(tree.text[offset..<end]) {
        result += Array(text.utf8)
        offset += length
      } else {
        let width = WellFormed.scalar(in: tree.text, at: offset + 1)?.length ?? 1
        let upper = Swift.min(end, offset + 1 + width)
        let text = String(decoding: tree.text[offset..<upper], as: UTF8.self)
        let place = tree.range(from: UInt32(offset), to: UInt32(upper))
        diagnostics.insert(.unknownEscape(text, at: place))
        offset = upper
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
