/// What mappings say of the attributes of one node, until it is put into a graph.
struct NodeDraft {
  /// What was assigned, by attribute.
  private var values: [Known?]

  /// Creates the draft of a node with `count` attributes, to which nothing is assigned.
  init(count: Int) {
    values = Array(repeating: nil, count: count)
  }

  /// What was assigned to the attribute at the 0-based index; `nil` where nothing was.
  subscript(attribute: Int) -> Known? { values[attribute] }

  /// Assigns `known` to the attribute at the 0-based index, unless something known was before.
  mutating func assign(_ known: Known, to attribute: Int) {
    if let before = values[attribute] {
      guard before.isUnknown else { return }
    }
    values[attribute] = known
  }

  /// Forgets what was assigned.
  mutating func clear() {
    for index in values.indices { values[index] = nil }
  }
}
