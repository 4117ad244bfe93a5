/// How much of an input decides what a rule says of one resource.
///
/// An input may be split into parts that are as large as the reach without changing a status.
package enum Reach: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The resource alone.
  case resource
  /// What is in the account of the resource.
  case account
  /// Everything: other accounts too.
  case organization

  package static func < (left: Reach, right: Reach) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .resource: 0
    case .account: 1
    case .organization: 2
    }
  }
}
