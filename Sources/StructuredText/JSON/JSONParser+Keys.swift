extension JSONParser {
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
  private static let fewKeys = 12

  /// Throws if two keys of the object at `index` of the arena are equal.
  func refuseDuplicateKeys(of index: Int) throws(JSONError) {
    guard nodes[index].count > 1 else { return }
    var keys: [Key] = []
    keys.reserveCapacity(Int(nodes[index].count))
    var node = index + 1
    while node < nodes[index].end {
      keys.append(Key(digest: digest(of: node), node: node, order: keys.count))
      node = Int(nodes[node + 1].end)
    }
    guard
      let (first, second) = keys.count <= JSONParser.fewKeys
        ? firstPair(amongFew: keys) : firstPair(amongMany: keys)
    else { return }
    let text = String(decoding: content(of: second).prefix(80), as: UTF8.self)
    throw error(.duplicateKey(text, first: sourceRange(offsets(first))), offsets(second))
  }

  /// Returns the first key of `keys` that repeats an earlier one, with that one.
  private func firstPair(amongFew keys: [Key]) -> (Int, Int)? {
    for (position, key) in keys.enumerated() {
      for earlier in keys[..<position] where earlier.digest == key.digest {
        if content(of: earlier.node) == content(of: key.node) { return (earlier.node, key.node) }
      }
    }
    return nil
  }

  /// Returns the first key of `keys` that repeats an earlier one, with that one.
  ///
  /// Ties of the digest are broken by content, so that chosen collisions cost no more than sorting.
  private func firstPair(amongMany keys: [Key]) -> (Int, Int)? {
    let sorted = keys.sorted { left, right in
      if left.digest != right.digest { return left.digest < right.digest }
      let (a, b) = (content(of: left.node), content(of: right.node))
      return a == b ? left.order < right.order : a.lexicographicallyPrecedes(b)
    }
    var best: (first: Key, second: Key)?
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.digest == right.digest {
      guard right.order < best?.second.order ?? Int.max else { continue }
      if content(of: left.node) == content(of: right.node) { best = (left, right) }
    }
    return best.map { ($0.first.node, $0.second.node) }
  }

  /// Returns a digest of the key at `node` of the arena: FNV-1a of its decoded bytes.
  private func digest(of node: Int) -> UInt64 {
    var result: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content(of: node) { result = (result ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return result
  }

  /// Returns the decoded bytes of the string at `node` of the arena.
  private func content(of node: Int) -> ArraySlice<UInt8> {
    let inner = Int(nodes[node].lower) + 1..<Int(nodes[node].upper) - 1
    guard nodes[node].form == .escapedString else { return bytes[inner] }
    return JSONEscapes.decoded(bytes[inner])[...]
  }

  /// Returns the offsets of the string at `node` of the arena, with its quotes.
  private func offsets(_ node: Int) -> Range<Int> {
    Int(nodes[node].lower)..<Int(nodes[node].upper)
  }
}
