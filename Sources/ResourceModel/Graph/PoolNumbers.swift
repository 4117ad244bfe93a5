/// The numbers that what is in the pools of one builder has in those of another.
///
/// They are given when they are first asked for, so that the numbers in a graph depend on the order
/// of what is merged only.
package struct PoolNumbers: Sendable {
  private let pools: GraphPools
  private var strings: [UInt32]
  private var values: [UInt32]
  private var causes: [UInt32]

  /// How many values without a schema the other builder has before those of this one.
  private let rawValueCount: Int

  /// Creates the numbers of what is in `pools`, whose values without a schema come after
  /// `rawValueCount` others.
  package init(of pools: GraphPools, rawValueCount: Int) {
    self.pools = pools
    self.rawValueCount = rawValueCount
    strings = Array(repeating: .max, count: pools.strings.count)
    values = Array(repeating: .max, count: pools.values.count)
    causes = Array(repeating: .max, count: pools.causes.count)
  }

  /// Returns the number in `target` of the text that has the number `id` here.
  @inline(__always)
  package mutating func string(_ id: UInt32, _ target: inout GraphPools) -> UInt32 {
    let known = strings[Int(id)]
    if known != .max { return known }
    let number = target.strings.demand(utf8: pools.strings.utf8(of: id).span)
    strings[Int(id)] = number
    return number
  }

  /// Returns the number in `target` of the value that has the number `id` here.
  package mutating func value(_ id: UInt32, _ target: inout GraphPools) -> UInt32 {
    let known = values[Int(id)]
    if known != .max { return known }
    var value = pools.values[id]
    if case .json(let raw) = value {
      value = .json(RawValueID(index: raw.index + UInt32(rawValueCount)))
    }
    let number = target.values.demand(value)
    values[Int(id)] = number
    return number
  }

  /// Returns the number in `target` of the list of causes that has the number `id` here.
  package mutating func causeList(_ id: UInt32, _ target: inout GraphPools) -> UInt32 {
    let known = causes[Int(id)]
    if known != .max { return known }
    let number = target.causes.demand(pools.causes[id])
    causes[Int(id)] = number
    return number
  }
}
