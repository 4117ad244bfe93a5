internal import SourceText

/// Slots of what is found by a hash: its numbers plus one, with linear probing; 0 where there is none.
///
/// Those of a large pool are far from the processor, so whoever knows what it will look for has it
/// fetched before.
enum HashSlots {
  /// How many lookups before it is looked at a slot is fetched.
  static let distance = 12

  /// Returns `count` slots, a power of two and more than there are `hashes`, of what has those, by
  /// its number.
  static func slots(of hashes: [UInt32], count: Int) -> [UInt32] {
    // Looking up where a page is that is not near takes as long as fetching what is in it.
    var slots = [UInt32](spacious: count)
    slots.append(contentsOf: repeatElement(0, count: count))
    for index in hashes.indices {
      let next = index + distance
      if next < hashes.count { fetch(hashes[next], of: slots) }
      insert(UInt32(index), hash: hashes[index], into: &slots)
    }
    return slots
  }

  /// Puts `number`, which is in none of the `slots`, into the first free one for its hash.
  @inline(__always)
  static func insert(_ number: UInt32, hash: UInt32, into slots: inout [UInt32]) {
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = number + 1
  }

  /// Has the processor fetch the slot of what has the hash.
  @inline(__always)
  static func fetch(_ hash: UInt32, of slots: [UInt32]) {
    let place = Int(hash) & (slots.count - 1)
    slots.fetch(place..<place + 1)
  }
}
