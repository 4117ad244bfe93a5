internal import PolicySyntax

/// All that a tree says, without where it says it: two trees with one outline mean the same.
struct SyntaxOutline {
  /// The tree.
  let tree: SyntaxTree

  /// What it says, in order, with brackets around what belongs together.
  private(set) var entries: [String] = []

  /// Returns the outline of `tree`.
  static func entries(of tree: SyntaxTree) -> [String] {
    var outline = SyntaxOutline(tree: tree)
    for root in tree.roots { outline.declaration(tree[root]) }
    return outline.entries
  }

  private init(tree: SyntaxTree) {
    self.tree = tree
  }

  /// Adds what `content` adds, in brackets, as something called `kind`.
  mutating func node(_ kind: String, _ content: (inout SyntaxOutline) -> Void = { _ in }) {
    entries.append("(\(kind)")
    content(&self)
    entries.append(")")
  }

  /// Adds the texts of `tokens`.
  mutating func words(_ tokens: TokenID?...) {
    for token in tokens { entries.append(token.map { tree.text(of: $0) } ?? "()") }
  }

  /// Adds the documentation of a declaration.
  mutating func documentation(_ tokens: [TokenID]) {
    node("doc") { outline in for token in tokens { outline.words(token) } }
  }

  /// Adds a name with its dots.
  mutating func name(_ name: QualifiedName) { entries.append(tree.text(of: name)) }

  /// Adds a type, if there is one.
  mutating func type(_ id: TypeNameID?) {
    guard let id else { return node("no type") }
    switch tree[id] {
    case .error: node("error")
    case .named(let name, let arguments):
      node("type") { outline in
        outline.name(name)
        for argument in outline.tree[arguments] { outline.type(argument) }
      }
    case .list(let element): node("list of") { $0.type(element) }
    case .optional(let wrapped): node("optional") { $0.type(wrapped) }
    }
  }

  /// Adds expressions in brackets.
  mutating func expressions(_ ids: some Sequence<ExpressionID>) {
    node("each") { outline in for id in ids { outline.expression(id) } }
  }

  /// Adds an expression, if there is one.
  mutating func expression(_ id: ExpressionID?) {
    guard let id else { return node("nothing") }
    switch tree[id] {
    case .string(let segments): string(segments)
    case .enumCase(let type, let name):
      node("case") { outline in
        if let type { outline.name(type) }
        outline.words(name)
      }
    case .cast(let operand, let type):
      node("as") { outline in
        outline.expression(operand)
        outline.type(type)
      }
    case .match(let subject, let arms):
      node("match") { outline in
        outline.expression(subject)
        for arm in outline.tree[arms] {
          outline.expressions(outline.tree[arm.patterns])
          outline.expression(arm.value)
        }
      }
    case .quantifier(_, let count, let binding, let body):
      node(kind(of: tree[id])) { outline in
        outline.expression(count)
        outline.binding(binding)
        outline.expression(body)
      }
    case .aggregate(_, let binding, let body):
      node(kind(of: tree[id])) { outline in
        outline.binding(binding)
        outline.expression(body)
      }
    case .comprehension(let binding, let body, _):
      node(kind(of: tree[id])) { outline in
        outline.binding(binding)
        outline.expression(body)
      }
    case .mapComprehension(let binding, let key, let value):
      node("map for") { outline in
        outline.binding(binding)
        outline.expression(key)
        outline.expression(value)
      }
    case .groups(let binding, let key, let body):
      node("groups for") { outline in
        outline.binding(binding)
        outline.expression(key)
        outline.expression(body)
      }
    case .structure(let type, let fields):
      node("structure") { outline in
        outline.name(type)
        for field in outline.tree[fields] { outline.field(field) }
      }
    case let plain: node(kind(of: plain)) { $0.expressions($0.tree.children(of: id)) }
    }
  }

  /// Adds a name with its value.
  mutating func field(_ field: FieldValue) {
    words(field.name)
    expression(field.value)
  }

  private mutating func binding(_ binding: Binding) {
    words(binding.name, binding.value)
    expression(binding.collection)
    expression(binding.filter)
  }

  private mutating func string(_ segments: NodeList<StringSegment>) {
    node("string") { outline in
      for segment in outline.tree[segments] {
        switch segment {
        case .text(let text): outline.node("text") { $0.entries.append($0.tree.text(of: text)) }
        case .interpolation(let id): outline.expression(id)
        }
      }
    }
  }

  private func text(of paths: NodeList<EdgePath>) -> String {
    tree[paths].map { path in
      tree[path.steps].map { tree.text(of: $0) }.joined(separator: ".")
    }.joined(separator: "|")
  }

  /// Returns what an expression is, apart from the expressions in it.
  private func kind(of expression: Expression) -> String {
    switch expression {
    case .error: "error"
    case .boolean(let value): "\(value)"
    case .integer(let token): "integer \(tree.text(of: token))"
    case .float(let token): "float \(tree.text(of: token))"
    case .duration(let token): "duration \(tree.text(of: token))"
    case .bytes(let token): "bytes \(tree.text(of: token))"
    case .timestamp(let token): "timestamp \(tree.text(of: token))"
    case .regex(let token): "regex \(tree.text(of: token))"
    case .now: "now"
    case .world: "world"
    case .absent: "absent"
    case .name(let token): "name \(tree.text(of: token))"
    case .member(_, let name, let isOptional): "member \(isOptional) \(tree.text(of: name))"
    case .subscripted: "subscript"
    case .call(let name, _, let hasReceiver, let isOptional):
      "call \(hasReceiver) \(isOptional) \(tree.text(of: name))"
    case .prefix(let prefix, _): prefix.rawValue
    case .infix(let infix, _, _, _): infix.rawValue
    case .test(let test, _): test.rawValue
    case .conditional: "if"
    case .quantifier(let quantifier, _, _, _): quantifier.rawValue
    case .aggregate(let aggregate, _, _): aggregate.rawValue
    case .list: "list"
    case .set: "set"
    case .map: "map"
    case .comprehension(_, _, let isSet): isSet ? "set for" : "list for"
    case .string: "string"
    case .enumCase: "case"
    case .cast: "as"
    case .match: "match"
    case .mapComprehension: "map for"
    case .structure: "structure"
    case .groups: "groups for"
    case .closure(_, let paths, let includesBase, let isOptional):
      "closure \(includesBase) \(isOptional) \(text(of: paths))"
    case .reach(_, _, let paths): "reaches \(text(of: paths))"
    }
  }
}
