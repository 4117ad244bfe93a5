internal import Diagnostics
internal import SourceText

/// Where in its line a place is, for edits of whole lines.
extension SourceFile {
  /// Returns the offsets of the lines that `range` touches, with the last line break, if nothing
  /// else is on them.
  func wholeLines(of range: SourceRange) -> Range<Int>? {
    let first = lines.offsets(of: lines.line(containing: range.lower))
    let last = lines.offsets(of: lines.line(containing: Swift.max(range.lower, range.upper - 1)))
    let before = bytes[first.lowerBound..<Int(range.lower)]
    let after = bytes[Int(range.upper)..<Swift.max(Int(range.upper), last.upperBound)]
    guard before.allSatisfy(SourceFile.isBlank), after.allSatisfy(SourceFile.isBlank) else {
      return nil
    }
    return first.lowerBound..<last.upperBound
  }

  /// Returns the blanks before the first word of the line that `range` starts in.
  func indentation(of range: SourceRange) -> String {
    let line = lines.offsets(of: lines.line(containing: range.lower))
    let blanks = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// Returns the line break at the end of the line that `range` starts in.
  func lineBreak(at range: SourceRange) -> String {
    let line = lines.offsets(of: lines.line(containing: range.lower))
    return bytes[line].suffix(2).elementsEqual([0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  /// Returns the offset at which a new line can follow `offset`: past a comment that stands behind
  /// it on its line.
  func endOfLine(after offset: UInt32) -> UInt32 {
    let line = lines.offsets(of: lines.line(containing: offset))
    let rest = bytes[Int(offset)..<Swift.max(Int(offset), line.upperBound)]
    let breaks = rest.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    let behind = rest.dropLast(breaks).drop(while: SourceFile.isBlank)
    return behind.starts(with: "//".utf8) ? UInt32(rest.endIndex - breaks) : offset
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension FixIt {
  /// Returns the removal of the lines that `range` is on, or `nil` when something else is on them.
  static func removingLines(
    _ title: String, of range: SourceRange, in sources: SourceMap
  ) -> FixIt? {
    guard let lines = sources[range.file].wholeLines(of: range) else { return nil }
    let whole = SourceRange(
      file: range.file, lower: UInt32(lines.lowerBound), upper: UInt32(lines.upperBound))
    return FixIt(
      title, edits: [TextEdit(range: whole, replacement: "")], applicability: .automatic)
  }
}
