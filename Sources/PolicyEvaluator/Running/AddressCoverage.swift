internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Whether sets of addresses cover a constant one, told from their intervals: inventories have
/// nearly as many different sets as permissions, and this is asked of each.
struct AddressCoverage {
  /// The first and last numbers of the intervals that are wanted.
  private let ends: [UInt32]

  /// Whether no address of IPv6 is wanted.
  private let isVersion4: Bool

  /// Creates the question that `term` asks of its variable, if it is one of these.
  init?(_ term: TermID, in program: Program) {
    guard case .covers(let left, let right) = program[term], case .variable = program[left],
      case .constant(let value) = program[right]
    else { return nil }
    let wanted: CidrSet
    switch value {
    case .cidr(let block): wanted = CidrSet([block])
    case .cidrSet(let set, missing: []): wanted = set
    default: return nil
    }
    ends = wanted.version4.ends
    isVersion4 = wanted.version6.isEmpty
  }

  /// Returns the truth byte for the value with the number `id`, or `nil` if it is not kept as
  /// intervals.
  func truth(of id: UInt32, in values: ValuePool) -> UInt8? {
    guard let covers = values.covers(id, ends.span) else { return nil }
    return covers && isVersion4 ? 2 : 0
  }
}
