internal import PolicyIR
internal import ResourceModel

/// The values that a term can still have.
struct ValueDomain {
  /// One end of an interval.
  private struct Bound {
    let value: ValueRank
    let isOpen: Bool
  }

  private var lower: Bound?
  private var upper: Bound?
  /// The values it must be one of, if there are such.
  private var allowed: Set<Value>?
  private var excluded: Set<Value> = []

  /// Creates the domain of every value.
  init() {}

  /// `true` iff no value is left.
  var isEmpty: Bool {
    if let allowed { return !allowed.contains(where: admits) }
    guard let lower, let upper else { return false }
    if lower.value != upper.value { return lower.value > upper.value }
    if lower.isOpen || upper.isOpen { return true }
    return excluded.contains { ValueRank($0) == lower.value }
  }

  private func admits(_ value: Value) -> Bool {
    if excluded.contains(value) { return false }
    guard let rank = ValueRank(value) else { return true }
    if let lower, lower.isOpen ? rank <= lower.value : rank < lower.value { return false }
    if let upper, upper.isOpen ? rank >= upper.value : rank > upper.value { return false }
    return true
  }

  /// Leaves only the values in `values`.
  mutating func limit(to values: Set<Value>) {
    allowed = allowed.map { $0.intersection(values) } ?? values
  }

  /// Takes the values in `values` away.
  mutating func exclude(_ values: Set<Value>) { excluded.formUnion(values) }

  /// Leaves only the values that are so compared with `value`, if they have an order.
  mutating func limit(_ comparison: Comparison, _ value: Value) {
    switch comparison {
    case .equal: limit(to: [value])
    case .notEqual: exclude([value])
    case .less: limit(below: value, isOpen: true)
    case .lessOrEqual: limit(below: value, isOpen: false)
    case .greater: limit(above: value, isOpen: true)
    case .greaterOrEqual: limit(above: value, isOpen: false)
    }
    // A point is an interval too.
    if comparison == .equal {
      limit(below: value, isOpen: false)
      limit(above: value, isOpen: false)
    }
  }

  private mutating func limit(below value: Value, isOpen: Bool) {
    guard let bound = ValueDomain.bound(value, isOpen: isOpen, step: -1) else { return }
    if let upper, upper.value < bound.value || upper.value == bound.value && upper.isOpen { return }
    upper = bound
  }

  private mutating func limit(above value: Value, isOpen: Bool) {
    guard let bound = ValueDomain.bound(value, isOpen: isOpen, step: 1) else { return }
    if let lower, lower.value > bound.value || lower.value == bound.value && lower.isOpen { return }
    lower = bound
  }

  /// Returns the end of an interval at `value`; between whole numbers there is nothing.
  private static func bound(_ value: Value, isOpen: Bool, step: Int64) -> Bound? {
    guard let rank = ValueRank(value) else { return nil }
    if isOpen, let next = rank.moved(by: step) { return Bound(value: next, isOpen: false) }
    return Bound(value: rank, isOpen: isOpen)
  }
}

extension Comparison {
  /// The comparison that holds where this one does not.
  var negated: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// Whether it holds between a value and itself.
  var holdsOfEquals: Bool {
    switch self {
    case .equal, .lessOrEqual, .greaterOrEqual: true
    case .notEqual, .less, .greater: false
    }
  }
}
