internal import PolicySyntax
internal import SourceText

/// Against declarations that nobody explained.
enum MissingDocRule: PackLintRule {
  static let id = LintRuleID.missingDoc
  static let level = LintLevel.warning
  static let summary = "A rule, function or type has no doc comment."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.declarations.compactMap { tree, declaration in
      guard let (what, range) = undocumented(declaration, in: tree),
        let name = tree.name(of: declaration)
      else { return nil }
      return Remark(
        self, "the \(what) `\(name)` has no doc comment", at: range, of: name,
        help: pack.isYAML(tree.file)
          ? "add `doc` with what holds, and what happens where it does not"
          : "write `///` above it with what it is for; the first sentence is its title")
    }
  }

  /// Returns what the declaration is and where its name stands, if it has no doc comment.
  private static func undocumented(
    _ declaration: Declaration, in tree: SyntaxTree
  ) -> (String, SourceRange)? {
    switch declaration {
    case .rule(let rule) where rule.documentation.isEmpty: ("rule", tree.range(of: rule.name))
    case .function(let function) where function.documentation.isEmpty:
      ("function", tree.range(of: function.name))
    case .resource(let resource) where resource.documentation.isEmpty:
      ("resource type", tree.range(of: resource.name))
    case .structure(let structure) where structure.documentation.isEmpty:
      ("structure", tree.range(of: structure.name))
    case .enumeration(let enumeration) where enumeration.documentation.isEmpty:
      ("enumeration", tree.range(of: enumeration.name))
    case .rule, .function, .resource, .structure, .enumeration, .mapping, .test, .survivor,
      .error:
      nil
    }
  }
}
