package import SourceText

/// The raw values of one input, in one arena; children precede their parents.
package struct RawValues: Sendable {
  private struct Node: Sendable {
    let value: RawValue
    let origin: SourceRange?
    /// The children are at these places in `childIDs`, and their names in `childNames`.
    let children: Range<UInt32>
  }

  private var nodes: [Node] = []
  private var childIDs: [RawValueID] = []
  /// The names of the members of objects, `""` for elements of lists, parallel to `childIDs`.
  private var childNames: [String] = []
  private var references: [RawValueID: [RawReference]] = [:]

  /// Creates an empty arena.
  package init() {}

  /// The number of values.
  package var count: Int { nodes.count }

  /// The value itself; of lists and objects without what they hold.
  package subscript(id: RawValueID) -> RawValue { nodes[Int(id.index)].value }

  /// Returns where the value stands in its source.
  package func origin(of id: RawValueID) -> SourceRange? { nodes[Int(id.index)].origin }

  /// Returns the elements of a list or the values of an object's members, in source order.
  package func children(of id: RawValueID) -> ArraySlice<RawValueID> {
    let range = nodes[Int(id.index)].children
    return childIDs[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Returns the members of an object, in source order.
  package func members(of id: RawValueID) -> [(name: String, value: RawValueID)] {
    let range = nodes[Int(id.index)].children
    return range.map { (childNames[Int($0)], childIDs[Int($0)]) }
  }

  /// Returns the member of an object named `name`, or `nil` when there is none.
  package func member(_ name: String, of id: RawValueID) -> RawValueID? {
    guard case .object = self[id] else { return nil }
    for index in nodes[Int(id.index)].children {
      guard childNames[Int(index)].isSpelled(like: name) else { continue }
      return childIDs[Int(index)]
    }
    return nil
  }

  /// Returns what the value refers to; empty when it is written out.
  package func references(of id: RawValueID) -> [RawReference] { references[id] ?? [] }

  /// Adds a value that holds no others.
  ///
  /// - Precondition: `value` is neither a list nor an object.
  package mutating func insert(_ value: RawValue, origin: SourceRange?) -> RawValueID {
    switch value {
    case .list, .object: preconditionFailure("lists and objects are inserted with their children")
    case .null, .boolean, .number, .string, .unknown: break
    }
    return append(value, children: [], names: [], origin: origin)
  }

  /// Adds a list of `elements`.
  package mutating func insert(list elements: [RawValueID], origin: SourceRange?) -> RawValueID {
    append(
      .list, children: elements, names: Array(repeating: "", count: elements.count),
      origin: origin)
  }

  /// Adds an object with `members`.
  package mutating func insert(
    object members: [(name: String, value: RawValueID)], origin: SourceRange?
  ) -> RawValueID {
    append(.object, children: members.map(\.value), names: members.map(\.name), origin: origin)
  }

  /// Adds all values of `other`, whose identities are then greater by the number of values before.
  package mutating func append(contentsOf other: RawValues) {
    let (first, firstChild) = (UInt32(nodes.count), UInt32(childIDs.count))
    for node in other.nodes {
      let children = node.children.lowerBound + firstChild..<node.children.upperBound + firstChild
      nodes.append(Node(value: node.value, origin: node.origin, children: children))
    }
    childIDs += other.childIDs.map { RawValueID(index: $0.index + first) }
    childNames += other.childNames
    for (id, list) in other.references { references[RawValueID(index: id.index + first)] = list }
  }

  /// Says what the value `id` refers to.
  package mutating func setReferences(_ list: [RawReference], of id: RawValueID) {
    references[id] = list.isEmpty ? nil : list
  }

  private mutating func append(
    _ value: RawValue, children: [RawValueID], names: [String], origin: SourceRange?
  ) -> RawValueID {
    let lower = UInt32(childIDs.count)
    childIDs += children
    childNames += names
    let range = lower..<UInt32(childIDs.count)
    nodes.append(Node(value: value, origin: origin, children: range))
    return RawValueID(index: UInt32(nodes.count - 1))
  }
}
