/// How many controls there are of each status.
package struct ControlCounts: Hashable, Sendable {
  /// The numbers, in the order of the statuses.
  private var counts = [Int](repeating: 0, count: ControlStatus.count)

  /// Creates the counts of `statuses`.
  package init(_ statuses: [ControlStatus]) {
    for status in statuses { counts[status.order] += 1 }
  }

  /// The number of controls of the status.
  package subscript(status: ControlStatus) -> Int { counts[status.order] }
}
