internal import CByteScan

extension JSONScanner {
  /// A key of an object, so that equal ones become neighbours when sorted.
  private struct Key {
    /// A digest of the decoded key, which decides most comparisons.
    let digest: UInt64

    /// The 0-based index in the arena.
    let node: Int

    /// The 0-based position among the keys of the object.
    let order: Int
  }

  /// The most keys that are compared each with each.
  private static let fewKeys: UInt32 = 64

  /// Throws if two keys of the object at `index` of the arena are equal.
  @inline(never)
  func refuseDuplicateKeys(of index: Int) throws(JSONError) {
    let object = unsafe nodes[index]
    guard object.number <= JSONScanner.fewKeys else {
      return try refuseDuplicates(amongMany: index)
    }
    // A bit for each digest: where none is met twice, which is the rule, no two keys are equal.
    var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var node = index &+ 1
    while node < Int(object.end) {
      let digest = unsafe nodes[node].number
      let bit: UInt64 = 1 << UInt64(digest & 63)
      let isSeen: Bool
      switch digest >> 6 & 3 {
      case 0: (isSeen, seen.0) = (seen.0 & bit != 0, seen.0 | bit)
      case 1: (isSeen, seen.1) = (seen.1 & bit != 0, seen.1 | bit)
      case 2: (isSeen, seen.2) = (seen.2 & bit != 0, seen.2 | bit)
      default: (isSeen, seen.3) = (seen.3 & bit != 0, seen.3 | bit)
      }
      if isSeen { try refuse(node, from: index &+ 1) }
      node = Int(unsafe nodes[node &+ 1].end)
    }
  }

  /// Throws if the key at `node` is one of those before it, the first of which is at `first`.
  private func refuse(_ node: Int, from first: Int) throws(JSONError) {
    let digest = unsafe nodes[node].number
    var earlier = first
    while earlier < node {
      if unsafe nodes[earlier].number == digest, isEqual(earlier, node) {
        throw duplicate(earlier, node)
      }
      earlier = Int(unsafe nodes[earlier + 1].end)
    }
  }

  /// Throws if two keys of the object at `index` of the arena are equal.
  ///
  /// Ties of the digest are broken by content, so that chosen collisions cost no more than sorting.
  @inline(never)
  private func refuseDuplicates(amongMany index: Int) throws(JSONError) {
    var keys: [Key] = []
    let object = unsafe nodes[index]
    keys.reserveCapacity(Int(object.number))
    var node = index + 1
    while node < Int(object.end) {
      keys.append(Key(digest: digest(of: node), node: node, order: keys.count))
      node = Int(unsafe nodes[node + 1].end)
    }
    let sorted = keys.sorted { left, right in
      if left.digest != right.digest { return left.digest < right.digest }
      let (a, b) = (content(of: left.node), content(of: right.node))
      return a == b ? left.order < right.order : a.lexicographicallyPrecedes(b)
    }
    var best: (first: Key, second: Key)?
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.digest == right.digest {
      guard right.order < best?.second.order ?? Int.max else { continue }
      if isEqual(left.node, right.node) { best = (left, right) }
    }
    if let best { throw duplicate(best.first.node, best.second.node) }
  }

  /// Returns the error that the key at `second` repeats the one at `first`.
  private func duplicate(_ first: Int, _ second: Int) -> JSONError {
    let text = String(decoding: content(of: second).prefix(80), as: UTF8.self)
    return error(.duplicateKey(text, first: sourceRange(offsets(first))), offsets(second))
  }

  /// Returns a digest of the key at `node` of the arena: FNV-1a of its decoded bytes.
  private func digest(of node: Int) -> UInt64 {
    var result: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content(of: node) { result = (result ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return result
  }

  /// Returns `true` iff the keys at two nodes of the arena are equal.
  private func isEqual(_ left: Int, _ right: Int) -> Bool {
    content(of: left) == content(of: right)
  }

  /// Returns the decoded bytes of the string at `node` of the arena.
  private func content(of node: Int) -> [UInt8] {
    let range = offsets(node)
    let inner = bytes(range.lowerBound + 1..<range.upperBound - 1)
    return unsafe nodes[node].form == .escapedString ? JSONEscapes.decoded(inner[...]) : inner
  }

  /// Returns the offsets of the string at `node` of the arena, with its quotes.
  private func offsets(_ node: Int) -> Range<Int> {
    let node = unsafe nodes[node]
    return Int(node.lower)..<Int(node.upper)
  }
}
