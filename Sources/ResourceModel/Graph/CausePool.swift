internal import SourceText

/// The distinct lists of causes of one graph, each with a number; the empty list is number 0.
package struct CausePool: Sendable {
  /// A list with its hash value, which is needed again whenever there are many more lists.
  private struct Key: Hashable {
    let hash: Int
    let causes: [Cause]

    init(_ causes: [Cause]) {
      self.causes = causes
      var hasher = Hasher()
      for cause in causes {
        hasher.combine(ExactText(cause.detail))
        hasher.combine(cause.origin)
      }
      hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  private var lists: [[Cause]] = [[]]
  private var numbers: [Key: UInt32] = [Key([]): 0]
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
    last = CausePool.keep(&numbers[Key(causes), default: UInt32(lists.count)])
    if Int(last) == lists.count { lists.append(causes) }
    return last
  }

  /// Adds the list of `cause`, which is of a place that no other list speaks of, and returns its
  /// number.
  package mutating func append(_ cause: Cause) -> UInt32 {
    lists.append([cause])
    return UInt32(lists.count - 1)
  }

  /// Returns the number, which is in its dictionary since it could have been changed.
  private static func keep(_ number: inout UInt32) -> UInt32 { number }
}
