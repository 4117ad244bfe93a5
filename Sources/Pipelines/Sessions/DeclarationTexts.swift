internal import PolicyChecker
internal import PolicySyntax
internal import SourceText

/// The texts of what packs declare, by which a session tells what changed.
struct DeclarationTexts: Hashable, Sendable {
  /// The texts of rules, by their packs and names.
  private var rules: [String: String] = [:]

  /// Everything else that gives rules and graphs their meaning: types, functions and mappings, with
  /// the packs that see them.
  private(set) var others = ""

  /// Takes the texts from the syntax of packs.
  init(_ packs: [PackSource], in sources: SourceMap) {
    for pack in packs {
      others += "\(pack.name) \(pack.requires)\n"
      for tree in pack.trees {
        for root in tree.roots { add(root, of: tree, pack.name, sources) }
      }
    }
  }

  /// Returns the text of the rule, or `nil` when there is none to compare.
  func text(ofRule name: String, in pack: String) -> String? { rules["\(pack)/\(name)"] }

  private mutating func add(
    _ root: DeclarationID, of tree: SyntaxTree, _ pack: String, _ sources: SourceMap
  ) {
    let text = sources.text(in: tree.range(of: root))
    switch tree[root] {
    case .rule(let rule):
      // A message may be the first sentence of the comment.
      let comment = tree.documentation(of: rule.documentation)
      let isYAML = tree.text != sources[tree.file].bytes
      rules["\(pack)/\(tree.text(of: rule.name))"] =
        isYAML ? String(decoding: sources[tree.file].bytes, as: UTF8.self) : comment + "\n" + text
    case .resource, .structure, .enumeration, .function, .mapping, .error: others += text + "\n"
    case .test, .survivor: break
    }
  }
}
