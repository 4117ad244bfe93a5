/// What the tokens of a tree spell.
extension SyntaxTree {
  /// Returns the token's text.
  package func text(of id: TokenID) -> String {
    let token = self[id]
    return text(from: token.lower, to: token.upper)
  }

  /// Returns the name with its dots.
  package func text(of name: QualifiedName) -> String {
    // Where nothing else is between the parts and their dots, the text is the name.
    if name.last.index - name.first.index == 2 * UInt32(name.count - 1) {
      return text(from: self[name.first].lower, to: self[name.last].upper)
    }
    let parts = (name.first.index...name.last.index).map { TokenID(index: $0) }.filter {
      switch self[$0].kind {
      case .word, .typeWord, .keyword: true
      default: false
      }
    }
    return parts.map { text(of: $0) }.joined(separator: ".")
  }

  /// Returns the text of doc comments, one line each, without their slashes.
  package func documentation(of ids: [TokenID]) -> String {
    var result = ""
    for (index, id) in ids.enumerated() {
      if index > 0 { result += "\n" }
      let token = self[id]
      let start = Swift.min(token.lower + 3, token.upper)
      let isSpaced = start < token.upper && text[Int(start)] == UInt8(ascii: " ")
      result += text(from: isSpaced ? start + 1 : start, to: token.upper)
    }
    return result
  }

  /// Returns what a part of a string literal stands for, with its escapes resolved; one that the
  /// language does not have stands for nothing.
  package func text(of part: StringText) -> String {
    guard part.hasEscapes else { return text(from: part.lower, to: part.upper) }
    var result: [UInt8] = []
    var offset = Int(part.lower)
    let end = Int(part.upper)
    while offset < end {
      guard text[offset] == Escape.mark else {
        result.append(text[offset])
        offset += 1
        continue
      }
      if let (meaning, length) = Escape.resolve(text[offset..<end]) {
        result += meaning.utf8
        offset += length
      } else {
        offset = Escape.endOfUnknown(in: text[offset..<end])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns the text of a string literal, or `nil` when something is interpolated in it.
  package func literalText(_ segments: ArraySlice<StringSegment>) -> String? {
    guard segments.count != 1 else {
      if case .text(let only)? = segments.first { return text(of: only) }
      return nil
    }
    var result = ""
    for segment in segments {
      guard case .text(let part) = segment else { return nil }
      result += text(of: part)
    }
    return result
  }

  /// Returns the bytes from `lower` up to `upper` as text.
  private func text(from lower: UInt32, to upper: UInt32) -> String {
    precondition(lower <= upper && upper <= text.count, "tokens lie in the text of their tree")
    return unsafe text.withUnsafeBufferPointer { bytes in
      let place = Int(lower)..<Int(upper)
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[place]), as: UTF8.self)
    }
  }
}
