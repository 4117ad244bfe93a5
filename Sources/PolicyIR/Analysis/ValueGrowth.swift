internal import DomainValues
internal import ResourceModel

/// How one value of a parameter lies to another.
enum ValueGrowth: Hashable {
  /// They are equal.
  case none
  /// The second is greater, or holds all of the first and more.
  case grown
  /// The second is less, or holds a part of the first.
  case shrunk
  /// Neither.
  case incomparable

  /// Creates the growth from `old` to `new`, which are of one type.
  init(from old: Value, to new: Value) {
    if old == new {
      self = .none
      return
    }
    switch (old, new) {
    case (.bool, .bool(let isTrue)): self = isTrue ? .grown : .shrunk
    case (.int(let first), .int(let second)): self = ValueGrowth(isGrown: first < second)
    case (.float(let first), .float(let second)): self = ValueGrowth(isGrown: first < second)
    case (.duration(let first), .duration(let second)):
      self = ValueGrowth(isGrown: first.milliseconds < second.milliseconds)
    case (.timestamp(let first), .timestamp(let second)):
      self = ValueGrowth(isGrown: first < second)
    case (.version(let first), .version(let second)):
      self = ValueGrowth(isGrown: first < second)
    case (.bytes(let first), .bytes(let second)):
      self = ValueGrowth(isGrown: first.bytes < second.bytes)
    case (.cidr(let first), .cidr(let second)):
      self = ValueGrowth(second.contains(first), first.contains(second))
    case (.cidrSet(let first, _), .cidrSet(let second, _)):
      self = ValueGrowth(second.isSuperset(of: first), first.isSuperset(of: second))
    case (.portSet(let first, _), .portSet(let second, _)):
      self = ValueGrowth(second.isSuperset(of: first), first.isSuperset(of: second))
    case (.set(let first), .set(let second)), (.list(let first), .list(let second)):
      let (before, after) = (
        Set(first.elements.map(\.reading)), Set(second.elements.map(\.reading))
      )
      self = ValueGrowth(after.isSuperset(of: before), before.isSuperset(of: after))
    default: self = .incomparable
    }
  }

  private init(isGrown: Bool) {
    self = isGrown ? .grown : .shrunk
  }

  private init(_ holdsOld: Bool, _ isHeldByOld: Bool) {
    self = holdsOld ? .grown : isHeldByOld ? .shrunk : .incomparable
  }
}
