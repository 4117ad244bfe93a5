/// A row of bits, 64 to a word.
struct BitRow {
  private var words: [UInt64]

  /// Creates a row of at least `count` bits, all of which are `value`.
  init(repeating value: Bool, count: Int) {
    words = Array(repeating: value ? .max : 0, count: (count + 63) / 64)
  }

  /// Sets the bit at the 0-based `index`.
  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }

  /// Keeps the bits that are also set in `other` at the index that is greater by `distance`.
  ///
  /// - Precondition: the rows have the same length.
  mutating func formIntersection(_ other: BitRow, movedDownBy distance: Int) {
    let (skipped, shift) = (distance / 64, UInt64(distance % 64))
    for index in words.indices {
      let low = index + skipped
      var word = low < other.words.count ? other.words[low] >> shift : 0
      // A shift by 64 gives 0.
      if low + 1 < other.words.count { word |= other.words[low + 1] << (64 - shift) }
      words[index] &= word
    }
  }

  /// The 0-based index of the first bit that is set.
  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 * 64 + words[$0].trailingZeroBitCount }
  }
}
