internal import PolicySyntax

extension [Token] {
  /// Returns the index of the first of the tokens, which are in the order of the text, that starts at
  /// `offset` or later; their number, if none does.
  ///
  /// - Complexity: O(log *n*).
  func firstIndex(from offset: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
