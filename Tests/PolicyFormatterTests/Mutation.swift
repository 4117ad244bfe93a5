import PolicyParser
import PolicySyntax
import SourceText

/// Changes of a text that keep its tokens.
struct Mutation {
  private let tree: SyntaxTree
  private var random: SplitMix

  /// Creates mutations of `bytes`, chosen by `seed`.
  init(_ bytes: [UInt8], seed: UInt64) {
    let file = SourceFile(name: "a.cispol", bytes: bytes)
    tree = PolicyParser.parse(file, id: FileID(index: 0)).0
    random = SplitMix(state: seed)
  }

  /// Returns the text with other blanks, where they say nothing.
  mutating func respaced() -> String {
    render { mutation, gap in
      if gap.isAtComment { return mutation.respaced(gap.text, breaks: gap.breaks) }
      if gap.text.isEmpty {
        return gap.isGlued ? "" : mutation.blanks(0...1)
      }
      if gap.breaks > 1 { return mutation.respaced(gap.text, breaks: gap.breaks) }
      let isBroken = !gap.isGlued && Bool.random(using: &mutation.random)
      return isBroken ? "\n" + mutation.blanks(0...9) : mutation.blanks(1...3)
    }
  }

  /// Returns the text with comments between some of its tokens.
  mutating func commented() -> String {
    var count = 0
    return render { mutation, gap in
      guard !gap.isGlued, !gap.isAtComment, Int.random(in: 0..<12, using: &mutation.random) == 0
      else { return gap.text }
      count += 1
      let before = ["", "\n", "\n\n  "].randomElement(using: &mutation.random) ?? ""
      let after = ["\n", "\n\n", "\r\n"].randomElement(using: &mutation.random) ?? "\n"
      return " \(before)// number \(count)\(after)"
    }
  }

  /// What is between two tokens.
  private struct Gap {
    let text: String
    /// Whether no line may break here.
    let isGlued: Bool
    let isAtComment: Bool
    var breaks: Int { text.utf8.count { $0 == 0x0A } }
  }

  private mutating func respaced(_ text: String, breaks: Int) -> String {
    switch breaks {
    case 0: blanks(1...3)
    case 1: "\n" + blanks(0...9)
    default: "\n" + blanks(0...2) + "\n" + (Bool.random(using: &random) ? "\n" : "")
    }
  }

  private mutating func blanks(_ count: ClosedRange<Int>) -> String {
    String(repeating: " ", count: Int.random(in: count, using: &random))
  }

  private mutating func render(_ change: (inout Mutation, Gap) -> String) -> String {
    var text = ""
    var strings = 0
    var previous: [(kind: Token.Kind, text: String)] = []
    var space = ""
    for (index, token) in tree.tokens.enumerated() {
      let spelling = tree.text(of: TokenID(index: UInt32(index)))
      if token.kind == .whitespace {
        space = spelling
        continue
      }
      let isComment = { (kind: Token.Kind) in kind == .comment || kind == .documentation }
      let isInString = strings > 0
      let isExpectation = previous.suffix(2).contains { $0.text == "expect" }
      let isDot = previous.last?.text == "." || previous.last?.text == "?."
      let gap = Gap(
        text: space, isGlued: isInString || isExpectation || isDot,
        isAtComment: isComment(token.kind) || previous.last.map { isComment($0.kind) } ?? false)
      text += isInString ? space : change(&self, gap)
      text += spelling
      space = ""
      previous = previous.suffix(1) + [(token.kind, spelling)]
      if token.kind == .stringStart { strings += 1 }
      if token.kind == .stringEnd { strings -= 1 }
    }
    return text
  }
}

/// A generator of pseudo-random numbers with a seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
