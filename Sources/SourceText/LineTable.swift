internal import CByteScan

/// The offsets at which the lines of a text start.
package struct LineTable: Sendable {
  /// The 0-based UTF-8 offset of the first byte of each line, ascending; never empty.
  private let starts: [UInt32]

  /// The number of bytes in the text.
  private let size: UInt32

  /// The number of the first line.
  private let first: Int

  /// Creates the table of `bytes`, whose lines end with LF, CR LF or CR; the first one has the
  /// number `first`, which is greater than 1 for a part of a text.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(_ bytes: [UInt8], first: Int = 1) {
    var starts: [UInt32] = [0]
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return }
      var index = unsafe byte_scan_line_break(start, 0, text.count)
      while index < text.count {
        let isCarriage = unsafe text[index] == 0x0D
        index += 1
        if isCarriage, index < text.count, unsafe text[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
        index = unsafe byte_scan_line_break(start, index, text.count)
      }
    }
    self.starts = starts
    self.size = UInt32(bytes.count)
    self.first = first
  }

  /// The number of lines; a text that ends with a line break has an empty last one.
  package var count: Int { starts.count }

  /// Returns the 1-based line containing `offset`, a UTF-8 offset.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func line(containing offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + first
  }

  /// Returns the 0-based UTF-8 offsets of `line`, a 1-based line, with its line break.
  ///
  /// - Precondition: `line` is the number of one of the lines.
  package func offsets(of line: Int) -> Range<Int> {
    let index = line - first
    let lower = Int(starts[index])
    let upper = index + 1 < starts.count ? Int(starts[index + 1]) : Int(size)
    return lower..<upper
  }
}
