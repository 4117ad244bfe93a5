internal import Diagnostics
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// Makes a syntax tree of a YAML file with rules or tests.
///
/// Each scalar is a text of its own for the parser, so that nothing in it can reach beyond it. The
/// texts follow each other in the text of the tree, with line breaks between them.
struct RuleFileReader {
  /// The keys of a rule.
  enum Key: String, CaseIterable {
    case rule
    case doc
    case parameters
    case `for`
    case `where`
    case `let`
    case require
    case `else`
    case severity
    case remediation
    case onEmpty = "on_empty"
    case formerly
  }

  /// The parser of all scalars.
  var parser: Parser

  /// Returns the tree of `file` and what is wrong with it.
  static func read(
    _ file: SourceFile, id: FileID, _ content: YAMLContent
  ) -> (SyntaxTree, DiagnosticSet) {
    let (root, problems) = YAMLReader.parse(file, id: id)
    let tree = SyntaxTree(file: id, text: [], origins: OriginMap(runs: []))
    var reader = RuleFileReader(parser: Parser(tree))
    reader.parser.diagnostics = problems
    if let root { reader.readFile(root, content) }
    return (reader.parser.tree, reader.parser.diagnostics)
  }

  /// Reads the top of the file.
  private mutating func readFile(_ root: YAMLNode, _ content: YAMLContent) {
    let name = content.rawValue
    guard let members = root.mapping else {
      return report(.wrongYAMLKind("a mapping with the key `\(name)`", at: root.range))
    }
    for (key, _) in members where key.scalar?.text != name {
      report(.unknownYAMLKey(key.scalar?.text ?? "", known: [name], at: key.range))
    }
    guard let list = root.member(name) else {
      return report(.missingYAMLKey(name, of: "the file", at: root.range.start))
    }
    guard let items = list.sequence, !items.isEmpty else {
      return report(.wrongYAMLKind("a list of \(name)", at: list.range))
    }
    for item in items {
      switch content {
      case .rules: readRule(item)
      case .tests: readTest(item)
      }
    }
  }

  /// Reads one rule.
  private mutating func readRule(_ item: YAMLNode) {
    guard let members = item.mapping else {
      return report(.wrongYAMLKind("a rule: a mapping with the key `rule`", at: item.range))
    }
    let all = Key.allCases.map(\.rawValue)
    for (key, _) in members where !all.contains(key.scalar?.text ?? "") {
      report(.unknownYAMLKey(key.scalar?.text ?? "", known: all, at: key.range))
    }
    let missing = [Key.rule, .for, .require].filter { item.member($0.rawValue) == nil }
    for key in missing {
      report(.missingYAMLKey(key.rawValue, of: "the rule", at: item.range.start))
    }
    let documentation = item.member(Key.doc.rawValue).map { self.documentation($0) } ?? []
    let name = item.member(Key.rule.rawValue).flatMap { value in
      fragment(value, as: "the name of the rule") { (parser) throws(Failure) in
        try parser.name("a rule")
      }
    }
    let parameters = item.member(Key.parameters.rawValue).map { self.parameters($0) } ?? []
    var statements = statements(of: members)
    // What is missing was said.
    if !missing.isEmpty { statements.append(.error) }
    guard let name else {
      _ = parser.tree.insert(root: .error, at: item.range)
      return
    }
    let rule = RuleDeclaration(
      documentation: documentation, name: name, parameters: parameters, statements: statements)
    _ = parser.tree.insert(root: .rule(rule), at: item.range)
  }

  /// Inserts `diagnostic`.
  mutating func report(_ diagnostic: Diagnostic) {
    parser.diagnostics.insert(diagnostic)
  }
}
