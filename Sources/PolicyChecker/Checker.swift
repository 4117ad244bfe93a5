internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

/// What is known while packs are checked.
///
/// Its passes and rules are in extensions, by subject.
struct Checker {
  /// The packs.
  let packs: [PackSource]

  /// What was lowered so far.
  var program: Program

  /// What was reported so far.
  var diagnostics = DiagnosticSet()

  /// The types that are declared, by dotted name.
  var types: [String: DeclaredType] = [:]

  /// The names of the types that packs declare, by pack, and by the parts of their names that stand
  /// alone at the end: `Volume` and `ec2.Volume` stand for `aws.ec2.Volume`.
  var typesByEnding: [String: [String: [String]]] = [:]

  /// The functions that are declared, by name, those of several packs in the order of these.
  var functions: [String: [FunctionSignature]] = [:]

  /// Where the rules are declared, by pack and name.
  var rules: [String: SourceRange] = [:]

  /// The rules of the program by their names, once all are lowered.
  var ruleDirectory = RuleDirectory()

  /// How often it was looked for what a name was probably meant to be.
  private(set) var suggestionCount = 0

  /// What literals write that were parsed.
  var literalValues: [DomainLiteral: Value] = [:]

  /// The body that is being checked.
  var body: Body

  /// The pack whose declarations are being checked.
  var pack: PackSource

  /// The file that is being checked.
  var tree: SyntaxTree

  /// Creates a checker of `packs` that has done nothing yet, and adds to `program`.
  init(packs: [PackSource], program: consuming Program) {
    self.packs = packs
    self.program = consume program
    let expressions = packs.reduce(0) { count, pack in
      pack.trees.reduce(count) { $0 + $1.expressionCount }
    }
    // Most expressions become one term.
    self.program.reserveCapacity(terms: expressions + expressions / 8)
    let none = SyntaxTree(file: FileID(index: 0), text: [], origins: OriginMap())
    pack = PackSource(name: "", requires: [], trees: [])
    tree = none
    body = Body(kind: .constant)
  }

  /// Calls `visit` with each top-level declaration, having made its pack and file current.
  mutating func forEachDeclaration(
    _ visit: (inout Checker, Declaration, SourceRange) -> Void
  ) {
    for pack in packs {
      self.pack = pack
      for tree in pack.trees {
        self.tree = tree
        for root in tree.roots { visit(&self, tree[root], tree.range(of: root)) }
      }
    }
  }

  /// The most names for which it is looked for what they were probably meant to be: far more than
  /// anybody reads.
  private static let mostSuggestions = 1000

  /// Returns the one of the names that `known` returns that `name` was probably meant to be.
  mutating func suggestion(for name: String, among known: (Checker) -> [String]) -> String? {
    guard suggestionCount < Checker.mostSuggestions else { return nil }
    suggestionCount += 1
    return Spelling.nearest(to: name, in: known(self))
  }

  /// Whether the current pack sees what the pack called `name` declares.
  func sees(_ name: String) -> Bool { name == pack.name || pack.requires.contains(name) }

  /// Returns the doc comment made of `tokens`, without its slashes.
  func documentation(_ tokens: [TokenID]) -> String { tree.documentation(of: tokens) }
}
