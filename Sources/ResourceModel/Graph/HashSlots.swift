internal import CByteScan
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
      var place = Int(hashes[index]) & (count - 1)
      while slots[place] != 0 { place = (place + 1) & (count - 1) }
      slots[place] = UInt32(index) + 1
    }
    return slots
  }

  /// Has the processor fetch the slot of what has the hash.
  @inline(__always)
  static func fetch(_ hash: UInt32, of slots: [UInt32]) {
    unsafe slots.withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { return }
      let place = Int(hash) & (slots.count - 1)
      unsafe byte_scan_fetch(start + place, MemoryLayout<UInt32>.size)
    }
  }
}
