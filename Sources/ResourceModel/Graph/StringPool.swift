internal import CByteScan

/// The distinct texts of one graph, each with a number; the empty text is number 0.
///
/// Texts are equal when their bytes are, so that equal numbers mean equal texts, and a text is what
/// its own source writes, whatever others write.
package struct StringPool: Sendable {
  /// The bytes of all texts, one after another.
  private var bytes: [UInt8] = []

  /// Where each text ends in `bytes`.
  private var ends: [Int] = []

  private var hashes: [UInt32] = []

  /// Numbers of texts plus one, by hash, with linear probing; 0 where there is none.
  private var slots: [UInt32]

  /// Creates a pool that holds the empty text.
  package init() {
    slots = Array(repeating: 0, count: 64)
    _ = demand("")
  }

  /// The number of texts.
  package var count: Int { ends.count }

  /// The text with the number `id`.
  package subscript(id: UInt32) -> String {
    let range = range(of: id)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  /// Returns a copy of the bytes of the text with the number `id`, which are UTF-8.
  ///
  /// Parts of the pool's own memory would make threads that read texts wait for each other.
  package func utf8(of id: UInt32) -> [UInt8] {
    let range = range(of: id)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe Array(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Returns whether the text with the number `id` is the one with the number `other` in `pool`.
  func isSame(_ id: UInt32, as other: UInt32, of pool: StringPool) -> Bool {
    hashes[Int(id)] == pool.hashes[Int(other)]
      && bytes[range(of: id)] == pool.bytes[pool.range(of: other)]
  }

  /// Returns the length of the text with the number `id`, in bytes.
  package func byteCount(of id: UInt32) -> Int { range(of: id).count }

  private func range(of id: UInt32) -> Range<Int> {
    let index = Int(id)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Returns the number of `text`, which is in the pool afterwards.
  package mutating func demand(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { unsafe demand(utf8: $0.span) }
  }

  /// Returns the number of the text that is written by `utf8`, which is in the pool afterwards.
  ///
  /// - Precondition: the bytes are valid UTF-8.
  package mutating func demand(utf8: Span<UInt8>) -> UInt32 {
    demand(utf8: utf8, hash: StringPool.hash(of: utf8))
  }

  /// Returns the numbers here of all texts of `other`, by their numbers there; all are in the pool
  /// afterwards.
  package mutating func demand(allOf other: StringPool) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(other.count)
    let (texts, hashes) = (other.bytes.span, other.hashes.span)
    var start = 0
    for index in other.ends.indices {
      let next = index + HashSlots.distance
      if next < hashes.count { HashSlots.fetch(hashes[next], of: slots) }
      let end = other.ends[index]
      numbers.append(demand(utf8: texts.extracting(start..<end), hash: hashes[index]))
      start = end
    }
    return numbers
  }

  /// Returns the number of the text that is written by `utf8`, whose hash is `hash`.
  @inline(__always)
  private mutating func demand(utf8: Span<UInt8>, hash: UInt32) -> UInt32 {
    let place = slot(of: utf8, hash: hash)
    if slots[place] != 0 { return slots[place] - 1 }
    let id = append(utf8, hash: hash)
    slots[place] = id + 1
    if ends.count * 3 > slots.count * 2 { grow() }
    return id
  }

  /// Returns the number of `text` if it is in the pool.
  package func number(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { buffer in
      let utf8 = unsafe buffer.span
      let place = slot(of: utf8, hash: StringPool.hash(of: utf8))
      return slots[place] == 0 ? nil : slots[place] - 1
    }
  }

  /// Returns the place in `slots` of the text that is written by `utf8`, whose hash is `hash`: where
  /// it is, or else the free one where it would be.
  @inline(__always)
  private func slot(of utf8: Span<UInt8>, hash: UInt32) -> Int {
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 {
      let id = slots[place] - 1
      if hashes[Int(id)] == hash, isEqual(id, to: utf8) { break }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func append(_ utf8: Span<UInt8>, hash: UInt32) -> UInt32 {
    let id = UInt32(ends.count)
    unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(hash)
    return id
  }

  private mutating func grow() {
    slots = HashSlots.slots(of: hashes, count: slots.count * 2)
  }

  private func isEqual(_ id: UInt32, to utf8: Span<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == utf8.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { known in
      unsafe utf8.withUnsafeBufferPointer { wanted in
        guard let start = known.baseAddress, let other = wanted.baseAddress else { return true }
        return unsafe byte_scan_is_equal(start + range.lowerBound, other, range.count) != 0
      }
    }
  }

  private static func hash(of utf8: Span<UInt8>) -> UInt32 {
    unsafe utf8.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe byte_scan_hash(start, bytes.count)
    }
  }
}
