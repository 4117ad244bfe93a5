internal import Compliance
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
  private let evaluation: Evaluation
  /// Whether failures are explained; else only that something is wrong matters.
  private let isExplained: Bool
  /// What the case was seen to give, or why that is not known.
  private let kept: KeptSnapshot

  /// What waivers do to each resource; empty when the case has none.
  private let settlements: [RowID: WaiverSettlement]

  /// What was not as expected.
  private(set) var failures: [CaseFailure] = []

  /// Creates a judge of `outcome`, which `evaluation` made.
  init(
    _ testCase: TestCase, _ outcome: RuleOutcome, _ input: CaseInput, _ evaluation: Evaluation,
    kept: KeptSnapshot, isExplained: Bool
  ) {
    self.kept = kept
    self.testCase = testCase
    self.outcome = outcome
    self.input = input
    self.evaluation = evaluation
    self.isExplained = isExplained
    var settlements: [RowID: WaiverSettlement] = [:]
    if let waivers = input.waivers {
      for subject in outcome.subjects {
        settlements[subject.row] = waivers.settle(
          subject, of: outcome.rule, parameters: testCase.parameters, evaluation)
      }
    }
    self.settlements = settlements
  }

  /// What the case gives, as lines.
  var snapshot: [String] {
    Snapshot.lines(of: outcome, in: input) { settlements[$0]?.summary }
  }

  /// Fills `failures`.
  mutating func judge() {
    var remaining = outcome.subjects
    for expectation in testCase.expectations where expectation.subject != .others {
      // Others may have named the resource before, each for a reason of its own.
      let spoken = outcome.subjects.filter { speaks(expectation, of: $0.row) }
      remaining.removeAll { subject in spoken.contains { $0.row == subject.row } }
      judge(expectation, spoken)
    }
    let others = testCase.expectations.filter { $0.subject == .others }
    for expectation in others {
      // Several such expectations: each resource must be as one of them, and each must be met. That
      // there is none is met by none.
      let matching = remaining.filter {
        others.count == 1 || expectation.status == nil || $0.status == expectation.status
      }
      judge(expectation, matching)
    }
    let unexpected = remaining.filter { subject in
      !others.contains { others.count == 1 || $0.status == subject.status }
    }
    if let range = testCase.snapshot { return judgeSnapshot(at: range) }
    if !unexpected.isEmpty {
      fail(.unexpected, "no expectation speaks of a resource", at: testCase.range, unexpected)
    }
  }

  /// Adds a failure when the case gives another snapshot than it did.
  private mutating func judgeSnapshot(at range: SourceRange) {
    let lines = snapshot
    switch kept {
    case .lines(let expected):
      guard lines != expected else { return }
      let message = "expected what its snapshot holds"
      failures.append(
        CaseFailure(
          .snapshot, message, at: range, difference: Snapshot.difference(expected, lines)))
    case .missing(let why):
      failures.append(CaseFailure(.snapshot, why, at: range))
    }
  }

  /// Adds a failure for each node that is written, but is of no type that the rule looks at, and for
  /// each waiver that covers nothing.
  mutating func judgeUse(reach: RuleReach) {
    for node in input.written where !reach.types.contains(node.row.type) {
      let message = "the rule does not look at `\(input.graph.name(of: node.row))`"
      failures.append(CaseFailure(.unused, message, at: node.range))
    }
    let settled = outcome.subjects.compactMap { settlements[$0.row] }
    for range in input.waivers?.unused(in: settled) ?? [] {
      failures.append(CaseFailure(.unused, "the waiver covers nothing", at: range))
    }
  }

  private mutating func judge(
    _ expectation: TestCase.Expectation, _ subjects: [SubjectOutcome]
  ) {
    guard let status = expectation.status else {
      if !subjects.isEmpty {
        fail(.unexpected, "expected no resources", at: expectation.range, subjects)
      } else if case .notCollected = population {
        let message = "expected no resources, but the input does not say that there are none"
        fail(.unexpected, message, at: expectation.range, [])
      }
      return
    }
    let wanted = "expected \(status.rawValue)"
    guard !subjects.isEmpty else {
      if expectation.subject == .others, statusOfNone == status {
        if let because = expectation.because, !isOpen(because: because) {
          fail(.wrongReason, "\(wanted) because of `\(because)`", at: expectation.range, [])
        }
        return
      }
      fail(
        .unmet, "\(wanted), but the rule meets no such resource", at: expectation.range,
        outcome.subjects)
      return
    }
    let wrong = subjects.filter { $0.status != status }
    if !wrong.isEmpty { fail(.wrongStatus, wanted, at: expectation.range, wrong) }
    let otherwise = subjects.filter { subject in
      settlements[subject.row].map { !$0.does(expectation.waived) } ?? false
    }
    if wrong.isEmpty, !otherwise.isEmpty {
      let message = "\(wanted), \(expectation.waived.summary)"
      fail(.waiver, message, at: expectation.range, otherwise)
    }
    guard wrong.isEmpty, let because = expectation.because else { return }
    let silent = subjects.filter { subject in
      !subject.reasons.contains { $0.utf8.contains(because.utf8) }
    }
    if !silent.isEmpty {
      fail(.wrongReason, "\(wanted) because of `\(because)`", at: expectation.range, silent)
    }
  }

  /// What the rule met; of a type that a case writes nothing of there are none.
  private var population: RuleOutcome.Population {
    if case .notCollected = outcome.population, !isGiven { return .noResources }
    return outcome.population
  }

  /// Whether the input is a file.
  private var isGiven: Bool {
    testCase.steps.contains { if case .given = $0 { true } else { false } }
  }

  /// What the rule says where it meets no resource; `nil` where it meets one, or says nothing.
  private var statusOfNone: Status? {
    switch population {
    case .evaluated, .incomplete: nil
    case .notCollected: .unknown
    case .noResources: evaluation.program[outcome.rule].onEmpty?.status
    }
  }

  /// Whether one of the causes for which there may be resources has `text` in it.
  private func isOpen(because text: String) -> Bool {
    guard case .notCollected(let causes) = population else { return false }
    return causes.contains { $0.description.utf8.contains(text.utf8) }
  }

  private func speaks(_ expectation: TestCase.Expectation, of row: RowID) -> Bool {
    switch expectation.subject {
    case .others: false
    case .variable(let slot, _): input.row(inSlot: slot) == row
    case .address(let address): input.graph.name(of: row) == address
    }
  }

  private mutating func fail(
    _ kind: CaseFailure.Kind, _ message: String, at range: SourceRange,
    _ subjects: [SubjectOutcome]
  ) {
    let actual = subjects.filter { _ in isExplained }.map { subject in
      let waived = kind == .waiver ? settlements[subject.row].map { [$0.explanation] } : nil
      return ActualStatus(
        resource: input.graph.name(of: subject.row), status: subject.status,
        reasons: (waived ?? []) + subject.reasons,
        proof: evaluation.explain(
          outcome.rule, parameters: testCase.parameters, on: subject.row))
    }
    failures.append(CaseFailure(kind, message, at: range, actual))
  }
}

extension SubjectOutcome {
  /// The messages and the causes.
  var reasons: [String] { messages + causes.map(\.description) }
}
