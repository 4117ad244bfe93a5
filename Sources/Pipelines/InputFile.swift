package import GraphIngest
internal import StructuredText

/// What resources are to be collected from.
package struct InputFile: Sendable {
  /// What it holds.
  enum Contents: Sendable {
    /// All of it.
    case bytes([UInt8])
    /// A graph, of which the start was read already.
    case graph(start: [UInt8], rest: ByteStream)
    /// What opening it brings, when it is needed.
    case later(@Sendable () throws(UnreadableInput) -> InputFile)
  }

  /// The name people know it by, usually its path as they gave it.
  package let name: String

  /// What it holds.
  let contents: Contents

  /// What tells that the file is as it was, if anything does: equal stamps mean equal contents.
  let stamp: String?

  /// Creates the file called `name`.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    stamp = nil
    contents = InputFile.contents(of: bytes)
  }

  /// Returns `bytes` as the graph that they are in any encoding that tools write, or as they are.
  private static func contents(of bytes: [UInt8]) -> Contents {
    if GraphReader.isGraph(bytes) { return .graph(start: [], rest: ByteStream(bytes)) }
    guard TextDecoding.isNeeded(for: bytes), let text = try? TextDecoding.utf8(from: bytes),
      GraphReader.isGraph(text)
    else { return .bytes(bytes) }
    return .graph(start: [], rest: ByteStream(text))
  }

  /// Creates the file called `name`, which starts with `start` and goes on with `rest`; `nil` when it
  /// is none that is read piece by piece.
  package init?(name: String, start: [UInt8], rest: ByteStream) {
    guard GraphReader.isGraph(start) else { return nil }
    self.name = name
    stamp = nil
    contents = .graph(start: start, rest: rest)
  }

  /// Creates the file called `name`, which is opened when it is needed: not where a session keeps what
  /// it made of a file of the same name and stamp.
  package init(
    name: String, stamp: String,
    open: @escaping @Sendable () throws(UnreadableInput) -> InputFile
  ) {
    self.name = name
    self.stamp = stamp
    contents = .later(open)
  }
}

/// Why an input could not be opened.
package struct UnreadableInput: Error, Hashable, Sendable {
  /// What is wrong, in words.
  package let message: String

  /// Creates the error with the text `message`.
  package init(_ message: String) {
    self.message = message
  }
}
