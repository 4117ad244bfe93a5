/// The elements of a JSON array, in order.
package struct JSONElements: Collection, Sendable {
  /// The place of an element, or past the last one.
  package struct Index: Hashable, Comparable, Sendable {
    /// The 0-based index in the arena.
    let arena: UInt32

    package static func < (left: Index, right: Index) -> Bool { left.arena < right.arena }
  }

  package let startIndex: Index

  package let endIndex: Index

  /// The number of elements.
  package let count: Int

  /// Where the elements are.
  fileprivate let document: JSONDocument

  /// Creates the elements of `container`, none when it is not an array.
  init(document: JSONDocument, container: JSONNodeID) {
    let node = document.node(container)
    let isArray = node.form == .array
    self.document = document
    self.startIndex = Index(arena: isArray ? container.index + 1 : node.end)
    self.endIndex = Index(arena: node.end)
    self.count = isArray ? Int(node.number) : 0
  }

  /// Creates no elements of `document`.
  package init(_ document: JSONDocument) {
    self.document = document
    startIndex = Index(arena: 0)
    endIndex = startIndex
    count = 0
  }

  package func index(after index: Index) -> Index {
    Index(arena: document.nodes[Int(index.arena)].end)
  }

  package subscript(index: Index) -> JSONNodeID { JSONNodeID(index: index.arena) }

  /// Goes through the elements; of a type of its own, which other modules call without detours.
  package struct Iterator: IteratorProtocol {
    private let elements: JSONElements
    private var index: Index

    init(_ elements: JSONElements) {
      self.elements = elements
      index = elements.startIndex
    }

    package mutating func next() -> JSONNodeID? {
      guard index != elements.endIndex else { return nil }
      let element = elements[index]
      elements.document.fetch(after: element)
      index = elements.index(after: index)
      return element
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}
