internal import CByteScan
package import SourceText

/// Reads JSON values, strictly by RFC 8259, into an arena that it uses again for the next value.
///
/// There is no recursion: the containers that are open are a stack. It works on memory that others
/// hold, so that a large text is neither copied nor checked at every byte.
@safe package struct JSONScanner: ~Copyable {
  /// The most containers that may be open at once.
  package static let deepest = 512

  /// The file the text lies in.
  let file: FileID

  /// What is added to an offset in the text to make it one in the file.
  let baseOffset: UInt32

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

  /// The containers that are open, outermost first, after one that stands for none.
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
    unsafe open = .allocate(capacity: JSONScanner.deepest + 1)
    unsafe open.initialize(
      to: OpenContainer(node: 0, count: 0, isObject: false, isOnTrail: false, step: 0))
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
    var cursor = unsafe Cursor(position: start, nodeCount: 0, container: open)
    repeat {
      let isComplete = try beginValue(&cursor)
      if isComplete { try endValue(&cursor) }
    } while unsafe cursor.container != open
    stop(at: cursor)
    return position
  }

  /// Puts down where the cursor is.
  @inline(__always)
  private mutating func stop(at cursor: Cursor) {
    position = cursor.position
    nodeCount = cursor.nodeCount
    depth = unsafe cursor.container - open
  }

  /// Returns a cursor that goes on where the last one stopped.
  @inline(__always)
  private func goOn() -> Cursor {
    unsafe Cursor(position: position, nodeCount: nodeCount, container: open + depth)
  }

  /// The value or key at the 0-based index of the arena.
  package subscript(index: Int) -> JSONNode {
    precondition(index >= 0 && index < nodeCount, "the arena holds no such value")
    return unsafe nodes[index]
  }

  /// Reads a scalar or the start of a container, and returns `true` iff the value is complete.
  @inline(__always)
  private mutating func beginValue(_ cursor: inout Cursor) throws(JSONError) -> Bool {
    skipSpace(&cursor)
    unsafe cursor.container.pointee.count &+= 1
    let lower = cursor.position
    switch peek(cursor) {
    case UInt8(ascii: "\""):
      let end = unsafe byte_scan_special(text, lower &+ 1, limit)
      if end < limit, unsafe text[end] == UInt8(ascii: "\"") {
        cursor.position = end &+ 1
        try append(.plainString, from: lower, &cursor)
      } else {
        cursor = try readSlowly(cursor)
      }
    case UInt8(ascii: "{"):
      return try beginContainer(.object, end: UInt8(ascii: "}"), &cursor)
    case UInt8(ascii: "["):
      return try beginContainer(.array, end: UInt8(ascii: "]"), &cursor)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let end = endOfDigits(from: lower) {
        cursor.position = end
        try append(.number, from: lower, &cursor)
      } else {
        cursor = try readSlowly(cursor)
      }
    case UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      if let (form, end) = word(from: lower) {
        cursor.position = end
        try append(form, from: lower, &cursor)
      } else {
        cursor = try readSlowly(cursor)
      }
    default: cursor = try readSlowly(cursor)
    }
    return true
  }

  /// Returns the offset past the digits from `lower` on, if they are all of a number.
  @inline(__always)
  private func endOfDigits(from lower: Int) -> Int? {
    var end = lower &+ 1
    while end < limit, unsafe text[end] &- UInt8(ascii: "0") < 10 { end &+= 1 }
    guard end < limit, unsafe text[lower] != UInt8(ascii: "0") || end == lower &+ 1 else {
      return nil
    }
    let next = unsafe text[end]
    return next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") ? nil : end
  }

  /// Returns the word at `lower` and the offset past it, if it is one that stands for a value.
  @inline(__always)
  private func word(from lower: Int) -> (JSONNode.Form, Int)? {
    guard limit &- lower > 5 else { return nil }
    let (form, end): (JSONNode.Form, Int)
    switch unsafe byte_scan_word(text + lower) {
    // The bytes of `true`, `null` and `fals`, the last one highest.
    case 0x6575_7274: (form, end) = (.true, lower &+ 4)
    case 0x6C6C_756E: (form, end) = (.null, lower &+ 4)
    case 0x736C_6166 where unsafe text[lower &+ 4] == UInt8(ascii: "e"):
      (form, end) = (.false, lower &+ 5)
    default: return nil
    }
    return unsafe (text[end] | 0x20) &- UInt8(ascii: "a") < 26 ? nil : (form, end)
  }

  /// Reads the value at the cursor, which is no container.
  @inline(never)
  private mutating func readSlowly(_ cursor: Cursor) throws(JSONError) -> Cursor {
    stop(at: cursor)
    switch peek() {
    case UInt8(ascii: "\""): try readString(isKey: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      try readWord()
    default: throw unexpectedValue()
    }
    return goOn()
  }

  /// Opens a container, and returns `true` iff it is empty and so was closed again.
  @inline(__always)
  private mutating func beginContainer(
    _ form: JSONNode.Form, end: UInt8, _ cursor: inout Cursor
  ) throws(JSONError) -> Bool {
    guard unsafe cursor.container - open < JSONScanner.deepest else { throw tooDeep(cursor) }
    let step = unsafe cursor.container.pointee.step
    unsafe cursor.container += 1
    unsafe cursor.container.initialize(
      to: OpenContainer(
        node: cursor.nodeCount, count: 0, isObject: form == .object, isOnTrail: followsTrails,
        step: step))
    cursor.position &+= 1
    try append(form, from: cursor.position &- 1, &cursor)
    skipSpace(&cursor)
    if peek(cursor) == end {
      try closeContainer(&cursor)
      return true
    }
    if form == .object { try readKey(isFirst: true, &cursor) }
    return false
  }

  /// Returns the error for one container more than may be open.
  @inline(never)
  private func tooDeep(_ cursor: Cursor) -> JSONError {
    error(.tooDeep, cursor.position..<cursor.position + 1)
  }

  /// Reads what follows a value up to the next one, closing the containers that end.
  @inline(__always)
  private mutating func endValue(_ cursor: inout Cursor) throws(JSONError) {
    while unsafe cursor.container != open {
      skipSpace(&cursor)
      let isObject = unsafe cursor.container.pointee.isObject
      let byte = peek(cursor)
      if byte == UInt8(ascii: ",") {
        cursor.position &+= 1
        if isObject {
          skipSpace(&cursor)
          try readKey(isFirst: false, &cursor)
        }
        return
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw unexpectedEnd(cursor)
      }
      try closeContainer(&cursor)
    }
  }

  /// Returns the error for what stands at the cursor instead of the end of a container.
  @inline(never)
  private mutating func unexpectedEnd(_ cursor: Cursor) -> JSONError {
    stop(at: cursor)
    return unexpected(unsafe cursor.container.pointee.isObject ? .commaOrBrace : .commaOrBracket)
  }

  /// Closes the innermost container, whose closing bracket is at the cursor.
  @inline(__always)
  private mutating func closeContainer(_ cursor: inout Cursor) throws(JSONError) {
    cursor.position &+= 1
    let container = unsafe cursor.container
    let node = unsafe nodes + container.pointee.node
    unsafe node.pointee.upper = UInt32(truncatingIfNeeded: cursor.position)
    unsafe node.pointee.end = UInt32(truncatingIfNeeded: cursor.nodeCount)
    unsafe node.pointee.number = container.pointee.count
    // No trail has a key twice.
    if unsafe container.pointee.isObject, unsafe container.pointee.count > 1,
      unsafe !container.pointee.isOnTrail
    {
      try refuseDuplicateKeys(at: cursor)
    }
    unsafe cursor.container -= 1
  }

  /// Throws if two keys of the innermost container are equal.
  @inline(never)
  private mutating func refuseDuplicateKeys(at cursor: Cursor) throws(JSONError) {
    stop(at: cursor)
    try refuseDuplicateKeys(of: unsafe cursor.container.pointee.node)
  }

  /// Reads a key and its colon; `isFirst` says whether its object has none before it.
  @inline(__always)
  private mutating func readKey(isFirst: Bool, _ cursor: inout Cursor) throws(JSONError) {
    let lower = cursor.position
    var next: UInt32 = 0
    if unsafe cursor.container.pointee.isOnTrail {
      next = unsafe trails.step(
        after: cursor.container.pointee.step, isFirst: isFirst, in: text + lower,
        limit &- lower)
    }
    guard next != 0 else {
      cursor = try readNewKey(isFirst: isFirst, cursor)
      return
    }
    unsafe cursor.container.pointee.step = next
    cursor.position &+= trails.byteCount(of: next) &- 1
    try append(
      .plainString, from: lower, number: trails.digest(of: next), end: next, &cursor)
    cursor.position &+= 1
  }

  /// Reads a key that is not known to follow, and its colon.
  @inline(never)
  private mutating func readNewKey(isFirst: Bool, _ start: Cursor) throws(JSONError) -> Cursor {
    var cursor = start
    let lower = cursor.position
    let isString = peek(cursor) == UInt8(ascii: "\"")
    let end = isString ? unsafe byte_scan_special(text, lower &+ 1, limit) : limit
    if limit &- end > 1, unsafe text[end] == UInt8(ascii: "\""),
      unsafe text[end &+ 1] == UInt8(ascii: ":")
    {
      cursor.position = end &+ 1
      let digest = unsafe byte_scan_digest(text + lower + 1, end &- lower &- 1)
      try append(.plainString, from: lower, number: digest, end: 0, &cursor)
      cursor.position &+= 1
      guard unsafe start.container.pointee.isOnTrail else { return cursor }
      stop(at: cursor)
    } else {
      stop(at: cursor)
      try readAnyKey()
      guard unsafe start.container.pointee.isOnTrail else { return goOn() }
    }
    learn(from: lower, after: unsafe start.container.pointee.step, isFirst: isFirst)
    return goOn()
  }

  /// Takes down the key that starts at `lower` and was just read as a step of its object's trail.
  @inline(never)
  private mutating func learn(from lower: Int, after step: UInt32, isFirst: Bool) {
    let node = unsafe nodes[nodeCount - 1]
    let container = unsafe open + depth
    var next: UInt32 = 0
    // The text of a step has the key's quotes and its colon.
    if node.form == .plainString, Int(node.upper) + 1 == position {
      let key = unsafe UnsafeBufferPointer(start: text + lower, count: position - lower)
      next = unsafe trails.add(key, digest: node.number, after: step, isFirst: isFirst)
    }
    unsafe nodes[nodeCount - 1].end = next
    if next != 0 {
      unsafe container.pointee.step = next
    } else {
      unsafe container.pointee.isOnTrail = false
    }
  }

  /// Reads a key, and its colon.
  private mutating func readAnyKey() throws(JSONError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.key) }
    try readString(isKey: true)
    skipSpaces()
    guard peek() == UInt8(ascii: ":") else { throw unexpected(.colon) }
    position &+= 1
  }

  /// The byte at `position`; zero at the end, which is no byte of JSON.
  @inline(__always)
  func peek() -> UInt8 { position < limit ? unsafe text[position] : 0 }

  /// The byte at the cursor; zero at the end, which is no byte of JSON.
  @inline(__always)
  private func peek(_ cursor: Cursor) -> UInt8 {
    cursor.position < limit ? unsafe text[cursor.position] : 0
  }

  /// Moves the cursor past the four characters that JSON calls whitespace.
  @inline(__always)
  private mutating func skipSpace(_ cursor: inout Cursor) {
    if cursor.position < limit, unsafe text[cursor.position] <= 0x20 {
      cursor.position = skipSpaces(cursor)
    }
  }

  /// Returns the offset past the space at the cursor.
  @inline(never)
  private mutating func skipSpaces(_ cursor: Cursor) -> Int {
    stop(at: cursor)
    skipSpaces()
    return position
  }

  /// Moves past the four characters that JSON calls whitespace.
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
  mutating func append(
    _ form: JSONNode.Form, from lower: Int, number: UInt32 = 0, end: UInt32? = nil
  ) throws(JSONError) {
    var cursor = goOn()
    try append(form, from: lower, number: number, end: end, &cursor)
    nodeCount = cursor.nodeCount
  }

  /// Appends the value of `form` that starts at `lower` and ends at the cursor.
  @inline(__always)
  private mutating func append(
    _ form: JSONNode.Form, from lower: Int, number: UInt32 = 0, end: UInt32? = nil,
    _ cursor: inout Cursor
  ) throws(JSONError) {
    if cursor.nodeCount == capacity { try grow(cursor) }
    let node = JSONNode(
      form, lower: UInt32(truncatingIfNeeded: lower),
      upper: UInt32(truncatingIfNeeded: cursor.position),
      end: end ?? UInt32(truncatingIfNeeded: cursor.nodeCount &+ 1), number: number)
    unsafe (nodes + cursor.nodeCount).initialize(to: node)
    cursor.nodeCount &+= 1
  }

  /// Makes room for more values.
  @inline(never)
  private mutating func grow(_ cursor: Cursor) throws(JSONError) {
    stop(at: cursor)
    guard capacity < Int(JSONNode.largestCount) else { throw error(.tooLarge, 0..<0) }
    let larger = Swift.min(capacity * 2, Int(JSONNode.largestCount))
    let moved = UnsafeMutablePointer<JSONNode>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: nodes, count: nodeCount)
    if !isInRoom { unsafe nodes.deallocate() }
    unsafe nodes = moved
    capacity = larger
    isInRoom = false
  }

  /// Returns the error for what stands at `position` instead of a value.
  @inline(never)
  private func unexpectedValue() -> JSONError {
    if peek() == UInt8(ascii: "+") {
      return error(.invalidNumber(.leadingPlus), position..<position + 1)
    }
    // An empty array is closed where it is opened, so a comma stands before this bracket.
    let isAfterComma =
      peek() == UInt8(ascii: "]") && depth > 0 && !(unsafe open[depth].isObject)
    return unexpected(isAfterComma ? .elementAfterComma : .value)
  }
}
