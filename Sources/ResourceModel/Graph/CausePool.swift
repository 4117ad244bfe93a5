/// The distinct lists of causes of one graph, each with a number; the empty list is number 0.
package struct CausePool: Sendable {
  private var lists: [[Cause]] = [[]]
  private var numbers: [[Cause]: UInt32] = [[]: 0]
  /// The number that was asked for last, because neighbours are often unknown for one reason.
  private var last: UInt32 = 0

  /// Creates a pool that holds the empty list.
  package init() {}

  /// The number of lists.
  package var count: Int { lists.count }

  /// The list with the number `id`.
  package subscript(id: UInt32) -> [Cause] { lists[Int(id)] }

  /// Returns the number of `causes`, which is in the pool afterwards.
  package mutating func demand(_ causes: [Cause]) -> UInt32 {
    if causes.isEmpty { return 0 }
    if lists[Int(last)] == causes { return last }
    last = numbers[causes] ?? UInt32(lists.count)
    if Int(last) == lists.count {
      lists.append(causes)
      numbers[causes] = last
    }
    return last
  }
}
