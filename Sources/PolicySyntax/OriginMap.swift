package import SourceText

/// Where the pieces of a tree's text stand in its file.
package struct OriginMap: Hashable, Sendable {
  /// A run of bytes that stands in the file as it stands in the text.
  private struct Run: Hashable, Sendable {
    let textOffset: UInt32
    let fileOffset: UInt32
  }

  /// The runs, ascending by text offset.
  private var runs: [Run]

  /// Whether the text is the file, so that offsets are the same in both.
  private var isWholeFile: Bool

  /// Creates the map of a text that is the file from its start.
  package init() {
    runs = [Run(textOffset: 0, fileOffset: 0)]
    isWholeFile = true
  }

  /// Creates the map in which text from each `text` offset on stands at `file`, up to the next.
  ///
  /// - Precondition: the first text offset is 0 and they ascend.
  package init(runs: [(text: UInt32, file: UInt32)]) {
    self.runs = runs.map { Run(textOffset: $0.text, fileOffset: $0.file) }
    isWholeFile = false
  }

  /// Adds the runs of `other`, whose text follows at `offset`.
  package mutating func append(_ other: OriginMap, shiftedBy offset: UInt32) {
    isWholeFile = false
    for run in other.runs {
      runs.append(Run(textOffset: run.textOffset + offset, fileOffset: run.fileOffset))
    }
  }

  /// Returns where the text from `lower` up to `upper` stands in `file`.
  package func range(from lower: UInt32, to upper: UInt32, in file: FileID) -> SourceRange {
    if isWholeFile { return SourceRange(file: file, lower: lower, upper: upper) }
    let start = position(of: lower)
    let end = upper > lower ? position(of: upper - 1) + 1 : start
    return SourceRange(file: file, lower: start, upper: Swift.max(start, end))
  }

  /// Returns the file offset of the byte at `offset` of the text.
  private func position(of offset: UInt32) -> UInt32 {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].textOffset <= offset { low = middle } else { high = middle }
    }
    guard low < runs.count else { return offset }
    return runs[low].fileOffset + (offset - Swift.min(offset, runs[low].textOffset))
  }
}
