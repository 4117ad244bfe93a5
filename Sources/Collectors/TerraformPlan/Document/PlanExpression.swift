internal import StructuredText

/// What a value of `expressions` in a plan's configuration stands for.
enum PlanExpression {
  /// An attribute's expression.
  case expression
  /// The bodies of nested blocks, in the order of the configuration.
  case blocks([JSONNodeID])

  /// Classifies the value `id`, whose form does not say what it is.
  init(_ id: JSONNodeID, in json: JSONDocument) {
    switch json.kind(of: id) {
    case .array: self = .blocks(json.children(of: id))
    case .object: self = PlanExpression.isExpression(id, in: json) ? .expression : .blocks([id])
    case .null, .bool, .number, .string: self = .expression
    }
  }

  /// Returns `true` iff the object `id` has the members of an expression and no others.
  private static func isExpression(_ id: JSONNodeID, in json: JSONDocument) -> Bool {
    // An expression of functions alone has no members at all, and so has an empty block.
    if json.count(of: id) > 2 { return false }
    var count = 0
    if json.member(.constantValue, of: id) != nil { count += 1 }
    if let list = json.member(.references, of: id), json.kind(of: list) == .array { count += 1 }
    return count == json.count(of: id)
  }

  /// Returns the texts of the references of the expression `id`, without those to the parents of
  /// what is referred to, which Terraform writes behind each.
  static func references(of id: JSONNodeID, in json: JSONDocument) -> [String] {
    guard let list = json.member(.references, of: id) else { return [] }
    var result: [String] = []
    var last = ""
    for text in json.children(of: list).compactMap({ json.string($0) }) {
      if !isParent(text, of: last) { result.append(text) }
      last = text
    }
    return result
  }

  /// Returns `true` iff `text` is what `whole` starts with, up to a `.` or `[`.
  private static func isParent(_ text: String, of whole: String) -> Bool {
    guard !text.isEmpty, whole.utf8.starts(with: text.utf8) else { return false }
    guard let next = whole.utf8.dropFirst(text.utf8.count).first else { return false }
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }
}
