internal import PolicyIR
package import PolicyPacks
package import PolicySyntax
internal import ResourceModel
internal import SourceText

/// One pack, as lint rules look at it.
package struct LintedPack: Sendable {
  /// Everything that is in sight of it.
  package let whole: LintedProgram

  /// What the pack says of itself.
  package let pack: LoadedPack

  /// The syntax of its policies.
  package let trees: [SyntaxTree]

  /// The name of the pack.
  var name: String { pack.manifest.name }

  /// The typed program of all packs.
  var program: Program { whole.program }

  /// The rules of the pack, in the order of the text.
  var rules: [Rule] { program.rules.filter { $0.pack == name } }

  /// The functions of the pack, in the order of the text.
  var functions: [Function] { program.functions.filter { $0.pack == name } }

  /// The mappings of the pack, in the order of the text.
  var mappings: [Mapping] {
    program.mappings.filter { whole.pack(of: $0.range) == name }
  }

  /// The declarations of the pack with the tree that each is in, in the order of the text.
  var declarations: [(tree: SyntaxTree, declaration: Declaration)] {
    trees.flatMap { tree in tree.roots.map { (tree, tree[$0]) } }
  }

  /// The rules of the pack as they are written.
  var writtenRules: [(tree: SyntaxTree, rule: RuleDeclaration)] {
    declarations.compactMap { tree, declaration in
      if case .rule(let rule) = declaration { (tree, rule) } else { nil }
    }
  }

  /// The functions of the pack as they are written.
  var writtenFunctions: [(tree: SyntaxTree, function: FunctionDeclaration)] {
    declarations.compactMap { tree, declaration in
      if case .function(let function) = declaration { (tree, function) } else { nil }
    }
  }

  /// The bodies of the pack: of its rules, functions and mappings.
  var bodies: [LintedBody] {
    rules.map { LintedBody(name: $0.name, rule: $0, terms: $0.steps.flatMap(\.terms)) }
      + functions.map { LintedBody(name: $0.name, rule: nil, terms: [$0.body]) }
      + mappings.map {
        LintedBody(
          name: program.schema[$0.target].name, rule: nil, terms: $0.steps.compactMap(\.term))
      }
  }

  /// The names of the pack and of those that it requires: what its policies see.
  var visiblePacks: [String] { [name] + pack.manifest.requirements.map(\.name) }

  /// Returns the text of the file at `range`.
  func text(of range: SourceRange) -> String { whole.sources.text(in: range) }

  /// Returns the name of the declaration that the place is in.
  func declaration(around range: SourceRange) -> String? {
    for tree in trees where tree.file == range.file {
      for root in tree.roots where tree.range(of: root).contains(range) {
        return tree.name(of: tree[root])
      }
    }
    return nil
  }

  /// Returns `true` iff the file is YAML.
  func isYAML(_ file: FileID) -> Bool {
    PolicyForm(path: whole.sources[file].name) == .yaml
  }
}

/// What one declaration computes.
struct LintedBody {
  /// The name of the declaration.
  let name: String
  /// The rule, if it is one.
  let rule: Rule?
  /// The terms, in the order of the text.
  let terms: [TermID]
}

extension LintedBody {
  /// Calls `visit` with each term of the body, those that it is made of after it.
  func forEachTerm(in program: Program, _ visit: (TermID) -> Void) {
    var open = Array(terms.reversed())
    while let next = open.popLast() {
      visit(next)
      open += program[next].operands.reversed()
    }
  }
}
