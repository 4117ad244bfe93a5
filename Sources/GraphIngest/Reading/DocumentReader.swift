internal import CByteScan
internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Reads the outermost object of a graph, one value after another: the header of one that has a
/// resource on each line, or all of one that is a single document.
///
/// Of the source it holds as much as the value takes that it reads, and at least one piece.
struct DocumentReader: ~Copyable {
  private let stream: ByteStream
  private let pieceSize: Int
  private var scanner = JSONScanner(file: FileID(index: 0), followsTrails: true)
  private(set) var buffer: PieceBuffer

  /// The 0-based offset in the buffer of the next byte.
  private(set) var position = 0

  /// Whether the stream has ended.
  private var isAtEnd = false

  /// The 1-based line of the byte at `counted`, an offset in the buffer.
  private var line = 1
  private var counted = 0

  /// The offset in the buffer at which that line starts; negative when it is not held any more.
  private var lineStart = 0

  /// What the members beside the resources say.
  private(set) var header = GraphHeader()

  /// Whether the resources are a member.
  private(set) var isDocument = false

  /// Creates a reader of `stream`, of which `start` was read already.
  init(_ stream: ByteStream, start: [UInt8], pieceSize: Int) {
    self.stream = stream
    self.pieceSize = pieceSize
    buffer = PieceBuffer(capacity: pieceSize * 2)
    buffer.append(start)
  }

  /// Reads the outermost object, and hands its resources to `shredder`.
  mutating func read(_ shredder: inout GraphShredder) throws(GraphError) {
    try expect(UInt8(ascii: "{"), "a graph, which is an object")
    position += 1
    var seen: Set<String> = []
    if try token() != UInt8(ascii: "}") {
      repeat {
        let (name, offsets) = try key()
        guard seen.insert(name).inserted else {
          throw error(.wrongShape(expected: "another member than `\(name)` again"), offsets)
        }
        if name == HeaderMember.resources.rawValue {
          isDocument = true
          try readResources(&shredder)
        } else {
          try readMember(name, offsets)
        }
      } while try isFollowed(by: UInt8(ascii: "}"))
    } else {
      position += 1
    }
    guard header.hasVersion else {
      throw error(.wrongShape(expected: "`cispol_graph`, the version of the format"), 0..<0)
    }
    guard isDocument else { return }
    if try token() != 0 || position < buffer.count {
      throw error(.wrongShape(expected: "the end of the graph"), position..<position + 1)
    }
  }

  /// Returns what was read of the stream after the header and its line, and the number of lines
  /// before that.
  mutating func rest() throws(GraphError) -> (bytes: [UInt8], lineCount: Int) {
    // What follows on the line of the header would be a resource that is not on one of its own.
    while position < buffer.count || !isAtEnd {
      if position == buffer.count {
        try fill()
        continue
      }
      let byte = unsafe buffer.base[position]
      if byte == UInt8(ascii: "\n") { break }
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else {
        throw error(.wrongShape(expected: "the end of the line"), position..<position + 1)
      }
      position += 1
    }
    advance(to: position)
    let rest = unsafe Array(buffer.bytes[min(position + 1, buffer.count)...])
    return (rest, line)
  }

  private mutating func readResources(_ shredder: inout GraphShredder) throws(GraphError) {
    try expect(UInt8(ascii: "["), "a list of resources")
    position += 1
    guard try token() != UInt8(ascii: "]") else {
      position += 1
      return
    }
    repeat {
      _ = try token()
      advance(to: position)
      let end = try scanValue()
      let place = Place.make(line: line, column: position - lineStart + 1)
      do throws(RecordFault) {
        unsafe try shredder.add(UnsafePointer(buffer.base), scanner, place: place)
      } catch {
        throw self.error(Excerpt.kind(of: error), error.offsets)
      }
      position = end
    } while try isFollowed(by: UInt8(ascii: "]"))
  }

  /// Reads the value of a member of the header.
  private mutating func readMember(
    _ name: String, _ offsets: Range<Int>
  ) throws(GraphError) {
    guard let member = HeaderMember(rawValue: name) else {
      let names = HeaderMember.allCases.map(\.rawValue)
      throw error(
        .unknownMember(name, nearest: Spelling.nearest(to: name, in: names)), offsets)
    }
    _ = try token()
    let end = try scanValue()
    let range = Int(scanner[0].lower)..<end
    var fault: GraphError.Kind?
    do throws(JSONError) {
      let document = unsafe try JSONDocument.parse(
        bytes: Array(buffer.bytes[range]), file: FileID(index: 0))
      fault = header.take(member, document)
    } catch {
      throw self.error(.notJSON(error), range)
    }
    if let fault { throw error(fault, range) }
    position = end
  }

  /// Reads a key and its colon.
  private mutating func key() throws(GraphError) -> (String, Range<Int>) {
    try expect(UInt8(ascii: "\""), "a member")
    let end = try scanValue()
    let offsets = Int(scanner[0].lower)..<end
    let content = unsafe Array(buffer.bytes[offsets.lowerBound + 1..<end - 1])
    position = end
    try expect(UInt8(ascii: ":"), "`:`")
    position += 1
    return (String(decoding: JSONEscapes.decoded(content[...]), as: UTF8.self), offsets)
  }

  /// Returns whether a comma stands before another value, and moves past it or past `end`.
  private mutating func isFollowed(by end: UInt8) throws(GraphError) -> Bool {
    let byte = try token()
    guard byte == UInt8(ascii: ",") || byte == end else {
      throw missing("`,` or `\(Character(Unicode.Scalar(end)))`")
    }
    position += 1
    return byte == UInt8(ascii: ",")
  }

  private mutating func expect(_ byte: UInt8, _ words: String) throws(GraphError) {
    guard try token() == byte else { throw missing(words) }
  }

  /// Returns the error that `words` are not where they should be.
  private func missing(_ words: String) -> GraphError {
    let offsets = position..<min(position + 1, buffer.count)
    return error(
      position < buffer.count ? .wrongShape(expected: words) : .truncated, offsets)
  }

  /// Moves past space, and returns the next byte; zero at the end.
  private mutating func token() throws(GraphError) -> UInt8 {
    while true {
      while position < buffer.count {
        let byte = unsafe buffer.base[position]
        guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A else { return byte }
        position += 1
      }
      guard !isAtEnd else { return 0 }
      try fill()
    }
  }

  /// Scans the value at `position`, for which more of the stream is read as needed, and returns the
  /// offset past it.
  private mutating func scanValue() throws(GraphError) -> Int {
    while true {
      do throws(JSONError) {
        let end = unsafe try scanner.scan(buffer.bytes, from: position)
        if end < buffer.count || isAtEnd { return end }
      } catch {
        // A value that is cut off may look wrong in any way, but only close to the end.
        guard !isAtEnd, Int(error.range.upper) + 16 >= buffer.count else {
          throw shown(error)
        }
      }
      try fill()
    }
  }

  private func shown(_ error: JSONError) -> GraphError {
    let offsets = Int(error.range.lower)..<Int(error.range.upper)
    if case .unexpectedEnd = error.kind { return self.error(.truncated, offsets) }
    return self.error(.notJSON(error), offsets)
  }

  /// The most bytes of the line before `position` that are held, to show where a mistake is.
  private static let mostBefore = 4096

  /// Forgets what is before `position`, but for a part of the line, and reads more of the stream.
  private mutating func fill() throws(GraphError) {
    advance(to: position)
    let start = max(lineStart, position - DocumentReader.mostBefore, 0)
    lineStart -= start
    buffer.removeFirst(start)
    position -= start
    counted = position
    do throws(ByteStreamError) {
      // A long value is scanned again for each part of it: the parts grow with what there is.
      isAtEnd = try buffer.read(from: stream, atMost: max(pieceSize, buffer.count)) == 0
    } catch {
      throw GraphError(.unreadable(error))
    }
  }

  /// Counts the lines up to `offset`.
  private mutating func advance(to offset: Int) {
    while counted < offset {
      let end = unsafe byte_scan_line_feed(buffer.base, counted, offset)
      guard end < offset else { break }
      line += 1
      counted = end + 1
      lineStart = counted
    }
    counted = max(counted, offset)
  }

  /// Returns the error of `kind` at `offsets` of the buffer.
  private func error(_ kind: GraphError.Kind, _ offsets: Range<Int>) -> GraphError {
    // From the start of the line, if it is near.
    var lower = min(max(0, offsets.lowerBound), buffer.count)
    let nearest = max(0, lower - DocumentReader.mostBefore)
    while lower > nearest, unsafe buffer.base[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    let upper = unsafe byte_scan_line_feed(
      buffer.base, max(lower, offsets.lowerBound), buffer.count)
    let line =
      lower >= counted
      ? line + (unsafe byte_scan_count_line_feeds(buffer.base, counted, lower))
      : line - (unsafe byte_scan_count_line_feeds(buffer.base, lower, counted))
    return unsafe Excerpt.error(
      kind, buffer.bytes, lines: lower..<upper, line: line, at: offsets)
  }
}
