/// The bytes of a file: an array, or bytes that are part of the program and are only copied when
/// somebody needs an array.
package struct FileBytes: Sendable {
  /// Where bytes are.
  private enum Place: Sendable {
    case array([UInt8])
    /// The address stands for a pointer, which could not be sent to other threads.
    case constant(address: UInt, count: Int)
  }

  private let place: Place

  /// Creates the bytes in `array`.
  package init(_ array: [UInt8]) {
    place = .array(array)
  }

  /// Creates bytes that stay where they are, and as they are, for as long as the program runs.
  @unsafe package init(constant bytes: UnsafeBufferPointer<UInt8>) {
    place = .constant(address: UInt(bitPattern: bytes.baseAddress), count: bytes.count)
  }

  /// The number of bytes.
  package var count: Int {
    switch place {
    case .array(let array): array.count
    case .constant(_, let count): count
    }
  }

  /// The bytes as an array, or `nil` when that would have to be made.
  var knownArray: [UInt8]? {
    if case .array(let array) = place { array } else { nil }
  }

  /// The bytes as an array.
  ///
  /// - Complexity: O(*n*) where they are part of the program.
  package var array: [UInt8] {
    if let knownArray { return knownArray }
    return unsafe withBytes { unsafe Array($0) }
  }

  /// Returns what `body` returns for the bytes, which are there only until then.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch place {
    case .array(let array): return try unsafe array.withUnsafeBufferPointer(body)
    case .constant(let address, let count):
      return try unsafe body(
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count))
    }
  }
}
