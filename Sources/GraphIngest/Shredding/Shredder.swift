internal import CByteScan
internal import ResourceModel
internal import StructuredText

/// Takes values apart into the columns of their types, straight from the arena of a scanner.
///
/// What it meets again and again, texts and what they write, it keeps once in its pools.
@safe struct Shredder {
  /// What the values are.
  let table: ShapeTable

  /// The texts, values and causes that columns name by number.
  var pools = GraphPools()

  /// The values that have no schema.
  var rawValues = RawValues()

  /// The text that is taken apart.
  var text: UnsafePointer<UInt8>

  /// Its arena.
  var nodes: UnsafePointer<JSONNode>

  /// The number of the causes of what is not given.
  let notCollected: UInt32

  /// Where in the arena the members of the objects that are taken apart stand, -1 for none, as a
  /// stack.
  private(set) var places: [Int32] = []

  /// The number of places that are in use.
  private var placeCount = 0

  /// The members that keys are, by their steps on the trails of the scanner.
  private var knownMembers: [KnownMember] = []

  /// The numbers of the values that texts of the pool write.
  var parsedTexts: [ParsedText: UInt32] = [:]

  /// Room for the first and last numbers of intervals.
  var intervalEnds: [UInt32] = []

  /// Names that objects have and their types have not.
  var strangers: [Stranger] = []

  /// A member that a key is.
  private struct KnownMember {
    /// The place in the table of the first of the members of its object.
    let first: Int32

    /// The place of the member; -1 for none.
    let place: Int32
  }

  /// Creates a shredder of values by the shapes of `table`, which goes on with `pools` and
  /// `rawValues`.
  init(
    _ table: ShapeTable, _ pools: GraphPools = GraphPools(), _ rawValues: RawValues = RawValues()
  ) {
    self.table = table
    self.pools = pools
    self.rawValues = rawValues
    notCollected = self.pools.causes.demand([Cause(.notCollected)])
    // Places to point at until there is a text.
    guard let nowhere = unsafe UnsafePointer<UInt8>(bitPattern: 64),
      let nothing = unsafe UnsafePointer<JSONNode>(bitPattern: 64)
    else { preconditionFailure("a number other than zero is a place") }
    unsafe text = nowhere
    unsafe nodes = nothing
  }

  /// Makes room for the places of `count` members, none of which was met, and returns where it starts.
  @inline(__always)
  mutating func reservePlaces(_ count: Int) -> Int {
    let first = placeCount
    let end = first + count
    placeCount = end
    while places.count < end { places.append(-1) }
    var room = places.mutableSpan
    for index in first..<end { room[index] = -1 }
    return first
  }

  /// Gives up the places of `count` members, the last ones for which there was made room.
  @inline(__always)
  mutating func releasePlaces(_ count: Int) { placeCount -= count }

  /// Notes that a member, of which the place is noted at `slot`, stands at `index` of the arena.
  @inline(__always)
  mutating func notePlace(_ index: Int, at slot: Int) {
    places[slot] = Int32(truncatingIfNeeded: index)
  }

  /// Returns the member of those in `members` that was the one of the key the last time, -1 if it was
  /// none of them; `nil` if that is not known.
  @inline(__always)
  func knownMember(of key: JSONNode, among members: Range<Int>) -> Int? {
    let step = Int(key.end)
    guard step < knownMembers.count else { return nil }
    let known = knownMembers[step]
    // Members without any start where others do.
    guard Int(known.first) == members.lowerBound, Int(known.place) < members.upperBound else {
      return nil
    }
    return Int(known.place)
  }

  /// Remembers which of `members` the key is; -1 for none.
  mutating func remember(_ place: Int, of key: JSONNode, among members: Range<Int>) {
    // What is on no trail has the step 0.
    guard key.end != 0 else { return }
    let step = Int(key.end)
    while knownMembers.count <= step { knownMembers.append(KnownMember(first: -1, place: -1)) }
    knownMembers[step] = KnownMember(first: Int32(members.lowerBound), place: Int32(place))
  }

  /// Returns the node at the 0-based index of the arena.
  @inline(__always)
  func node(_ index: Int) -> JSONNode { unsafe nodes[index] }

  /// Adds a row to `column` that holds the value at `index` of the arena, of the shape at `place`;
  /// null is absent.
  mutating func shred(_ index: Int, _ place: Int, into column: inout Column) {
    let node = node(index)
    if node.isNull { return column.appendAbsent() }
    if node.isObject, isMark(index) { return shredMark(index, place, into: &column) }
    shredPlain(index, place, missing: 0, into: &column)
  }

  /// Adds a row like `shred`, of a value that is no mark; a collection lacks some of its elements
  /// because of the causes with the number `missing`.
  mutating func shredPlain(
    _ index: Int, _ place: Int, missing: UInt32, into column: inout Column
  ) {
    let node = node(index)
    let shape = table.shapes[place]
    switch (shape.kind, node.form) {
    case (.bit, .true): column.append(bit: true)
    case (.bit, .false): column.append(bit: false)
    case (.integer, .number):
      if let number = integer(node) {
        column.append(integer: number)
      } else {
        refuse(node, shape, "`\(clippedText(node))` is not an Int", &column)
      }
    case (.timestamp, .plainString):
      if let milliseconds = quickTimestamp(node) {
        column.append(integer: milliseconds)
      } else {
        shredScalar(node, shape, into: &column)
      }
    case (.cases(let id), .plainString), (.cases(let id), .number):
      if let index = caseIndex(of: id, node) {
        column.append(caseIndex: index)
      } else {
        let name = table.schema[id].name
        refuse(node, shape, "`\(clippedText(node))` is no case of \(name)", &column)
      }
    case (.text, .plainString), (.text, .escapedString):
      column.append(pooled: demand(contentOf: node))
    case (.arn, .plainString) where isArn(node): column.append(pooled: demand(contentOf: node))
    case (.edge, .plainString), (.edge, .escapedString), (.edge, .number):
      column.append(edgeWithKey: demand(contentOf: node))
    case (.list, .array): shredList(node, index, shape, missing: missing, into: &column)
    case (.set, .array): shredSet(node, index, shape, missing: missing, into: &column)
    case (.map, .object): shredMap(node, index, shape, missing: missing, into: &column)
    case (.structure, .object): shredStructure(node, index, shape, into: &column)
    case (.policy, .object), (.policy, .plainString), (.policy, .escapedString):
      shredPolicy(index, shape, missing: missing, into: &column)
    case (.addresses, .array), (.ports, .array), (.parsed, .plainString), (.parsed, .escapedString),
      (.addresses, .plainString), (.ports, .plainString), (.ports, .number):
      shredParsed(index, shape, missing: missing, into: &column)
    case (.json, _):
      column.append(pooled: pools.values.demand(.json(rawValue(index))))
    default: shredScalar(node, shape, into: &column)
    }
  }

  /// Adds a row that is unknown, because the value at `node` is not what `shape` says.
  mutating func refuse(_ node: JSONNode, _ shape: Shape, _ detail: String, _ column: inout Column) {
    column.appendUnknown(causes: pools.causes.demand([Cause(.malformed, detail)]))
  }

  /// Returns what is said of a value of the form of `node` where `shape` is wanted.
  func misfit(_ node: JSONNode, _ shape: Shape) -> String {
    let found =
      switch node.form {
      case .null: "null"
      case .true, .false: "a boolean"
      case .number: "a number"
      case .plainString, .escapedString: "a text"
      case .array: "a list"
      case .object: "an object"
      }
    return "\(found) where \(table.schema.description(of: shape.type)) is wanted"
  }

  /// Returns the number of the text that the string, or number, at `node` writes.
  mutating func demand(contentOf node: JSONNode) -> UInt32 {
    if node.form == .escapedString {
      let decoded = unsafe JSONEscapes.decoded(buffer(contentOf: node))
      return pools.strings.demand(utf8: decoded.span)
    }
    let content = contentRange(node)
    let buffer = unsafe UnsafeBufferPointer(start: text + content.lowerBound, count: content.count)
    return unsafe pools.strings.demand(utf8: buffer.span)
  }

  /// Returns the number of the text as it is written, quotes and all.
  mutating func demand(rawTextOf node: JSONNode) -> UInt32 {
    let buffer = unsafe UnsafeBufferPointer(
      start: text + Int(node.lower), count: Int(node.upper - node.lower))
    return unsafe pools.strings.demand(utf8: buffer.span)
  }

  /// Returns where the text of a string is without its quotes, or all of another value.
  @inline(__always)
  func contentRange(_ node: JSONNode) -> Range<Int> {
    switch node.form {
    case .plainString, .escapedString: Int(node.lower) + 1..<Int(node.upper) - 1
    case .null, .false, .true, .number, .array, .object: Int(node.lower)..<Int(node.upper)
    }
  }

  /// Returns the bytes of a string without its quotes, escapes and all, or of another value.
  @inline(__always)
  func bytes(contentOf node: JSONNode) -> [UInt8] {
    unsafe Shredder.bytes(buffer(contentOf: node))
  }

  /// Returns the text that a string writes, or that another value is.
  @inline(__always)
  func string(_ node: JSONNode) -> String {
    unsafe Shredder.string(buffer(contentOf: node), hasEscapes: node.form == .escapedString)
  }

  // A call of what belongs to a shredder would copy it, even where the call is not reached.

  @inline(never)
  private static func bytes(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unsafe Array(content)
  }

  @inline(never)
  private static func string(
    _ content: UnsafeBufferPointer<UInt8>, hasEscapes: Bool
  ) -> String {
    guard hasEscapes else { return unsafe String(decoding: content, as: UTF8.self) }
    return String(decoding: unsafe JSONEscapes.decoded(content), as: UTF8.self)
  }

  /// Returns the text, or its start if it is long.
  func clippedText(_ node: JSONNode) -> String {
    let text = string(node)
    return text.unicodeScalars.count <= 120
      ? text : String(text.unicodeScalars.prefix(120)) + "…"
  }
}

/// Forms that are asked for again and again; equality of them would be a call into another module.
extension JSONNode {
  /// Whether it is null.
  var isNull: Bool { if case .null = form { true } else { false } }

  /// Whether it is an object.
  var isObject: Bool { if case .object = form { true } else { false } }

  /// Whether it is a string whose bytes between the quotes are its value.
  var isPlainString: Bool { if case .plainString = form { true } else { false } }
}
