internal import CByteScan
internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Reads pieces of a graph that has a resource on each line.
///
/// Each piece becomes a part of its own, whose texts and values are few enough to stay close to the
/// processor while it is read.
struct LineReader: ~Copyable {
  private let table: ShapeTable
  private var shredder: GraphShredder

  /// What each part starts with: copying it is less than making columns anew.
  private let emptyBuilder: GraphBuilder
  private var scanner = JSONScanner(file: FileID(index: 0), followsTrails: true)
  private var buffer: PieceBuffer

  /// Creates a reader of resources of the types in `table`.
  init(_ table: ShapeTable, pieceSize: Int) {
    self.table = table
    emptyBuilder = table.makeBuilder()
    shredder = GraphShredder(table, emptyBuilder)
    buffer = PieceBuffer(capacity: pieceSize * 2)
  }

  /// Reads pieces of `source` until there are no more, and hands their parts to `collection`.
  consuming func run(_ source: PieceSource, into collection: PartCollection) {
    do throws(PieceFault) {
      while let number = try next(source) {
        shredder = GraphShredder(table, emptyBuilder)
        let lineCount = try read(number)
        collection.add(shredder.finish(), number: number, lineCount: lineCount)
      }
    } catch {
      source.stop()
      collection.note(error)
    }
  }

  private mutating func next(_ source: PieceSource) throws(PieceFault) -> Int? {
    do throws(ByteStreamError) {
      return try source.next(into: &buffer)
    } catch {
      throw PieceFault(number: Int.max, error: GraphError(.unreadable(error)))
    }
  }

  /// Reads the lines in the buffer, and returns how many there were.
  private mutating func read(_ number: Int) throws(PieceFault) -> Int {
    var line = 0
    var position = 0
    while position < buffer.count {
      position = skipSpace(from: position)
      guard position < buffer.count else { break }
      if unsafe buffer.base[position] == UInt8(ascii: "\n") {
        line += 1
        position += 1
        continue
      }
      do throws(LineFault) {
        position = try readLine(from: position, line: line)
      } catch {
        throw PieceFault(number: number, error: shown(error, from: position, line: line + 1))
      }
    }
    let isEnded = unsafe buffer.base[buffer.count - 1] == UInt8(ascii: "\n")
    return isEnded ? line : line + 1
  }

  /// Reads the resource at `start`, and returns the offset past what follows it on its line.
  @inline(__always)
  private mutating func readLine(from start: Int, line: Int) throws(LineFault) -> Int {
    let bytes = unsafe buffer.bytes
    var end: Int
    do throws(JSONError) {
      unsafe end = try scanner.scan(bytes, from: start)
    } catch {
      throw fault(from: start)
    }
    if scanner.hasLineBreak { throw fault(from: start) }
    let place = Place.make(line: line + 1, column: 1)
    do throws(RecordFault) {
      unsafe try shredder.add(UnsafePointer(buffer.base), scanner, place: place)
    } catch {
      throw .record(error)
    }
    end = skipSpace(from: end)
    if end < bytes.count, unsafe bytes[end] != UInt8(ascii: "\n") {
      let lineEnd = unsafe byte_scan_line_feed(buffer.base, end, bytes.count)
      throw .trailing(end..<lineEnd)
    }
    return end
  }

  /// Returns what is wrong with the line that starts at `start`, whatever follows it in the piece.
  private mutating func fault(from start: Int) -> LineFault {
    let end = unsafe byte_scan_line_feed(buffer.base, start, buffer.count)
    do throws(JSONError) {
      _ = unsafe try scanner.scan(
        UnsafeBufferPointer(start: UnsafePointer(buffer.base), count: end), from: start)
    } catch {
      return .json(error)
    }
    return .record(RecordFault(.shape("a resource without a line break"), scanner[0]))
  }

  @inline(__always)
  private func skipSpace(from start: Int) -> Int {
    var position = start
    while position < buffer.count {
      let byte = unsafe buffer.base[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { break }
      position += 1
    }
    return position
  }

  /// What can be wrong with a line.
  private enum LineFault: Error {
    case json(JSONError)
    case record(RecordFault)
    case trailing(Range<Int>)
  }

  /// Returns the error that tells of `fault` in the line that starts at `start`, the 1-based line
  /// `line` of the piece.
  private func shown(_ fault: LineFault, from start: Int, line: Int) -> GraphError {
    let end = unsafe byte_scan_line_feed(buffer.base, start, buffer.count)
    switch fault {
    case .json(let error):
      // What stands on the next line is not missing there, but at the end of this one.
      let lower = min(Int(error.range.lower), end)
      let offsets = lower..<min(max(lower, Int(error.range.upper)), end)
      return unsafe Excerpt.error(
        .notJSON(error), buffer.bytes, lines: start..<end, line: line, at: offsets)
    case .record(let fault):
      return unsafe Excerpt.error(
        Excerpt.kind(of: fault), buffer.bytes, lines: start..<end, line: line, at: fault.offsets)
    case .trailing(let offsets):
      return unsafe Excerpt.error(
        .wrongShape(expected: "the end of the line"), buffer.bytes, lines: start..<end, line: line,
        at: offsets)
    }
  }
}
