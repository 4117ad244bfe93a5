package import SourceText

extension YAMLNode {
  /// Returns where the comments are in `file`, whose value `self` is.
  ///
  /// A `#` starts one at the start of a line or after a blank, except in a scalar: text that looks
  /// like a comment is none.
  package func comments(in file: SourceFile) -> [SourceRange] {
    var texts: [Range<Int>] = []
    collectTexts(into: &texts)
    texts.sort { $0.lowerBound < $1.lowerBound }
    var comments: [SourceRange] = []
    var next = texts.startIndex
    // A byte order mark is no text.
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < file.bytes.count {
      while next < texts.endIndex, texts[next].upperBound <= index { next += 1 }
      if next < texts.endIndex, texts[next].contains(index) {
        index = texts[next].upperBound
        continue
      }
      guard file.bytes[index] == UInt8(ascii: "#"), index == start || file.bytes[index - 1] <= 0x20
      else {
        index += 1
        continue
      }
      let end = file.bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.bytes.count
      comments.append(
        SourceRange(file: range.file, lower: UInt32(index), upper: UInt32(end)))
      index = end
    }
    return comments
  }

  /// Adds the offsets of the texts of all scalars to `texts`.
  private func collectTexts(into texts: inout [Range<Int>]) {
    switch kind {
    case .scalar(let scalar): texts.append(scalar.textOffsets)
    case .sequence(let elements):
      for element in elements { element.collectTexts(into: &texts) }
    case .mapping(let members):
      for (key, value) in members {
        key.collectTexts(into: &texts)
        value.collectTexts(into: &texts)
      }
    }
  }
}

extension YAMLScalar {
  /// Where in the file its text is: of a block, what is below the line of its mark.
  fileprivate var textOffsets: Range<Int> {
    switch style {
    case .plain, .singleQuoted, .doubleQuoted: source.indices
    case .literal, .folded:
      (source.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.endIndex)..<source.endIndex
    }
  }
}
