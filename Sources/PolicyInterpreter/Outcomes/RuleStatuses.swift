internal import CByteScan
package import PolicyIR

/// What one rule says of all nodes of its type, a byte for each.
package struct RuleStatuses: Hashable, Sendable {
  /// The statuses, by row.
  private var codes: [UInt8]

  /// Creates statuses for `count` rows, all of which pass until something else is said.
  package init(count: Int) {
    codes = Array(repeating: RuleStatuses.code(of: .pass), count: count)
  }

  /// Creates the statuses of the rows in their order.
  package init(_ statuses: some Sequence<Status>) {
    codes = statuses.map { RuleStatuses.code(of: $0) }
  }

  /// The number of rows.
  package var count: Int { codes.count }

  /// The status of the node at the 0-based index.
  package subscript(row: Int) -> Status { RuleStatuses.all[Int(codes[row])] }

  /// Returns how many nodes have the status.
  package func count(of status: Status) -> Int {
    unsafe codes.withUnsafeBufferPointer { codes in
      guard let start = codes.baseAddress else { return 0 }
      return unsafe row_scan_tally(start, RuleStatuses.code(of: status), codes.count)
    }
  }

  /// Returns the first rows of the status, ascending: `limit` at most, or all of them.
  package func rows(of status: Status, atMost limit: Int?) -> [Int] {
    var found: [Int] = []
    let limit = limit ?? count
    while found.count < limit,
      let row = row(of: status, from: found.last.map { $0 + 1 } ?? 0)
    {
      found.append(row)
    }
    return found
  }

  /// Returns the first row of the status from `lower` on.
  private func row(of status: Status, from lower: Int) -> Int? {
    unsafe codes.withUnsafeBufferPointer { codes in
      guard let start = codes.baseAddress else { return nil }
      let row = unsafe byte_scan_find(RuleStatuses.code(of: status), start, lower, codes.count)
      return row < codes.count ? row : nil
    }
  }

  /// Puts in the codes of the rows from `lower` on.
  package mutating func replace(from lower: Int, with part: [UInt8]) {
    codes.replaceSubrange(lower..<(lower + part.count), with: part)
  }

  /// The statuses in the order of their codes; of conditions that are both true, that of `pass` is 2.
  private static let all: [Status] = [.fail, .unknown, .pass, .notApplicable]

  /// Returns the code of the status.
  package static func code(of status: Status) -> UInt8 {
    switch status {
    case .fail: 0
    case .unknown: 1
    case .pass: 2
    case .notApplicable: 3
    }
  }

  /// The code of a row that is left to the interpreter.
  package static let open: UInt8 = 4
}
