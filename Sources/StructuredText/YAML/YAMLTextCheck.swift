internal import Diagnostics
internal import SourceText

/// What must hold of a YAML text before it is parsed.
enum YAMLTextCheck {
  /// Inserts into `diagnostics` what is wrong with the characters of `bytes`, the text of `file`,
  /// and returns `true` iff it can be parsed.
  static func check(
    _ bytes: [UInt8], file: FileID, into diagnostics: inout DiagnosticSet
  ) -> Bool {
    if let offset = WellFormedUTF8.firstIllFormed(in: bytes) {
      diagnostics.insert(.yamlNotUTF8(at: range(offset..<offset + 1, of: file)))
      return false
    }
    for occurrence in BidirectionalControl.occurrences(in: bytes) {
      diagnostics.insert(
        .bidirectionalControl(occurrence.scalar, at: range(occurrence.offsets, of: file)))
    }
    if let (scalar, offsets) = firstControl(in: bytes) {
      diagnostics.insert(.yamlControlCharacter(scalar, at: range(offsets, of: file)))
      return false
    }
    if let offset = firstTagDirective(in: bytes) {
      diagnostics.insert(.yamlTag(at: range(offset..<offset + 4, of: file)))
      return false
    }
    return true
  }

  /// Returns the first character that may not stand in YAML unescaped, and its offsets.
  ///
  /// Among them are the line breaks that only YAML 1.1 knows, since all other readers of the file
  /// see no line end there.
  private static func firstControl(in bytes: [UInt8]) -> (Unicode.Scalar, Range<Int>)? {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00..<0x20, 0x7F:
        return (Unicode.Scalar(byte), index..<index + 1)
      case 0xC2 where bytes[index + 1] < 0xA0:
        return (Unicode.Scalar(bytes[index + 1]), index..<index + 2)
      case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
        return (bytes[index + 2] == 0xA8 ? "\u{2028}" : "\u{2029}", index..<index + 3)
      case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        return (bytes[index + 2] == 0xBE ? "\u{FFFE}" : "\u{FFFF}", index..<index + 3)
      case 0xEF where index > 0 && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
        return ("\u{FEFF}", index..<index + 3)
      default: continue
      }
    }
    return nil
  }

  /// Returns the offset of the first line that starts with `%TAG`.
  ///
  /// libyaml compares each such directive with all earlier ones, so that many take for ever.
  private static func firstTagDirective(in bytes: [UInt8]) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      let isFirst = index == start || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
      if isFirst, bytes[index...].starts(with: "%TAG".utf8) { return index }
    }
    return nil
  }

  /// Returns the range of `offsets` in `file`.
  private static func range(_ offsets: Range<Int>, of file: FileID) -> SourceRange {
    SourceRange(
      file: file, lower: UInt32(offsets.lowerBound), upper: UInt32(offsets.upperBound))
  }
}
