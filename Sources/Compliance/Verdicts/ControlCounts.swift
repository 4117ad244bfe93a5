/// How many controls there are of each status.
package struct ControlCounts: Hashable, Sendable {
  private var counts: [ControlStatus: Int] = [:]

  /// Creates the counts of `statuses`.
  package init(_ statuses: some Sequence<ControlStatus>) {
    for status in statuses { counts[status, default: 0] += 1 }
  }

  /// The number of controls of the status.
  package subscript(status: ControlStatus) -> Int { counts[status] ?? 0 }
}
