internal import DomainValues
internal import ResourceModel

/// The values that operations make, which are numbered on after those of the graph.
struct MadeValues {
  /// Which sets are put together.
  private struct Parts: Hashable {
    /// Their numbers, ascending, each once.
    let numbers: [UInt32]
    /// Whether there may be more.
    let isOpen: Bool
    /// What they are made of.
    let kind: SetKind
  }

  private let pools: GraphPools
  private let first: UInt32
  private var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]
  private var unions: [Parts: UInt32] = [:]
  private var empties: [SetKind: UInt32] = [:]

  /// Creates the values beside those in `pools`.
  init(_ pools: GraphPools) {
    self.pools = pools
    first = UInt32(pools.values.count)
  }

  /// The number of values, those of the graph included.
  var count: Int { Int(first) + values.count }

  /// The number of values that were made.
  var madeCount: Int { values.count }

  /// Returns the value with the number `id`.
  func value(_ id: UInt32) -> Value {
    id < first ? pools.value(id) : values[Int(id - first)]
  }

  /// Returns the number of `value`, which is there afterwards.
  mutating func demand(_ value: Value) -> UInt32 {
    if let known = pools.values.number(of: value) ?? numbers[value] { return known }
    let number = first + UInt32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }

  /// Returns the number of the union of the sets with these numbers, and of others when it is open.
  ///
  /// `parts` may come in any order.
  mutating func union(of parts: [UInt32], isOpen: Bool, _ kind: SetKind) -> UInt32 {
    // Most unions are of one set.
    if parts.count == 1, !isOpen { return parts[0] }
    let empty = empty(kind)
    var distinct: [UInt32] = []
    for part in parts.sorted() where part != empty && part != distinct.last {
      distinct.append(part)
    }
    if !isOpen, distinct.count < 2 { return distinct.first ?? empty }
    let key = Parts(numbers: distinct, isOpen: isOpen, kind: kind)
    if let known = unions[key] { return known }
    let number = demand(union(of: key))
    unions[key] = number
    return number
  }

  /// Returns the number of the set without members.
  private mutating func empty(_ kind: SetKind) -> UInt32 {
    if let known = empties[kind] { return known }
    let number =
      switch kind {
      case .addresses: demand(.cidrSet(.empty, missing: []))
      case .ports: demand(.portSet(.none, missing: []))
      }
    empties[kind] = number
    return number
  }

  private func union(of parts: Parts) -> Value {
    var isOpen = parts.isOpen
    var (blocks, ports): ([CidrSet], [PortSet]) = ([], [])
    for part in parts.numbers {
      switch value(part) {
      case .cidrSet(let set, let missing):
        blocks.append(set)
        if !missing.isEmpty { isOpen = true }
      case .portSet(let set, let missing):
        ports.append(set)
        if !missing.isEmpty { isOpen = true }
      case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
        .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .list,
        .set, .map, .structure, .resource:
        isOpen = true
      }
    }
    let missing = isOpen ? [Cause(.undecidable)] : []
    return switch parts.kind {
    case .addresses: .cidrSet(CidrSet(union: blocks), missing: missing)
    case .ports: .portSet(PortSet(union: ports), missing: missing)
    }
  }
}
