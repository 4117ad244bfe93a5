internal import CByteScan

/// The keywords, found by the bytes of a word without making a string of it.
struct KeywordTable: Sendable {
  /// Where the spelling of a keyword stands in `spellings`.
  private struct Entry: Sendable {
    let keyword: Keyword
    let lower: Int
    let count: Int
  }

  /// The keywords.
  private let entries: [Entry]

  /// The spellings of all keywords behind each other.
  private let spellings: [UInt8]

  /// For each digest of a word the 1-based number of a keyword, or 0; a keyword whose place is
  /// taken stands at the next free one.
  private let slots: [UInt8]

  /// The most bytes that a keyword has.
  private let longest: Int

  /// The number of slots, a power of two, several times as many as there are keywords.
  private static let slotCount = 512

  /// The table of the language.
  static let standard = KeywordTable(Keyword.allCases)

  private init(_ keywords: [Keyword]) {
    precondition(keywords.count < 128, "slots hold numbers of one byte and are mostly free")
    var entries: [Entry] = []
    var spellings: [UInt8] = []
    var slots = [UInt8](repeating: 0, count: KeywordTable.slotCount)
    for keyword in keywords {
      let lower = spellings.count
      spellings += keyword.rawValue.utf8
      let count = spellings.count - lower
      var slot = unsafe spellings.withUnsafeBufferPointer { all in
        unsafe KeywordTable.digest(of: UnsafeBufferPointer(rebasing: all[lower...]))
      }
      while slots[slot] != 0 { slot = (slot + 1) & (KeywordTable.slotCount - 1) }
      entries.append(Entry(keyword: keyword, lower: lower, count: count))
      slots[slot] = UInt8(entries.count)
    }
    self.entries = entries
    self.spellings = spellings
    self.slots = slots
    longest = entries.map(\.count).max() ?? 0
  }

  /// Returns the keyword that `word` spells.
  func keyword(_ word: UnsafeBufferPointer<UInt8>) -> Keyword? {
    guard !word.isEmpty, word.count <= longest else { return nil }
    var slot = unsafe KeywordTable.digest(of: word)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.count == word.count, unsafe isEqual(entry, word) { return entry.keyword }
      slot = (slot + 1) & (KeywordTable.slotCount - 1)
    }
    return nil
  }

  /// Returns whether `word`, which is as long, is spelt like `entry`.
  private func isEqual(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe spellings.withUnsafeBufferPointer { all in
      guard let spelling = all.baseAddress, let start = word.baseAddress else { return false }
      return unsafe byte_scan_is_equal(spelling + entry.lower, start, word.count) != 0
    }
  }

  /// Returns where the search for a word that is not empty starts.
  private static func digest(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let first = unsafe Int(word[0])
    let middle = unsafe Int(word[word.count / 2])
    let last = unsafe Int(word[word.count - 1])
    return (first &* 31 &+ middle &* 7 &+ last &* 3 &+ word.count &* 67) & (slotCount - 1)
  }
}
