internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import SourceText

/// Against constants that nothing reads.
enum UnusedLetRule: PackLintRule {
  static let id = LintRuleID.unusedLet
  static let level = LintLevel.warning
  static let summary = "A `let` of a rule or mapping is never read."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let rules = Dictionary(pack.rules.map { ($0.range, $0) }) { first, _ in first }
    let ofRules = pack.writtenRules.flatMap { tree, written -> [Remark] in
      guard let rule = rules[tree.range(of: written.name)] else { return [] }
      let slots = rule.steps.compactMap {
        if case .constant(let slot, _) = $0 { slot } else { nil }
      }
      let lets = written.statements.compactMap { Let($0, in: tree) }
      return unread(lets, slots, of: rule.name, in: rule.steps.flatMap(\.terms), pack)
    }
    return ofRules + ofMappings(pack)
  }

  private static func ofMappings(_ pack: LintedPack) -> [Remark] {
    let mappings = pack.mappings
    return pack.trees.flatMap { tree in
      tree.roots.flatMap { root -> [Remark] in
        guard case .mapping(let written) = tree[root] else { return [] }
        let range = tree.range(of: root)
        guard let mapping = mappings.first(where: { range.contains($0.range) }) else {
          return []
        }
        let slots = mapping.steps.compactMap {
          if case .constant(let slot, _) = $0 { slot } else { nil }
        }
        let lets = written.items.compactMap { Let($0, in: tree) }
        return unread(
          lets, slots, of: tree.text(of: written.target), in: mapping.steps.compactMap(\.term), pack
        )
      }
    }
  }

  /// A constant as it is written.
  private struct Let {
    let name: String
    let nameRange: SourceRange
    private let keyword: SourceRange
    private let value: SourceRange
    private let tree: SyntaxTree

    init?(_ statement: Statement, in tree: SyntaxTree) {
      guard case .constant(let keyword, let name, _, let value) = statement else { return nil }
      self.init(keyword, name, value, tree)
    }

    init?(_ item: MappingItem, in tree: SyntaxTree) {
      guard case .constant(let keyword, let name, _, let value) = item else { return nil }
      self.init(keyword, name, value, tree)
    }

    private init(_ keyword: TokenID, _ name: TokenID, _ value: ExpressionID, _ tree: SyntaxTree) {
      self.name = tree.text(of: name)
      nameRange = tree.range(of: name)
      self.keyword = tree.range(of: keyword)
      self.value = tree.range(of: value)
      self.tree = tree
    }

    /// Where the whole statement is, which is not in YAML.
    var range: SourceRange {
      SourceRange(file: keyword.file, lower: keyword.lower, upper: tree.endOfStatement(value))
    }
  }

  private static func unread(
    _ lets: [Let], _ slots: [Int], of name: String, in terms: [TermID], _ pack: LintedPack
  ) -> [Remark] {
    guard lets.count == slots.count else { return [] }
    var read: Set<Int> = []
    LintedBody(name: name, rule: nil, terms: terms).forEachTerm(in: pack.program) { id in
      if case .variable(let slot) = pack.program[id] { read.insert(slot) }
    }
    return zip(lets, slots).filter { !read.contains($0.1) }.map { constant, _ in
      // In YAML all constants share a key, which may not be left without any.
      let fixIt =
        pack.isYAML(constant.nameRange.file)
        ? nil
        : FixIt.removingLines(
          "remove `\(constant.name)`", of: constant.range, in: pack.whole.sources)
      return Remark(
        self, "`\(constant.name)` is never read", at: constant.nameRange, of: name,
        help: "remove it, or use it", fixIts: [fixIt].compactMap(\.self))
    }
  }
}
