/// Bytes that come piece by piece, of a file or of the standard input.
@safe package struct ByteStream: Sendable {
  /// Puts bytes at the start of the room it is given and returns their number, which is 0 at the
  /// end only.
  package typealias Read =
    @Sendable (UnsafeMutableRawBufferPointer) throws(ByteStreamError) -> Int

  /// Brings the next bytes.
  package let read: Read

  /// Creates the stream of what `read` brings.
  package init(_ read: @escaping Read) {
    unsafe self.read = read
  }
}

/// Why bytes do not come.
package struct ByteStreamError: Error, Hashable, Sendable {
  /// What is wrong, in words.
  package let message: String

  /// Creates the error with the text `message`.
  package init(_ message: String) {
    self.message = message
  }
}
