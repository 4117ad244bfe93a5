internal import SourceText

/// Reads a JSON text, strictly by RFC 8259, into an arena.
///
/// There is no recursion: the containers that are open are a stack.
struct JSONParser {
  /// The most containers that may be open at once.
  static let deepest = 512

  /// A container whose end was not reached yet.
  private struct OpenContainer {
    /// The 0-based index in the arena.
    let node: Int

    /// The number of elements or members that were begun.
    var count: UInt32

    /// `true` iff it is an object.
    let isObject: Bool
  }

  /// The text.
  let bytes: [UInt8]

  /// The file the text lies in.
  private let file: FileID

  /// What is added to an offset in `bytes` to make it one in the file.
  private let baseOffset: UInt32

  /// The 0-based offset of the next byte.
  var position = 0

  /// The arena so far.
  var nodes: [JSONNode] = []

  /// The containers that are open, outermost first.
  private var open: [OpenContainer] = []

  /// Creates a parser at the start of `bytes`.
  init(bytes: [UInt8], file: FileID, baseOffset: UInt32) {
    self.bytes = bytes
    self.file = file
    self.baseOffset = baseOffset
  }

  /// Returns the document that the whole text holds.
  mutating func parse() throws(JSONError) -> JSONDocument {
    guard bytes.count <= SourceFile.largestSize - Int(Swift.min(baseOffset, UInt32.max - 1)) else {
      let start = SourceRange(file: file, lower: baseOffset, upper: baseOffset)
      throw JSONError(.tooLarge, at: start)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, 0..<3) }
    repeat {
      let isComplete = try beginValue()
      if isComplete { try endValue() }
    } while !open.isEmpty
    skipWhitespace()
    if position < bytes.count { throw error(.trailingContent, position..<bytes.count) }
    return JSONDocument(file: file, bytes: bytes, nodes: nodes, baseOffset: baseOffset)
  }

  /// Returns the error of `kind` at `offsets`, which are relative to `bytes`.
  func error(_ kind: JSONError.Kind, _ offsets: Range<Int>) -> JSONError {
    JSONError(kind, at: sourceRange(offsets))
  }

  /// Returns the error for what stands at `position` when it should be `expectation`.
  func unexpected(_ expectation: JSONError.Expectation) -> JSONError {
    guard position < bytes.count else {
      return error(.unexpectedEnd(expectation), bytes.count..<bytes.count)
    }
    guard let length = WellFormedUTF8.length(at: position, of: bytes) else {
      return error(.invalidUTF8, position..<position + 1)
    }
    return error(
      .unexpectedByte(bytes[position], expectation), position..<position + length)
  }

  /// Returns the range in the file of `offsets`, which are relative to `bytes`.
  func sourceRange(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: file,
      lower: baseOffset + UInt32(offsets.lowerBound),
      upper: baseOffset + UInt32(offsets.upperBound))
  }

  /// Appends the scalar of `form` that ends at `position`.
  mutating func appendScalar(_ form: JSONNode.Form, from lower: Int) {
    nodes.append(
      JSONNode(
        lower: UInt32(lower), upper: UInt32(position), end: UInt32(nodes.count + 1), count: 0,
        form: form))
  }

  /// Reads a scalar or the start of a container, and returns `true` iff the value is complete.
  private mutating func beginValue() throws(JSONError) -> Bool {
    skipWhitespace()
    guard position < bytes.count else { throw unexpected(.value) }
    if !open.isEmpty { open[open.count - 1].count += 1 }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try beginContainer(.object, end: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try beginContainer(.array, end: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "+"): throw error(.invalidNumber(.leadingPlus), position..<position + 1)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      try readWord()
    case UInt8(ascii: "]") where open.last?.isObject == false:
      // An empty array is closed where it is opened, so a comma stands before this.
      throw unexpected(.elementAfterComma)
    default: throw unexpected(.value)
    }
    return true
  }

  /// Opens a container, and returns `true` iff it is empty and so was closed again.
  private mutating func beginContainer(
    _ form: JSONNode.Form, end: UInt8
  ) throws(JSONError) -> Bool {
    guard open.count < JSONParser.deepest else {
      throw error(.tooDeep, position..<position + 1)
    }
    let isObject = form == .object
    open.append(OpenContainer(node: nodes.count, count: 0, isObject: isObject))
    position += 1
    appendScalar(form, from: position - 1)
    skipWhitespace()
    if position < bytes.count, bytes[position] == end {
      try closeContainer()
      return true
    }
    if isObject { try readKey() }
    return false
  }

  /// Reads what follows a value up to the next one, closing the containers that end.
  private mutating func endValue() throws(JSONError) {
    while let container = open.last {
      skipWhitespace()
      let isObject = container.isObject
      let byte = position < bytes.count ? bytes[position] : 0
      if byte == UInt8(ascii: ",") {
        position += 1
        if isObject {
          skipWhitespace()
          try readKey()
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
  private mutating func closeContainer() throws(JSONError) {
    position += 1
    guard let container = open.popLast() else { return }
    nodes[container.node].upper = UInt32(position)
    nodes[container.node].end = UInt32(nodes.count)
    nodes[container.node].count = container.count
    if container.isObject { try refuseDuplicateKeys(of: container.node) }
  }

  /// Reads a key and its colon.
  private mutating func readKey() throws(JSONError) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw unexpected(.key)
    }
    try readString()
    skipWhitespace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw unexpected(.colon)
    }
    position += 1
  }

  /// Moves past the four characters that JSON calls whitespace.
  private mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }
}
