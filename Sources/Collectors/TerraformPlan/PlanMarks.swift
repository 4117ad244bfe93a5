internal import SourceText
internal import StructuredText

/// What `after_unknown` or `after_sensitive` says of a value: `true`, or something with the same
/// members or elements.
struct PlanMarks {
  /// The mark, or `nil` when nothing is said.
  let node: JSONNodeID?

  /// The members of the mark, when they are too many to be looked through.
  private let index: [ExactText: JSONNodeID]?

  /// Reads the mark at `node`.
  init(_ node: JSONNodeID?, in json: JSONDocument) {
    self.node = node
    if let node, json.kind(of: node) == .object, json.count(of: node) > 8 {
      var index: [ExactText: JSONNodeID] = [:]
      for (key, _, value) in json.members(of: node) { index[ExactText(key)] = value }
      self.index = index
    } else {
      self.index = nil
    }
  }

  /// Returns `true` iff the whole value is marked.
  func isWhole(in json: JSONDocument) -> Bool {
    node.map { json.boolean($0) == true } ?? false
  }

  /// Returns the mark of the member `name`.
  func member(_ name: String, in json: JSONDocument) -> JSONNodeID? {
    if let index { return index[ExactText(name)] }
    return node.flatMap { json.member(name, of: $0) }
  }
}
