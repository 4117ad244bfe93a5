extension Sequence<TextEdit> {
  /// Returns `bytes`, the text of the one file that the edits are of, with them made.
  ///
  /// - Precondition: the edits are in the order of their places, and do not overlap.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in self {
      result += bytes[position..<Int(edit.range.lower)]
      result += edit.replacement.utf8
      position = Int(edit.range.upper)
    }
    return result + bytes[position...]
  }
}
