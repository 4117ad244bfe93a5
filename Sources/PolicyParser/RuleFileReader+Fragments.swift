internal import Diagnostics
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// Scalars as texts for the parser.
extension RuleFileReader {
  /// Parses the scalar `value` as `production`; gives `nil` after reporting why it does not fit.
  mutating func fragment<Result>(
    _ value: YAMLNode, as what: String,
    _ production: (inout Parser) throws(Failure) -> Result
  ) -> Result? {
    guard let scalar = value.scalar, !scalar.isNull else {
      report(.wrongYAMLKind(what, at: value.range))
      return nil
    }
    let offsets = scalar.sourceOffsets()
    let (lower, firstToken) = (parser.tree.text.count, parser.tree.tokens.count)
    begin(Array(scalar.text.utf8), at: offsets, isTemplate: false)
    defer { end() }
    if let comment = foldedComment(from: firstToken, of: scalar, at: offsets, lower) {
      report(.foldedComment(at: comment))
      return nil
    }
    do {
      let result = try production(&parser)
      guard parser.isAtEnd else { throw parser.fail { .unexpectedText(found: $0, at: $1) } }
      return result
    } catch {
      return nil
    }
  }

  /// Returns where the first comment among the tokens from `firstToken` on is that goes on past its
  /// line of the file, because YAML makes a blank of the line break; the text of the tree at `lower`
  /// is that of `scalar`, whose bytes are at `offsets`.
  private func foldedComment(
    from firstToken: Int, of scalar: YAMLScalar, at offsets: [UInt32], _ lower: Int
  ) -> SourceRange? {
    guard scalar.style != .literal else { return nil }
    for token in parser.tree.tokens[firstToken...]
    where token.kind == .comment || token.kind == .documentation {
      let text = parser.tree.text[Int(token.lower)..<Int(token.upper)]
      // The places of blanks in a folded scalar are approximate.
      guard let last = text.lastIndex(where: { $0 != Byte.space && $0 != Byte.tab }) else {
        continue
      }
      let (start, end) = (offsets[Int(token.lower) - lower], offsets[last - lower])
      if scalar.hasLineBreak(from: start, to: end) {
        return SourceRange(file: scalar.range.file, lower: start, upper: start + 2)
      }
    }
    return nil
  }

  /// Parses the scalar `value` as an expression.
  mutating func expression(_ value: YAMLNode) -> ExpressionID {
    // What YAML may take for something else was reported.
    if value.scalar?.isAmbiguous == true { return hole(at: value.range) }
    let parsed = fragment(value, as: "an expression, as text") { (parser) throws(Failure) in
      try parser.expression()
    }
    return parsed ?? hole(at: value.range)
  }

  /// Adds an error node for what was reported at `range`.
  private mutating func hole(at range: SourceRange) -> ExpressionID {
    parser.insert(.error, at: range)
  }

  /// Parses the scalar `value` as the inside of a string with interpolations.
  mutating func template(_ value: YAMLNode) -> ExpressionID? {
    guard let scalar = value.scalar, !scalar.isNull else {
      report(.wrongYAMLKind("text", at: value.range))
      return nil
    }
    var text = Array(scalar.text.utf8)
    let offsets = scalar.sourceOffsets()
    // The line break at the end of a block is not meant.
    while let last = text.last, Byte.isLineBreak(last) { text.removeLast() }
    begin(text, at: offsets, isTemplate: true)
    defer { end() }
    do {
      return try parser.string()
    } catch {
      return hole(at: value.range)
    }
  }

  /// Adds the scalar `value` as a string without interpolations and escapes.
  mutating func text(_ value: YAMLNode) -> ExpressionID? {
    guard let scalar = value.scalar, !scalar.isNull else {
      report(.wrongYAMLKind("text", at: value.range))
      return nil
    }
    let (lower, upper) = append(Array(scalar.text.utf8), at: scalar.sourceOffsets())
    _ = parser.tree.insert(Token(kind: .stringText, lower: lower, upper: upper))
    end()
    let text = StringText(lower: lower, upper: upper, hasEscapes: false)
    return parser.insert(.string(parser.tree.insert([.text(text)])), at: value.range)
  }

  /// Adds the key `node` as a token of its own.
  mutating func keyword(_ node: YAMLNode) -> TokenID {
    let scalar = node.scalar
    let (lower, upper) = append(
      Array((scalar?.text ?? "").utf8), at: scalar?.sourceOffsets() ?? [node.range.lower])
    let id = parser.tree.insert(Token(kind: .keyword, lower: lower, upper: upper))
    end()
    return id
  }

  /// Adds the lines of the scalar `value` as documentation.
  mutating func documentation(_ value: YAMLNode) -> [TokenID] {
    guard let scalar = value.scalar, !scalar.isNull else {
      report(.wrongYAMLKind("text", at: value.range))
      return []
    }
    let text = Array(scalar.text.utf8)
    let offsets = scalar.sourceOffsets()
    var ids: [TokenID] = []
    var start = 0
    while start < text.count {
      let stop = text[start...].firstIndex { Byte.isLineBreak($0) } ?? text.count
      let mark = Array("/// ".utf8)
      let places = mark.map { _ in offsets[start] } + offsets[start...stop]
      let (lower, upper) = append(mark + text[start..<stop], at: places)
      ids.append(parser.tree.insert(Token(kind: .documentation, lower: lower, upper: upper)))
      end()
      start = stop + 1
    }
    return ids
  }

  /// Makes `text` the text to parse.
  private mutating func begin(_ text: [UInt8], at offsets: [UInt32], isTemplate: Bool) {
    let (lower, upper) = append(text, at: offsets)
    parser.read(Int(lower)..<Int(upper), isTemplate: isTemplate)
    parser.body = .statements
  }

  /// Adds the line break between two texts.
  private mutating func end() {
    let upper = UInt32(parser.tree.text.count)
    _ = parser.tree.insert(Token(kind: .whitespace, lower: upper - 1, upper: upper))
  }

  /// Adds `text`, whose bytes stand at `offsets` in the file, and a line break; returns the
  /// offsets of the text.
  private mutating func append(
    _ text: [UInt8], at offsets: [UInt32]
  ) -> (lower: UInt32, upper: UInt32) {
    var runs: [(text: UInt32, file: UInt32)] = []
    for index in 0...text.count where index < offsets.count {
      if index == 0 || offsets[index] != offsets[index - 1] + 1 || index == text.count {
        runs.append((UInt32(index), offsets[index]))
      }
    }
    let lower = parser.tree.append(text: text + [Byte.newline], origins: OriginMap(runs: runs))
    return (lower, lower + UInt32(text.count))
  }
}
