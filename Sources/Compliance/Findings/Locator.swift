package import SourceText

/// Finds the lines and columns of many ranges, also where a file is one long line.
///
/// `SourceMap.location(of:)` counts a line's characters each time, which for a plan without line
/// breaks would be the whole file for every finding.
package struct Locator {
  private let sources: SourceMap

  /// For each file the number of characters before every block of `blockSize` bytes, up to the last
  /// one that was asked for.
  private var blocks: [FileID: [Int]] = [:]

  private static let blockSize = 4096

  /// Creates a locator of ranges in `sources`.
  package init(_ sources: SourceMap) {
    self.sources = sources
  }

  /// Returns where `range` starts.
  package mutating func location(of range: SourceRange) -> SourceLocation {
    let file = sources[range.file]
    let line = file.lines.line(containing: range.lower)
    let start = file.lines.offsets(of: line).lowerBound
    let column =
      characters(before: Int(range.lower), range.file)
      - characters(before: start, range.file)
    return SourceLocation(file: file.name, line: line, column: column + 1)
  }

  /// Returns the number of characters before the byte at `offset`.
  private mutating func characters(before offset: Int, _ id: FileID) -> Int {
    let file = sources[id]
    let block = offset / Locator.blockSize
    let before = Locator.count(before: block, in: file, &blocks[id, default: [0]])
    return before + file.characterCount(in: block * Locator.blockSize..<offset)
  }

  /// Returns the number of characters before the block with the 0-based number `block`, one of the
  /// `counts` of the file from then on.
  private static func count(before block: Int, in file: SourceFile, _ counts: inout [Int]) -> Int {
    while counts.count <= block {
      let lower = (counts.count - 1) * blockSize
      counts.append(counts[counts.count - 1] + file.characterCount(in: lower..<lower + blockSize))
    }
    return counts[block]
  }
}
