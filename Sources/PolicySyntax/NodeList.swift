/// Nodes or tokens of one kind behind each other, which a tree keeps for one of its nodes; meaningless
/// without it.
///
/// Nodes hold lists and not arrays, so that a node is made and read without a place of its own in
/// memory.
package struct NodeList<Element>: Hashable, Sendable {
  /// The 0-based index of the first in the tree's array of their kind.
  package let lower: UInt32

  /// The number of them.
  package let count: Int32

  /// Creates the list of `count` elements from the index `lower` on.
  init(lower: UInt32, count: Int32) {
    self.lower = lower
    self.count = count
  }

  /// The list without elements.
  package static var empty: NodeList { NodeList(lower: 0, count: 0) }

  /// Whether there is none.
  package var isEmpty: Bool { count == 0 }

  /// The indices in the tree's array.
  var indices: Range<Int> { Int(lower)..<Int(lower) + Int(count) }
}
