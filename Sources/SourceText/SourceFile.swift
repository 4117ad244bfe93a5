/// The name and bytes of one text that was read.
package struct SourceFile: Sendable {
  /// The name people know the file by, usually its path as they gave it.
  package let name: String

  /// The contents, in UTF-8.
  package let bytes: [UInt8]

  /// Where its lines start, once somebody asked.
  private let lineCache = LineCache()

  /// The greatest number of bytes a file may have, because offsets are 32 bits wide.
  package static let largestSize = Int(UInt32.max) - 1

  /// Creates a file from its bytes.
  ///
  /// - Precondition: there are at most `largestSize` bytes.
  package init(name: String, bytes: [UInt8]) {
    precondition(bytes.count <= SourceFile.largestSize, "offsets in a file are 32 bits wide")
    self.name = name
    self.bytes = bytes
  }

  /// Where its lines start.
  ///
  /// - Complexity: O(*n*) in the number of bytes the first time, then O(1).
  package var lines: LineTable { lineCache.table(of: bytes) }

  /// Returns the text in `range`, with ill-formed UTF-8 repaired.
  ///
  /// - Precondition: `range` lies in `self`.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
