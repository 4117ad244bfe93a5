package import GraphIngest

/// What resources are to be collected from.
package struct InputFile: Sendable {
  /// What it holds.
  enum Contents: Sendable {
    /// All of it.
    case bytes([UInt8])
    /// A graph, of which the start was read already.
    case graph(start: [UInt8], rest: ByteStream)
  }

  /// The name people know it by, usually its path as they gave it.
  package let name: String

  /// What it holds.
  let contents: Contents

  /// Creates the file called `name`.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    contents =
      GraphReader.isGraph(bytes) ? .graph(start: [], rest: ByteStream(bytes)) : .bytes(bytes)
  }

  /// Creates the file called `name`, which starts with `start` and goes on with `rest`; `nil` when it
  /// is none that is read piece by piece.
  package init?(name: String, start: [UInt8], rest: ByteStream) {
    guard GraphReader.isGraph(start) else { return nil }
    self.name = name
    contents = .graph(start: start, rest: rest)
  }
}
