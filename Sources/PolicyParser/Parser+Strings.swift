internal import CByteScan
internal import Diagnostics
internal import PolicySyntax

/// String literals.
extension Parser {
  /// Parses `string | raw_string`.
  mutating func string() throws(Failure) -> ExpressionID {
    let start = position
    if current.token.kind == .rawString {
      let (lower, upper) = (current.token.lower + 1, current.token.upper - 1)
      advance()
      let text = StringText(lower: lower, upper: upper, hasEscapes: false)
      return insert(.string(tree.insert([.text(text)])), from: start)
    }
    guard current.token.kind == .stringStart else {
      throw fail { .expectedString(found: $0, at: $1) }
    }
    advance()
    let first = openSegments.count
    while current.token.kind != .stringEnd, !isAtEnd {
      if current.token.kind == .stringText {
        openSegments.append(.text(stringText()))
      } else if current.token.kind == .interpolationStart {
        advance()
        let inner = interpolation()
        openSegments.append(.interpolation(inner))
      } else {
        advance()
      }
    }
    if current.token.kind == .stringEnd { advance() }
    defer { openSegments.removeSubrange(first...) }
    return insert(.string(tree.insert(openSegments[first...])), from: start)
  }

  /// Parses `expression "}"` inside a string.
  private mutating func interpolation() -> ExpressionID {
    let outer = allowsStructures
    allowsStructures = true
    defer { allowsStructures = outer }
    let start = position
    var id: ExpressionID
    if isInterpolationClosed {
      do {
        id = try expression()
        if current.token.kind != .interpolationEnd { throw failExpecting("`}`") }
      } catch {
        skipToInterpolationEnd()
        id = insert(.error, from: start)
      }
    } else {
      // That it is not closed was reported, and nobody knows what it was to be.
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

  /// Goes past a piece of a string, and reports the escapes in it that there are not.
  private mutating func stringText() -> StringText {
    let token = current.token
    advance()
    let (lower, upper) = (Int(token.lower), Int(token.upper))
    var hasEscapes = false
    var offset = firstEscape(from: lower, to: upper)
    while offset < upper {
      hasEscapes = true
      if let (_, length) = Escape.resolve(tree.text[offset..<upper]) {
        offset += length
      } else {
        let end = Escape.endOfUnknown(in: tree.text[offset..<upper])
        let text = String(decoding: tree.text[offset..<end], as: UTF8.self)
        let place = tree.range(from: UInt32(offset), to: UInt32(end))
        diagnostics.insert(.unknownEscape(text, at: place))
        offset = end
      }
      offset = firstEscape(from: offset, to: upper)
    }
    return StringText(lower: token.lower, upper: token.upper, hasEscapes: hasEscapes)
  }

  /// Returns the offset of the first backslash from `lower` on, or `upper` when there is none before it.
  private func firstEscape(from lower: Int, to upper: Int) -> Int {
    unsafe tree.text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return upper }
      return unsafe byte_scan_find(Escape.mark, start, lower, upper)
    }
  }
}
