import Diagnostics
import PolicySyntax

/// Expressions with all their parentheses.
enum Shape {
  /// Returns the shape of the expression `text`, or the ids of what is wrong with it.
  static func of(_ text: String) -> String {
    let file = PolicyFile(Array("fn f() -> Bool = \(text)".utf8))
    guard file.diagnostics.isEmpty else {
      return file.diagnostics.elements.map(\.id.rawValue).joined(separator: " ")
    }
    guard let root = file.tree.roots.first, case .function(let function) = file.tree[root] else {
      return "no function"
    }
    return describe(function.body, in: file.tree)
  }

  /// Returns the shape of `id`.
  static func describe(_ id: ExpressionID, in tree: SyntaxTree) -> String {
    func shape(_ id: ExpressionID) -> String { describe(id, in: tree) }
    func text(_ id: TokenID) -> String { tree.text(of: id) }
    func bound(_ binding: Binding) -> String {
      let filter = binding.filter.map { " where \(shape($0))" } ?? ""
      let value = binding.value.map { ", \(text($0))" } ?? ""
      return "\(text(binding.name))\(value) in \(shape(binding.collection))\(filter)"
    }
    func described(_ paths: NodeList<EdgePath>) -> String {
      tree[paths].map { tree[$0.steps].map(text).joined(separator: ".") }.joined(separator: "|")
    }
    switch tree[id] {
    case .error: return "?"
    case .boolean(let value): return "\(value)"
    case .integer(let token), .float(let token), .duration(let token), .bytes(let token),
      .timestamp(let token), .regex(let token), .name(let token):
      return text(token)
    case .string(let segments):
      return tree[segments].map { segment in
        switch segment {
        case .text(let text): "'\(tree.text(of: text))'"
        case .interpolation(let id): "{\(shape(id))}"
        }
      }.joined(separator: "~")
    case .now: return "now"
    case .world: return "world"
    case .absent: return "absent"
    case .enumCase(let type, let name):
      return (type.map { tree.text(of: $0) + "." } ?? ".") + text(name)
    case .member(let base, let name, let isOptional):
      return "\(shape(base))\(isOptional ? "?" : "").\(text(name))"
    case .subscripted(let base, let index): return "\(shape(base))[\(shape(index))]"
    case .call(let name, let arguments, _, _):
      return "\(text(name))(\(tree[arguments].map(shape).joined(separator: ", ")))"
    case .prefix(let prefix, let operand): return "(\(prefix.rawValue) \(shape(operand)))"
    case .infix(let infix, let left, let right, _):
      return "(\(shape(left)) \(infix.rawValue) \(shape(right)))"
    case .test(let test, let operand): return "(\(shape(operand)) \(test.rawValue))"
    case .cast(let operand, _): return "(\(shape(operand)) as)"
    case .conditional(let condition, let consequence, let alternative):
      return "(if \(shape(condition)) then \(shape(consequence)) else \(shape(alternative)))"
    case .match(let subject, let arms):
      let shapes = tree[arms].map { "\(tree[$0.patterns].map(shape)) => \(shape($0.value))" }
      return "(match \(shape(subject)) \(shapes.joined(separator: ", ")))"
    case .quantifier(let kind, let count, let binding, let body):
      let number = count.map { " \(shape($0))" } ?? ""
      return "(\(kind.rawValue)\(number) \(bound(binding)): \(shape(body)))"
    case .aggregate(let kind, let binding, let body):
      return "(\(kind.rawValue) \(bound(binding))\(body.map { ": \(shape($0))" } ?? ""))"
    case .list(let elements): return "[\(tree[elements].map(shape).joined(separator: ", "))]"
    case .set(let elements): return "{\(tree[elements].map(shape).joined(separator: ", "))}"
    case .map(let entries):
      let shapes = tree[entries].map { "\(shape($0.key)): \(shape($0.value))" }
      return "{\(shapes.joined(separator: ", "))}"
    case .comprehension(let binding, let body, let isSet):
      return "\(isSet ? "{" : "[")for \(bound(binding)): \(shape(body))\(isSet ? "}" : "]")"
    case .mapComprehension(let binding, let key, let value):
      return "{for \(bound(binding)): \(shape(key)): \(shape(value))}"
    case .groups(let binding, let key, let body):
      return "{for \(bound(binding)) by \(shape(key)): \(shape(body))}"
    case .closure(let base, let paths, let includesBase, let isOptional):
      let mark = includesBase ? "*" : "+"
      return "\(shape(base))\(isOptional ? "?" : "").(\(described(paths)))\(mark)"
    case .reach(let source, let target, let paths):
      return "(\(shape(source)) reaches \(shape(target)) via \(described(paths)))"
    case .structure(let type, let fields):
      let shapes = tree[fields].map { "\(text($0.name)): \(shape($0.value))" }
      return "\(tree.text(of: type)){\(shapes.joined(separator: ", "))}"
    }
  }
}
