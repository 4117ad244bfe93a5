internal import CByteScan

/// The name and bytes of one text that was read.
package struct SourceFile: Sendable {
  /// The name people know the file by, usually its path as they gave it.
  package let name: String

  private let contents: FileBytes

  /// The number of the first line.
  private let firstLine: Int

  /// What was made of it, once somebody asked.
  private let cache = FileCache()

  /// The greatest number of bytes a file may have, because offsets are 32 bits wide.
  package static let largestSize = Int(UInt32.max) - 1

  /// Creates a file from its bytes, or from those from the line `firstLine` on, which is 1-based.
  ///
  /// - Precondition: there are at most `largestSize` bytes.
  package init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.init(name: name, contents: FileBytes(bytes), firstLine: firstLine)
  }

  /// Creates a file from its contents, or from those from the line `firstLine` on, which is 1-based.
  ///
  /// - Precondition: there are at most `largestSize` bytes.
  package init(name: String, contents: FileBytes, firstLine: Int = 1) {
    precondition(contents.count <= SourceFile.largestSize, "offsets in a file are 32 bits wide")
    self.name = name
    self.contents = contents
    self.firstLine = firstLine
  }

  /// The contents, in UTF-8.
  ///
  /// - Complexity: O(*n*) the first time where they are part of the program, else O(1).
  package var bytes: [UInt8] { contents.knownArray ?? cache.array(of: contents) }

  /// The number of bytes.
  package var byteCount: Int { contents.count }

  /// Returns what `body` returns for the contents, which are there only until then.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe contents.withBytes(body)
  }

  /// Where its lines start.
  ///
  /// - Complexity: O(*n*) in the number of bytes the first time, then O(1).
  package var lines: LineTable { cache.table(of: bytes, first: firstLine) }

  /// Returns the number of characters that start in `range`, 0-based UTF-8 offsets.
  ///
  /// - Precondition: `range` lies in `self`, whose text is well-formed.
  package func characterCount(in range: Range<Int>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress, range.upperBound <= text.count else { return 0 }
      return unsafe byte_scan_count_characters(start, range.lowerBound, range.upperBound)
    }
  }

  /// Returns the text in `range`, with ill-formed UTF-8 repaired.
  ///
  /// - Precondition: `range` lies in `self`.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
