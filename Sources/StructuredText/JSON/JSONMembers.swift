package import SourceText

/// The members of a JSON object, in source order.
package struct JSONMembers: Collection, Sendable {
  /// The place of a member, or past the last one.
  package struct Index: Hashable, Comparable, Sendable {
    /// The 0-based index of the key in the arena.
    let arena: UInt32

    package static func < (left: Index, right: Index) -> Bool { left.arena < right.arena }
  }

  package let startIndex: Index

  package let endIndex: Index

  /// The number of members.
  package let count: Int

  /// Where the members are.
  private let document: JSONDocument

  /// Creates the members of `container`, none when it is not an object.
  init(document: JSONDocument, container: JSONNodeID) {
    let node = document.node(container)
    let isObject = node.form == .object
    self.document = document
    self.startIndex = Index(arena: isObject ? container.index + 1 : node.end)
    self.endIndex = Index(arena: node.end)
    self.count = isObject ? Int(node.number) : 0
  }

  package func index(after index: Index) -> Index {
    Index(arena: document.nodes[Int(index.arena) + 1].end)
  }

  package subscript(
    index: Index
  ) -> (key: String, keyRange: SourceRange, value: JSONNodeID) {
    let key = JSONNodeID(index: index.arena)
    return (
      key: document.string(key) ?? "",
      keyRange: document.range(of: key),
      value: JSONNodeID(index: index.arena + 1)
    )
  }

  /// Goes through the members; of a type of its own, which other modules call without detours.
  package struct Iterator: IteratorProtocol {
    private let members: JSONMembers
    private var index: Index

    init(_ members: JSONMembers) {
      self.members = members
      index = members.startIndex
    }

    package mutating func next() -> (key: String, keyRange: SourceRange, value: JSONNodeID)? {
      guard index != members.endIndex else { return nil }
      defer { index = members.index(after: index) }
      return members[index]
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}
