internal import Synchronization

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

extension ByteStream {
  /// The stream of no bytes.
  package static let empty = unsafe ByteStream { _ in 0 }

  /// Creates the stream of bytes that are all there.
  package init(_ bytes: [UInt8]) {
    let place = SharedPlace()
    unsafe self.init { room throws(ByteStreamError) in
      place.offset.withLock { offset in
        let count = min(room.count, bytes.count - offset)
        unsafe room.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
      }
    }
  }
}

/// Where a stream of bytes is; a class, because copies of the stream go on from the same place.
private final class SharedPlace: Sendable {
  /// The 0-based offset of the next byte.
  let offset = Mutex(0)
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
