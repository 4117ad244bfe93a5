package import PolicyIR

/// What one rule says of all nodes of its type, a byte for each.
package struct RuleStatuses: Sendable {
  /// The statuses, by row.
  private var codes: [UInt8]

  /// Creates statuses for `count` rows, all of which pass until something else is said.
  init(count: Int) {
    codes = Array(repeating: RuleStatuses.code(of: .pass), count: count)
  }

  /// The number of rows.
  package var count: Int { codes.count }

  /// The status of the node at the 0-based index.
  package subscript(row: Int) -> Status { RuleStatuses.all[Int(codes[row])] }

  /// Returns how many nodes have the status.
  package func count(of status: Status) -> Int {
    Kernels.tally(codes, codes.count, of: RuleStatuses.code(of: status))
  }

  /// Puts in the codes of the rows from `lower` on.
  mutating func replace(from lower: Int, with part: [UInt8]) {
    codes.replaceSubrange(lower..<(lower + part.count), with: part)
  }

  /// The statuses in the order of their codes; of conditions that are both true, that of `pass` is 2.
  private static let all: [Status] = [.fail, .unknown, .pass, .notApplicable]

  /// Returns the code of the status.
  static func code(of status: Status) -> UInt8 {
    switch status {
    case .fail: 0
    case .unknown: 1
    case .pass: 2
    case .notApplicable: 3
    }
  }

  /// The code of a row that is left to the interpreter.
  static let open: UInt8 = 4
}
