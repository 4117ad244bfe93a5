internal import DomainValues

/// The distinct domain values of one graph, each with a number: blocks of addresses, policy
/// documents and whatever else has no column of its own kind.
///
/// What an inventory has much of takes little room: sets of IPv4 addresses are kept as the ends of
/// their intervals, and policies as the texts that write them, which are read whenever one is asked
/// for, because values of these kinds would take as much room as all the rest of a graph.
package struct ValuePool: Sendable {
  /// How a value is kept.
  private enum Form: UInt8, Sendable {
    /// As it is, at a place in `boxed`.
    case boxed
    /// As the ends of intervals, at a place in `bounds`.
    case addresses
    /// As the number of a text.
    case policy
  }

  /// A value.
  private struct Entry: Sendable {
    let form: Form
    let place: UInt32
    /// The number of intervals.
    var count: UInt32 = 0
  }

  private var entries: [Entry] = []
  private var hashes: [UInt32] = []

  /// Numbers of values plus one, by hash, with linear probing; 0 where there is none.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  private var boxed: [Value] = []

  /// The first and last numbers of intervals of IPv4 addresses.
  private var bounds: [UInt32] = []

  /// Creates an empty pool.
  package init() {}

  /// The number of values.
  package var count: Int { entries.count }

  /// Returns the value with the number `id`; `strings` are the texts of the graph.
  package func value(_ id: UInt32, strings: StringPool) -> Value {
    let entry = entries[Int(id)]
    switch entry.form {
    case .boxed: return boxed[Int(entry.place)]
    case .addresses:
      let start = Int(entry.place)
      let intervals = (0..<Int(entry.count)).map {
        bounds[start + $0 * 2]...bounds[start + $0 * 2 + 1]
      }
      let set = CidrSet(version4: IntervalSet(sorted: intervals), version6: IntervalSet())
      return .cidrSet(set, missing: [])
    case .policy:
      do {
        return .policyDocument(try PolicyDocument.parse(utf8: strings.utf8(of: entry.place)))
      } catch {
        preconditionFailure("only texts that write policies are noted as such")
      }
    }
  }

  /// Returns whether the value with the number `id` holds all IPv4 addresses in intervals, of which
  /// `ends` are the first and the last ones; `nil` if it is not kept as intervals itself.
  package func covers(_ id: UInt32, _ ends: Span<UInt32>) -> Bool? {
    let entry = entries[Int(id)]
    guard entry.form == .addresses else { return nil }
    let bounds = bounds.span.extracting(
      Int(entry.place)..<Int(entry.place) + Int(entry.count) * 2)
    for wanted in stride(from: 0, to: ends.count, by: 2) {
      var isCovered = false
      for place in stride(from: 0, to: bounds.count, by: 2)
      where bounds[place] <= ends[wanted] && ends[wanted + 1] <= bounds[place + 1] {
        isCovered = true
      }
      if !isCovered { return false }
    }
    return true
  }

  /// Returns the number of `value` if it is in the pool as such, and not as a text.
  package func number(of value: Value) -> UInt32? {
    if case .cidrSet(let set, missing: []) = value, set.version6.isEmpty {
      let ends = set.version4.ends
      return number(hash: ValuePool.hash(of: ends.span)) { isAddresses($0, ends.span) }
    }
    return number(hash: ValuePool.hash(of: value)) { isBoxed($0, value) }
  }

  /// Returns the number of `value`, which is in the pool afterwards.
  package mutating func demand(_ value: Value) -> UInt32 {
    if case .cidrSet(let set, missing: []) = value, set.version6.isEmpty {
      return demand(addresses: set.version4.ends.span)
    }
    return demand(value, hash: ValuePool.hash(of: value))
  }

  /// Returns the number of the set of the IPv4 addresses in intervals, of which `ends` are the first
  /// and the last ones; they ascend, and no interval is next to another.
  package mutating func demand(addresses ends: Span<UInt32>) -> UInt32 {
    demand(addresses: ends, hash: ValuePool.hash(of: ends))
  }

  /// Returns the number of the policy that is written by the text with the number `text`.
  ///
  /// Two texts are two values, even if they write the same.
  ///
  /// - Precondition: the text writes a policy.
  package mutating func demand(policyText text: UInt32) -> UInt32 {
    number(ofPolicyText: text)
      ?? append(Entry(form: .policy, place: text), hash: ValuePool.hash(ofText: text))
  }

  /// Returns the number of the policy that is written by the text with the number `text`, if it is in
  /// the pool.
  package func number(ofPolicyText text: UInt32) -> UInt32? {
    number(hash: ValuePool.hash(ofText: text)) { id in
      entries[id].form == .policy && entries[id].place == text
    }
  }

  /// Returns the numbers here of all values of `other`, by their numbers there; all are in the pool
  /// afterwards.
  ///
  /// `texts` are the numbers here of the texts there, and `first` is how many values without a schema
  /// there are here before those of `other`.
  package mutating func demand(
    allOf other: ValuePool, texts: [UInt32], rawValuesFrom first: Int
  ) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(other.count)
    for (index, entry) in other.entries.enumerated() {
      let next = index + HashSlots.distance
      if next < other.hashes.count { HashSlots.fetch(other.hashes[next], of: slots) }
      let hash = other.hashes[index]
      switch entry.form {
      case .boxed:
        let value = other.boxed[Int(entry.place)]
        if case .json(let raw) = value {
          numbers.append(demand(.json(RawValueID(index: raw.index + UInt32(first)))))
        } else {
          numbers.append(demand(value, hash: hash))
        }
      case .addresses:
        let start = Int(entry.place)
        let ends = other.bounds.span.extracting(start..<start + Int(entry.count) * 2)
        numbers.append(demand(addresses: ends, hash: hash))
      case .policy: numbers.append(demand(policyText: texts[Int(entry.place)]))
      }
    }
    return numbers
  }

  /// Returns the number of the text that writes the value with the number `id`, if it is a policy
  /// that is kept as one.
  func policyText(of id: UInt32) -> UInt32? {
    let entry = entries[Int(id)]
    return entry.form == .policy ? entry.place : nil
  }

  private mutating func demand(_ value: Value, hash: UInt32) -> UInt32 {
    if let known = number(hash: hash, where: { isBoxed($0, value) }) { return known }
    boxed.append(value)
    return append(Entry(form: .boxed, place: UInt32(boxed.count - 1)), hash: hash)
  }

  private mutating func demand(addresses ends: Span<UInt32>, hash: UInt32) -> UInt32 {
    if let known = number(hash: hash, where: { isAddresses($0, ends) }) { return known }
    let entry = Entry(
      form: .addresses, place: UInt32(bounds.count), count: UInt32(ends.count / 2))
    for index in ends.indices { bounds.append(ends[index]) }
    return append(entry, hash: hash)
  }

  private func isBoxed(_ id: Int, _ value: Value) -> Bool {
    entries[id].form == .boxed && boxed[Int(entries[id].place)] == value
  }

  private func isAddresses(_ id: Int, _ ends: Span<UInt32>) -> Bool {
    let entry = entries[id]
    guard entry.form == .addresses, Int(entry.count) * 2 == ends.count else { return false }
    for index in ends.indices where bounds[Int(entry.place) + index] != ends[index] {
      return false
    }
    return true
  }

  /// Returns the number of the value with the hash of which `isWanted` says so.
  @inline(__always)
  private func number(hash: UInt32, where isWanted: (Int) -> Bool) -> UInt32? {
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 {
      let id = slots[place] - 1
      if hashes[Int(id)] == hash, isWanted(Int(id)) { return id }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a value that is not in the pool.
  private mutating func append(_ entry: Entry, hash: UInt32) -> UInt32 {
    entries.append(entry)
    hashes.append(hash)
    if entries.count * 3 > slots.count * 2 {
      slots = HashSlots.slots(of: hashes, count: slots.count * 2)
    } else {
      HashSlots.insert(UInt32(entries.count - 1), hash: hash, into: &slots)
    }
    return UInt32(entries.count - 1)
  }

  private static func hash(of value: Value) -> UInt32 {
    UInt32(truncatingIfNeeded: value.hashValue)
  }

  private static func hash(ofText text: UInt32) -> UInt32 { text &* 0x9E37_79B1 }

  private static func hash(of ends: Span<UInt32>) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in ends.indices {
      hash = (hash ^ UInt64(ends[index])) &* 0xA076_1D64_78BD_642F
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash)
  }
}
