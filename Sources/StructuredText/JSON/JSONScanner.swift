internal import CByteScan
package import SourceText

/// Reads JSON values, strictly by RFC 8259, into an arena that it uses again for the next value.
///
/// There is no recursion: the containers that are open are a stack. It works on memory that others
/// hold, so that a large text is neither copied nor checked at every byte.
@safe package struct JSONScanner: ~Copyable {
  /// The most containers that may be open at once.
  package static let deepest = 512

  /// A container whose end was not reached yet.
  private struct OpenContainer {
    /// The 0-based index in the arena.
    var node: Int

    /// The number of elements or members that were begun.
    var count: UInt32

    /// `true` iff it is an object.
    var isObject: Bool

    /// `true` iff all its keys so far are steps of a trail.
    var isOnTrail: Bool

    /// The step of its last key, or else of the key whose value it is in.
    var step: UInt32
  }

  /// The file the text lies in.
  private let file: FileID

  /// What is added to an offset in the text to make it one in the file.
  private let baseOffset: UInt32

  /// The text; meaningful while a value is read.
  private(set) var text: UnsafePointer<UInt8>

  /// The number of bytes of the text.
  private(set) var limit = 0

  /// The 0-based offset of the next byte.
  var position = 0

  /// The arena.
  package private(set) var nodes: UnsafeMutablePointer<JSONNode>

  /// The number of values and keys in the arena.
  package private(set) var nodeCount = 0

  private var capacity: Int

  /// Whether the arena is in memory that others hold.
  private(set) var isInRoom = false

  /// The containers that are open, outermost first.
  private let open: UnsafeMutablePointer<OpenContainer>

  /// The number of containers that are open.
  private var depth = 0

  /// The keys that objects were seen to have.
  private var trails: KeyTrails

  /// Whether what objects are like is remembered for those that follow.
  private let followsTrails: Bool

  /// Whether a line ended inside of the value that was read last.
  package private(set) var hasLineBreak = false

  /// Creates a scanner of texts in `file`, which lie `baseOffset` bytes further there, with room for
  /// `capacity` values until the arena has to grow.
  ///
  /// One that follows trails reads objects faster that have the same keys as earlier ones.
  package init(
    file: FileID, baseOffset: UInt32 = 0, capacity: Int = 512, followsTrails: Bool = false
  ) {
    self.file = file
    self.baseOffset = baseOffset
    self.followsTrails = followsTrails
    trails = KeyTrails(isUsed: followsTrails)
    self.capacity = Swift.max(capacity, 16)
    unsafe nodes = .allocate(capacity: self.capacity)
    unsafe open = .allocate(capacity: JSONScanner.deepest)
    // A place to point at until there is a text.
    unsafe text = UnsafePointer(UnsafeMutableRawPointer(open).assumingMemoryBound(to: UInt8.self))
  }

  /// Creates a scanner of texts in `file`, which lie `baseOffset` bytes further there, that puts its
  /// arena in `room` as long as that is large enough.
  ///
  /// - Precondition: `room` holds nothing, is as large as `capacity(for:)` says, and stays as long as
  ///   the scanner.
  init(
    file: FileID, baseOffset: UInt32, room: UnsafeMutableBufferPointer<JSONNode>,
    followsTrails: Bool
  ) {
    self.init(file: file, baseOffset: baseOffset, capacity: 1, followsTrails: followsTrails)
    guard let start = room.baseAddress else { return }
    unsafe nodes.deallocate()
    unsafe nodes = start
    capacity = room.count
    isInRoom = true
  }

  /// Returns for how many values there should be room to start with in the arena of a text of
  /// `byteCount` bytes.
  static func capacity(for byteCount: Int) -> Int { Swift.max(byteCount / 8, 16) }

  /// Reads the one value that `bytes` hold.
  ///
  /// - Throws: a `JSONError` where the text departs from RFC 8259 or repeats a key.
  mutating func readAll(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    if bytes.count >= 3, unsafe bytes[0] == 0xEF, unsafe bytes[1] == 0xBB,
      unsafe bytes[2] == 0xBF
    {
      throw error(.byteOrderMark, 0..<3)
    }
    var end = unsafe try scan(bytes)
    while end < bytes.count {
      switch unsafe bytes[end] {
      case 0x20, 0x0A, 0x0D, 0x09: end += 1
      default: throw error(.trailingContent, end..<bytes.count)
      }
    }
  }

  deinit {
    if !isInRoom { unsafe nodes.deallocate() }
    unsafe open.deallocate()
  }

  /// Reads the value that starts at the 0-based offset `start` of `bytes`, with any space before it,
  /// and returns the offset past it; the arena then holds it, with its offsets in `bytes`.
  ///
  /// - Precondition: `bytes` stay as they are while the arena is in use.
  /// - Throws: a `JSONError` where the text departs from RFC 8259 or repeats a key.
  package mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) throws(JSONError) -> Int {
    if let base = bytes.baseAddress { unsafe text = base }
    limit = bytes.count
    position = start
    nodeCount = 0
    depth = 0
    hasLineBreak = false
    guard limit <= SourceFile.largestSize else { throw error(.tooLarge, start..<start) }
    repeat {
      let isComplete = try beginValue()
      if isComplete { try endValue() }
    } while depth > 0
    return position
  }

  /// The value or key at the 0-based index of the arena.
  package subscript(index: Int) -> JSONNode {
    precondition(index >= 0 && index < nodeCount, "the arena holds no such value")
    return unsafe nodes[index]
  }

  /// Reads a scalar or the start of a container, and returns `true` iff the value is complete.
  @inline(__always)
  private mutating func beginValue() throws(JSONError) -> Bool {
    skipSpace()
    if depth > 0 { unsafe open[depth - 1].count &+= 1 }
    switch peek() {
    case UInt8(ascii: "\""): try readString(isKey: false)
    case UInt8(ascii: "{"): return try beginContainer(.object, end: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try beginContainer(.array, end: UInt8(ascii: "]"))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      try readWord()
    default: throw unexpectedValue()
    }
    return true
  }

  /// Opens a container, and returns `true` iff it is empty and so was closed again.
  @inline(__always)
  private mutating func beginContainer(
    _ form: JSONNode.Form, end: UInt8
  ) throws(JSONError) -> Bool {
    guard depth < JSONScanner.deepest else { throw error(.tooDeep, position..<position + 1) }
    let isObject = form == .object
    let step = depth > 0 ? unsafe open[depth &- 1].step : 0
    unsafe open[depth] = OpenContainer(
      node: nodeCount, count: 0, isObject: isObject, isOnTrail: followsTrails, step: step)
    depth &+= 1
    position &+= 1
    try append(form, from: position - 1)
    skipSpace()
    if peek() == end {
      try closeContainer()
      return true
    }
    if isObject { try readKey(isFirst: true) }
    return false
  }

  /// Reads what follows a value up to the next one, closing the containers that end.
  @inline(__always)
  private mutating func endValue() throws(JSONError) {
    while depth > 0 {
      skipSpace()
      let isObject = unsafe open[depth - 1].isObject
      let byte = peek()
      if byte == UInt8(ascii: ",") {
        position &+= 1
        if isObject {
          skipSpace()
          try readKey(isFirst: false)
        }
        return
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw unexpected(isObject ? .commaOrBrace : .commaOrBracket)
      }
      try closeContainer()
    }
  }

  /// Closes the innermost container, whose closing bracket is at `position`.
  @inline(__always)
  private mutating func closeContainer() throws(JSONError) {
    position &+= 1
    depth &-= 1
    let container = unsafe open[depth]
    unsafe nodes[container.node].upper = UInt32(truncatingIfNeeded: position)
    unsafe nodes[container.node].end = UInt32(truncatingIfNeeded: nodeCount)
    unsafe nodes[container.node].number = container.count
    // No trail has a key twice.
    if container.isObject, container.count > 1, !container.isOnTrail {
      try refuseDuplicateKeys(of: container.node)
    }
  }

  /// Reads a key and its colon; `isFirst` says whether its object has none before it.
  @inline(__always)
  private mutating func readKey(isFirst: Bool) throws(JSONError) {
    let object = unsafe open + (depth &- 1)
    guard unsafe object.pointee.isOnTrail else { return try readNewKey() }
    let step = unsafe object.pointee.step
    let next = unsafe trails.step(
      after: step, isFirst: isFirst, in: text + position, limit &- position)
    guard next != 0 else {
      let lower = position
      try readNewKey()
      return learn(from: lower, after: step, isFirst: isFirst)
    }
    unsafe object.pointee.step = next
    let lower = position
    position &+= trails.byteCount(of: next) &- 1
    try append(.plainString, from: lower, number: trails.digest(of: next), end: next)
    position &+= 1
  }

  /// Takes down the key that starts at `lower` and was just read as a step of its object's trail.
  @inline(never)
  private mutating func learn(from lower: Int, after step: UInt32, isFirst: Bool) {
    let node = unsafe nodes[nodeCount - 1]
    var next: UInt32 = 0
    // The text of a step has the key's quotes and its colon.
    if node.form == .plainString, Int(node.upper) + 1 == position {
      let key = unsafe UnsafeBufferPointer(start: text + lower, count: position - lower)
      next = unsafe trails.add(key, digest: node.number, after: step, isFirst: isFirst)
    }
    unsafe nodes[nodeCount - 1].end = next
    if next != 0 {
      unsafe open[depth - 1].step = next
    } else {
      unsafe open[depth - 1].isOnTrail = false
    }
  }

  /// Reads a key that is not known to follow, and its colon.
  @inline(never)
  private mutating func readNewKey() throws(JSONError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.key) }
    try readString(isKey: true)
    skipSpace()
    guard peek() == UInt8(ascii: ":") else { throw unexpected(.colon) }
    position &+= 1
  }

  /// The byte at `position`; zero at the end, which is no byte of JSON.
  @inline(__always)
  func peek() -> UInt8 { position < limit ? unsafe text[position] : 0 }

  /// Moves past the four characters that JSON calls whitespace.
  @inline(__always)
  private mutating func skipSpace() {
    if position < limit, unsafe text[position] <= 0x20 { skipSpaces() }
  }

  @inline(never)
  private mutating func skipSpaces() {
    while position < limit {
      switch unsafe text[position] {
      case 0x20, 0x09: position &+= 1
      case 0x0A, 0x0D:
        hasLineBreak = hasLineBreak || depth > 0
        position &+= 1
      default: return
      }
    }
  }

  /// Appends the value of `form` that starts at `lower` and ends at `position`.
  @inline(__always)
  mutating func append(
    _ form: JSONNode.Form, from lower: Int, number: UInt32 = 0, end: UInt32? = nil
  ) throws(JSONError) {
    if nodeCount == capacity { try grow() }
    let node = JSONNode(
      form, lower: UInt32(truncatingIfNeeded: lower), upper: UInt32(truncatingIfNeeded: position),
      end: end ?? UInt32(truncatingIfNeeded: nodeCount &+ 1), number: number)
    unsafe (nodes + nodeCount).initialize(to: node)
    nodeCount &+= 1
  }

  /// Makes room for more values.
  @inline(never)
  private mutating func grow() throws(JSONError) {
    guard capacity < Int(JSONNode.largestCount) else { throw error(.tooLarge, 0..<0) }
    let larger = Swift.min(capacity * 2, Int(JSONNode.largestCount))
    let moved = UnsafeMutablePointer<JSONNode>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: nodes, count: nodeCount)
    if !isInRoom { unsafe nodes.deallocate() }
    unsafe nodes = moved
    capacity = larger
    isInRoom = false
  }

  /// Returns the error of `kind` at `offsets`, which are relative to the text.
  @inline(never)
  func error(_ kind: JSONError.Kind, _ offsets: Range<Int>) -> JSONError {
    JSONError(kind, at: sourceRange(offsets))
  }

  /// Returns the error for what stands at `position` instead of a value.
  @inline(never)
  private func unexpectedValue() -> JSONError {
    if peek() == UInt8(ascii: "+") {
      return error(.invalidNumber(.leadingPlus), position..<position + 1)
    }
    // An empty array is closed where it is opened, so a comma stands before this bracket.
    let isAfterComma =
      peek() == UInt8(ascii: "]") && depth > 0 && !(unsafe open[depth - 1].isObject)
    return unexpected(isAfterComma ? .elementAfterComma : .value)
  }

  /// Returns the error for what stands at `position` when it should be `expectation`.
  @inline(never)
  func unexpected(_ expectation: JSONError.Expectation) -> JSONError {
    guard position < limit else { return error(.unexpectedEnd(expectation), limit..<limit) }
    guard let length = lengthOfScalar(at: position) else {
      return error(.invalidUTF8, position..<position + 1)
    }
    return error(.unexpectedByte(peek(), expectation), position..<position + length)
  }

  /// Returns the number of bytes of the scalar at `index`, or `nil` when it is ill-formed.
  func lengthOfScalar(at index: Int) -> Int? {
    unsafe WellFormedUTF8.length(at: index, of: UnsafeBufferPointer(start: text, count: limit))
  }

  /// Returns the range in the file of `offsets`, which are relative to the text.
  func sourceRange(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: file,
      lower: baseOffset &+ UInt32(truncatingIfNeeded: offsets.lowerBound),
      upper: baseOffset &+ UInt32(truncatingIfNeeded: offsets.upperBound))
  }

  /// Returns the bytes in `offsets`.
  func bytes(_ offsets: Range<Int>) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: text + offsets.lowerBound, count: offsets.count))
  }
}
