extension PolicySet {
  /// Returns whether the policies together allow every action on every resource of a partition,
  /// which is what CIS calls full administrative privileges.
  ///
  /// What several statements and lists allow is added up: `NotAction: iam:*` beside
  /// `Action: iam:*` is every action. A deny does not count: what CIS forbids is the allow, and a
  /// deny beside it, which its holder may be able to remove, must not hide it. Nor does a condition
  /// excuse an allow, unless it never holds: who meets it may do everything.
  package func grantsFullAdministration() -> Truth {
    let allows = statements(.allow)
    // Most policies do not allow a request that nobody thought of, and that settles it at once.
    var answer = Truth.false
    for partition in PolicySet.partitions(namedIn: allows) {
      let probe = (action: "unlisted:Unlisted", resource: "arn:\(partition):unlisted:::unlisted")
      let isProbeAllowed = Truth.any(
        allows.map {
          $0.actions.covers(probe.action) && ($0.resources?.covers(probe.resource) ?? .true)
        })
      if isComplete, isProbeAllowed == .false { continue }
      answer = answer || allowsAll(allows, partition)
    }
    return answer
  }

  /// Returns the partitions that the resources of `statements` name, in order; `aws` if none.
  ///
  /// A policy works in one partition, and one that it does not name is none that it means.
  private static func partitions(namedIn statements: [PolicyStatement]) -> [String] {
    var named: Set<String> = []
    for pattern in statements.flatMap({ $0.resources?.patterns ?? [] }) {
      let fields = pattern.text.split(
        separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count > 1, fields[0] == "arn", !fields[1].isEmpty,
        fields[1].utf8.allSatisfy({ ASCII.isLetter($0) || $0 == UInt8(ascii: "-") })
      else { continue }
      named.insert(String(fields[1]))
    }
    return named.isEmpty ? ["aws"] : named.sorted()
  }

  private func allowsAll(_ statements: [PolicyStatement], _ partition: String) -> Truth {
    guard
      let cells = PolicyRequestSpace.cells(
        of: statements, actions: Glob("*:*"), resources: Glob("arn:\(partition):*:*:*:*"))
    else { return .unknown }
    let context = PolicyContext()
    let weights = statements.map { statement -> Truth in
      switch statement.outcome(in: context) {
      case .holds, .narrows, .unknown: statement.isEffect(.allow)
      case .fails: .false
      }
    }
    let rest: Truth = isComplete ? .false : .unknown
    return Truth.all(
      cells.map { cell in rest || Truth.any(zip(cell.applies, weights).map { $0 && $1 }) })
  }
}
