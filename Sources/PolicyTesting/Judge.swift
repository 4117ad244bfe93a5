internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Holds what a rule gave against what a case expects: every resource is expected to be as it is,
/// and every expectation speaks of one.
struct Judge {
  private let testCase: TestCase
  private let outcome: RuleOutcome
  private let input: CaseInput

  /// What was not as expected.
  private(set) var failures: [CaseFailure] = []

  /// Creates a judge of `outcome`.
  init(_ testCase: TestCase, _ outcome: RuleOutcome, _ input: CaseInput) {
    self.testCase = testCase
    self.outcome = outcome
    self.input = input
  }

  /// Fills `failures`.
  mutating func judge() {
    var remaining = outcome.subjects
    for expectation in testCase.expectations where expectation.subject != .others {
      let spoken = remaining.filter { speaks(expectation, of: $0.row) }
      remaining.removeAll { subject in spoken.contains { $0.row == subject.row } }
      judge(expectation, spoken)
    }
    let others = testCase.expectations.filter { $0.subject == .others }
    for expectation in others {
      // Several such expectations: each resource must be as one of them, and each must be met.
      let matching = remaining.filter { others.count == 1 || $0.status == expectation.status }
      judge(expectation, matching)
    }
    let unexpected = remaining.filter { subject in
      !others.contains { others.count == 1 || $0.status == subject.status }
    }
    if !unexpected.isEmpty {
      fail("a resource that nothing is expected of", at: testCase.range, unexpected)
    }
  }

  private mutating func judge(
    _ expectation: TestCase.Expectation, _ subjects: [SubjectOutcome]
  ) {
    guard let status = expectation.status else {
      if !subjects.isEmpty { fail("expected no resource", at: expectation.range, subjects) }
      return
    }
    guard !subjects.isEmpty else {
      fail(
        "expected \(status.rawValue), but the rule met no such resource", at: expectation.range,
        outcome.subjects)
      return
    }
    let wrong = subjects.filter { $0.status != status }
    if !wrong.isEmpty { fail("expected \(status.rawValue)", at: expectation.range, wrong) }
    guard let because = expectation.because else { return }
    let silent = subjects.filter { subject in
      !(subject.messages + subject.causes.map(\.description)).contains { $0.contains(because) }
    }
    if wrong.isEmpty, !silent.isEmpty {
      fail("expected the reason to hold `\(because)`", at: expectation.range, silent)
    }
  }

  private func speaks(_ expectation: TestCase.Expectation, of row: RowID) -> Bool {
    switch expectation.subject {
    case .others: false
    case .variable(let slot, _): input.row(inSlot: slot) == row
    case .address(let address): input.graph.name(of: row) == address
    }
  }

  private mutating func fail(
    _ message: String, at range: SourceRange, _ subjects: [SubjectOutcome]
  ) {
    let actual = subjects.map { subject in
      let reasons = (subject.messages + subject.causes.map(\.description))
      let tail = reasons.isEmpty ? "" : ": \(reasons.joined(separator: "; "))"
      return "\(input.graph.name(of: subject.row)) is \(subject.status.rawValue)\(tail)"
    }
    failures.append(CaseFailure(message: message, range: range, actual: actual))
  }
}
