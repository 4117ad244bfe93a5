package import SourceText

/// A JSON text that was read: every value with its place, in one arena.
///
/// Every `JSONNodeID` given to a method must come from the same document.
package struct JSONDocument: Sendable {
  /// The file in which the ranges lie.
  package let file: FileID

  /// The outermost value.
  package let root = JSONNodeID(index: 0)

  /// The text, which is well-formed UTF-8.
  let bytes: [UInt8]

  /// The values in pre-order; never empty.
  let nodes: [JSONNode]

  /// What is added to an offset in `bytes` to make it one in the file.
  private let baseOffset: UInt32

  /// From how many bytes on it pays to remember what objects are like, and to fetch what follows.
  static let largeText = 1 << 14

  /// Creates the document of a text that was parsed.
  init(file: FileID, bytes: [UInt8], nodes: [JSONNode], baseOffset: UInt32) {
    self.file = file
    self.bytes = bytes
    self.nodes = nodes
    self.baseOffset = baseOffset
  }

  /// Returns the document that the whole of `file`, known as `id`, holds.
  ///
  /// - Throws: a `JSONError` where the text departs from RFC 8259 or repeats a key.
  package static func parse(_ file: SourceFile, id: FileID) throws(JSONError) -> JSONDocument {
    try parse(bytes: file.bytes, file: id)
  }

  /// Returns the document that `bytes` hold, such as those of a string inside another document.
  ///
  /// Ranges lie in `file`, `baseOffset` bytes further than in `bytes`.
  ///
  /// - Throws: a `JSONError` where the text departs from RFC 8259 or repeats a key.
  /// - Complexity: O(*n*) in the number of bytes, O(*n* log *n*) if large objects dominate.
  package static func parse(
    bytes: [UInt8], file: FileID, baseOffset: UInt32 = 0
  ) throws(JSONError) -> JSONDocument {
    guard bytes.count <= SourceFile.largestSize - Int(Swift.min(baseOffset, UInt32.max - 1)) else {
      let start = SourceRange(file: file, lower: baseOffset, upper: baseOffset)
      throw JSONError(.tooLarge, at: start)
    }
    let result = unsafe bytes.withUnsafeBufferPointer { text -> Result<[JSONNode], JSONError> in
      do throws(JSONError) {
        return .success(unsafe try nodes(of: text, file: file, baseOffset: baseOffset))
      } catch {
        return .failure(error)
      }
    }
    return JSONDocument(
      file: file, bytes: bytes, nodes: try result.get(), baseOffset: baseOffset)
  }

  /// Returns the arena of the one value that `text` holds.
  private static func nodes(
    of text: UnsafeBufferPointer<UInt8>, file: FileID, baseOffset: UInt32
  ) throws(JSONError) -> [JSONNode] {
    var failure: JSONError?
    // What does not fit in the room for the arena.
    var larger: [JSONNode]?
    let nodes = unsafe [JSONNode](
      unsafeUninitializedCapacity: JSONScanner.capacity(for: text.count)
    ) { room, count in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(room))
      // The objects of a large text are mostly many of a few forms.
      var scanner = unsafe JSONScanner(
        file: file, baseOffset: baseOffset, room: room,
        followsTrails: text.count > JSONDocument.largeText)
      do throws(JSONError) {
        unsafe try scanner.readAll(of: text)
        if scanner.isInRoom {
          count = scanner.nodeCount
        } else {
          larger = unsafe Array(
            UnsafeBufferPointer(start: scanner.nodes, count: scanner.nodeCount))
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return larger ?? nodes
  }

  /// The number of values and keys.
  package var count: Int { nodes.count }

  /// Returns what the value `id` is.
  package func kind(of id: JSONNodeID) -> JSONKind {
    switch node(id).form {
    case .null: .null
    case .false, .true: .bool
    case .number: .number
    case .plainString, .escapedString: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Returns where the value `id` stands, with its quotes or brackets.
  package func range(of id: JSONNodeID) -> SourceRange {
    let node = node(id)
    return SourceRange(
      file: file, lower: baseOffset + node.lower, upper: baseOffset + node.upper)
  }

  /// Returns the number of elements or members of the value `id`; none for a scalar.
  package func count(of id: JSONNodeID) -> Int { Int(node(id).number) }

  /// Returns the elements of the array `id`; none when it is not an array.
  package func elements(of id: JSONNodeID) -> JSONElements {
    JSONElements(document: self, container: id)
  }

  /// Returns the members of the object `id` in source order; none when it is not an object.
  package func members(of id: JSONNodeID) -> JSONMembers {
    JSONMembers(document: self, container: id)
  }

  /// Returns the node of `id`.
  func node(_ id: JSONNodeID) -> JSONNode { nodes[Int(id.index)] }
}
