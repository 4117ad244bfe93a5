internal import PolicySyntax
internal import SourceText

/// Puts the blanks in order in the expressions of a YAML file.
enum RuleFileLayout {
  /// Returns the bytes of `file` with the expressions of `tree` that are on one line in their
  /// canonical form.
  static func format(_ file: SourceFile, _ tree: SyntaxTree) -> [UInt8] {
    var layout = Layout(tree)
    var positions: [UInt32: Int] = [:]
    for (index, token) in layout.tokens.enumerated() where token.upper > token.lower {
      positions[token.lower] = index
    }
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for id in expressions(of: tree) {
      guard var first = positions[layout.start(of: id)] else { continue }
      while first > 0, layout.tokens[first - 1].isMark("(") { first -= 1 }
      layout.position = first
      let text = DocumentRenderer.render(.flat(layout.expression(id))).dropLast()
      let tokens = layout.tokens[first..<layout.position]
      guard layout.current.kind == .endOfFile, let last = tokens.last else { continue }
      let range = Int(tokens[first].lower)..<Int(last.upper)
      if mayReplace(file.bytes[range], by: text, tokens) { edits.append((range, Array(text))) }
    }
    var bytes = file.bytes
    for (range, text) in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(range, with: text)
    }
    return bytes
  }

  /// Returns the conditions and values in `tree`.
  private static func expressions(of tree: SyntaxTree) -> [ExpressionID] {
    var found: [ExpressionID] = []
    for root in tree.roots {
      switch tree[root] {
      case .rule(let rule):
        for statement in rule.statements {
          switch statement {
          case .filter(_, let condition), .requirement(_, let condition, _):
            found.append(condition)
          case .constant(_, _, _, let value): found.append(value)
          case .population, .severity, .remediation, .onEmpty, .formerly, .error: continue
          }
        }
      case .test(let test): found += expressions(of: test)
      case .resource, .structure, .enumeration, .function, .mapping, .survivor, .error: continue
      }
    }
    return found
  }

  /// Returns the fixtures and values of a test.
  private static func expressions(of test: TestDeclaration) -> [ExpressionID] {
    test.items.flatMap { item -> [ExpressionID] in
      switch item {
      case .parameter(_, let field): [field.value]
      case .testCase(_, _, _, let items):
        items.flatMap { item -> [ExpressionID] in
          switch item {
          case .parameter(_, let field): [field.value]
          case .constant(_, _, _, let value), .fixture(let value): [value]
          case .row(_, let values, _): values
          case .instant, .given, .waivers, .waive, .expectation, .error: []
          }
        }
      case .instant, .waivers, .error: []
      }
    }
  }

  /// Returns whether YAML reads `text` as it reads `old`, the text of `tokens`.
  private static func mayReplace(
    _ old: ArraySlice<UInt8>, by text: ArraySlice<UInt8>, _ tokens: ArraySlice<CommentedToken>
  ) -> Bool {
    let oldText = String(decoding: old, as: UTF8.self)
    let newText = String(decoding: text, as: UTF8.self)
    guard oldText != newText, !old.contains(0x0A), !old.contains(0x0D), !text.contains(0x0A),
      !tokens.contains(where: \.hasComments), old.first == text.first, old.last == text.last,
      // YAML's escapes would make the tokens differ from the bytes.
      isSpelled(oldText, by: tokens)
    else { return false }
    // These end a plain scalar.
    return count(": ", in: oldText) == count(": ", in: newText)
      && count(" #", in: oldText) == count(" #", in: newText)
  }

  /// Returns whether `text` is `tokens` with blanks between them.
  private static func isSpelled(_ text: String, by tokens: ArraySlice<CommentedToken>) -> Bool {
    text.utf8.filter { $0 != 0x20 && $0 != 0x09 }
      == tokens.flatMap { $0.text.utf8 }.filter { $0 != 0x20 && $0 != 0x09 }
  }

  private static func count(_ mark: String, in text: String) -> Int {
    let (bytes, mark) = (Array(text.utf8), Array(mark.utf8))
    return bytes.indices.dropLast().count { bytes[$0] == mark[0] && bytes[$0 + 1] == mark[1] }
  }
}
