package import SourceText

/// The raw values of one input, in one arena; children precede their parents.
package struct RawValues: Sendable {
  private struct Node: Sendable {
    let value: RawValue
    let origin: SourceRange?
    /// The children are at these places in `childIDs`, and their names in `childNames`.
    let children: Range<UInt32>
  }

  private struct Arena: Sendable {
    var nodes: [Node] = []
    var childIDs: [RawValueID] = []
    /// The names of the members of objects, parallel to `childIDs`; for elements of lists 0.
    var childNames: [RawName] = []
    /// The names by their numbers; the first is empty.
    var names: [String] = [""]
    var nameNumbers: [ExactText: RawName] = ["": RawName(index: 0)]
    var references: [RawValueID: [RawReference]] = [:]
  }

  /// The arena, alone in an array: mappings hand these values on at every step, and one reference is
  /// counted faster than four.
  private var arenas = [Arena()]

  private var arena: Arena {
    @inline(__always) _read { yield arenas[0] }
    @inline(__always) _modify { yield &arenas[0] }
  }

  /// Creates an empty arena.
  package init() {}

  /// No values.
  package static let none = RawValues()

  /// Creates an arena with room for `count` values.
  package init(capacity count: Int) {
    arena.nodes = Array(spacious: count)
    arena.childIDs = Array(spacious: count)
    arena.childNames = Array(spacious: count)
  }

  /// The number of values.
  package var count: Int { arena.nodes.count }

  /// The value itself; of lists and objects without what they hold.
  package subscript(id: RawValueID) -> RawValue { arena.nodes[Int(id.index)].value }

  /// Returns what the value is.
  package func kind(of id: RawValueID) -> RawKind {
    switch arena.nodes[Int(id.index)].value {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .list: .list
    case .object: .object
    case .unknown: .unknown
    }
  }

  /// Returns the value, or `nil` if it is not a Boolean.
  package func boolean(of id: RawValueID) -> Bool? {
    if case .boolean(let isTrue) = arena.nodes[Int(id.index)].value { return isTrue }
    return nil
  }

  /// Returns the text, or `nil` if the value is not one.
  package func string(of id: RawValueID) -> String? {
    if case .string(let text) = arena.nodes[Int(id.index)].value { return text }
    return nil
  }

  /// Returns the number as it is written, or `nil` if the value is not one.
  package func number(of id: RawValueID) -> String? {
    if case .number(let text) = arena.nodes[Int(id.index)].value { return text }
    return nil
  }

  /// Returns why the value is not known, and where that is, or `nil` if it is known.
  package func cause(of id: RawValueID) -> Cause? {
    guard case .unknown(let cause, _) = arena.nodes[Int(id.index)].value else { return nil }
    return cause.located(at: arena.nodes[Int(id.index)].origin)
  }

  /// Returns where the value stands in its source.
  package func origin(of id: RawValueID) -> SourceRange? { arena.nodes[Int(id.index)].origin }

  /// Returns the elements of a list or the values of an object's members, in source order.
  package func children(of id: RawValueID) -> ArraySlice<RawValueID> {
    let range = arena.nodes[Int(id.index)].children
    return arena.childIDs[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Returns the number of elements of a list or members of an object.
  package func count(of id: RawValueID) -> Int { arena.nodes[Int(id.index)].children.count }

  /// Returns the element of a list, or the value of an object's member, at the 0-based place.
  package func child(at place: Int, of id: RawValueID) -> RawValueID {
    arena.childIDs[Int(arena.nodes[Int(id.index)].children.lowerBound) + place]
  }

  /// Returns `true` iff the value is a text of just these bytes.
  package func isText(_ id: RawValueID, spelledLike text: String) -> Bool {
    guard case .string(let own) = arena.nodes[Int(id.index)].value else { return false }
    return own.isSpelled(like: text)
  }

  /// Returns the members of an object, in source order.
  package func members(of id: RawValueID) -> [(name: String, value: RawValueID)] {
    let range = arena.nodes[Int(id.index)].children
    return range.map {
      (arena.names[Int(arena.childNames[Int($0)].index)], arena.childIDs[Int($0)])
    }
  }

  /// Returns the member of an object named `name`, or `nil` when there is none.
  package func member(_ name: String, of id: RawValueID) -> RawValueID? {
    self.name(name).flatMap { member($0, of: id) }
  }

  /// Returns the member of an object with the name `wanted`, or `nil` when there is none.
  package func member(_ wanted: RawName, of id: RawValueID) -> RawValueID? {
    // Elements of lists have the empty name, which no other value has a child with but an object.
    if wanted.index == 0 { guard case .object = kind(of: id) else { return nil } }
    let children = arena.nodes[Int(id.index)].children
    let place = unsafe arena.childNames.withUnsafeBufferPointer { names in
      children.first { unsafe names[Int($0)].index == wanted.index }
    }
    return place.map { arena.childIDs[Int($0)] }
  }

  /// Returns the number of the name of members, or `nil` when no member has it.
  package func name(_ name: String) -> RawName? { arena.nameNumbers[ExactText(name)] }

  /// Returns the number of the name of members, which is known afterwards.
  package mutating func demand(name: String) -> RawName {
    let text = ExactText(name)
    if let known = arena.nameNumbers[text] { return known }
    let number = RawName(index: UInt32(arena.names.count))
    arena.names.append(name)
    arena.nameNumbers[text] = number
    return number
  }

  /// Returns what the value refers to; empty when it is written out.
  package func references(of id: RawValueID) -> [RawReference] { arena.references[id] ?? [] }

  /// Adds a value that holds no others.
  ///
  /// - Precondition: `value` is neither a list nor an object.
  package mutating func insert(_ value: RawValue, origin: SourceRange?) -> RawValueID {
    switch value {
    case .list, .object: preconditionFailure("lists and objects are inserted with their children")
    case .null, .boolean, .number, .string, .unknown: break
    }
    return append(value, childrenFrom: arena.childIDs.count, origin: origin)
  }

  /// Adds a list of `elements`.
  package mutating func insert(list elements: [RawValueID], origin: SourceRange?) -> RawValueID {
    insert(list: elements[...], origin: origin)
  }

  /// Adds a list of `elements`.
  package mutating func insert(
    list elements: ArraySlice<RawValueID>, origin: SourceRange?
  ) -> RawValueID {
    let first = arena.childIDs.count
    for element in elements {
      arena.childIDs.append(element)
      arena.childNames.append(RawName(index: 0))
    }
    return append(.list, childrenFrom: first, origin: origin)
  }

  /// Adds an object with `members`.
  package mutating func insert(
    object members: [(name: String, value: RawValueID)], origin: SourceRange?
  ) -> RawValueID {
    let members = members.map { (name: demand(name: $0.name), value: $0.value) }
    return insert(object: members[...], origin: origin)
  }

  /// Adds an object with `members`, whose names were demanded of these values.
  package mutating func insert(
    object members: ArraySlice<(name: RawName, value: RawValueID)>, origin: SourceRange?
  ) -> RawValueID {
    let first = arena.childIDs.count
    for member in members {
      arena.childIDs.append(member.value)
      arena.childNames.append(member.name)
    }
    return append(.object, childrenFrom: first, origin: origin)
  }

  /// Adds all values of `other`, whose identities are then greater by the number of values before.
  package mutating func append(contentsOf other: RawValues) {
    let (first, firstChild) = (UInt32(arena.nodes.count), UInt32(arena.childIDs.count))
    for node in other.arena.nodes {
      let children = node.children.lowerBound + firstChild..<node.children.upperBound + firstChild
      arena.nodes.append(Node(value: node.value, origin: node.origin, children: children))
    }
    arena.childIDs += other.arena.childIDs.map { RawValueID(index: $0.index + first) }
    let names = other.arena.names.map { demand(name: $0) }
    arena.childNames += other.arena.childNames.map { names[Int($0.index)] }
    for (id, list) in other.arena.references {
      arena.references[RawValueID(index: id.index + first)] = list
    }
  }

  /// Says what the value `id` refers to.
  package mutating func setReferences(_ list: [RawReference], of id: RawValueID) {
    arena.references[id] = list.isEmpty ? nil : list
  }

  /// How many values are fetched at once.
  private static let mostFetched = 16

  /// Has the processor fetch the value `id` and some of what it holds, which is looked at soon.
  ///
  /// The values of a large input are more than its caches hold, so that whoever goes from one to the
  /// next would wait for memory at each.
  package func fetch(_ id: RawValueID) {
    // What a value holds lies right before it.
    let end = Int(id.index) + 1
    arena.nodes.fetch(end - RawValues.mostFetched..<end)
  }

  /// Adds a value that holds the children from the 0-based place `first` on.
  private mutating func append(
    _ value: RawValue, childrenFrom first: Int, origin: SourceRange?
  ) -> RawValueID {
    arena.nodes.append(
      Node(value: value, origin: origin, children: UInt32(first)..<UInt32(arena.childIDs.count)))
    return RawValueID(index: UInt32(arena.nodes.count - 1))
  }
}
