import Diagnostics
import DomainValues
import PolicyIR
import PolicyInterpreter
import PolicyTesting
import ResourceModel
import TestSupport
import Testing

/// A well-typed program never gets stuck.
@Suite struct WellTypedTests {
  /// What a rule may not know although nothing in its input is malformed.
  ///
  /// Anything else would mean that the checker let something through.
  private static let exempt: [(kind: CauseKind, start: String)] = [
    (.notCollected, "the fixture does not say"),
    (.limitExceeded, "the result is out of range"),
    (.limitExceeded, "more than "),
    (.limitExceeded, "nested deeper than "),
    (.malformed, "no ports from "),
    (.undecidable, "depends on how an event is read"),
  ]

  private static func isExempt(_ cause: Cause) -> Bool {
    exempt.contains { kind, start in
      cause.kind == kind
        && (cause.detail.hasPrefix(start) || cause.detail.contains(": \(start)")
          || cause.detail.contains(" is not a port"))
    }
  }

  /// Returns what is wrong with the program that `seed` makes, and the statuses it gave.
  private static func run(_ seed: UInt64) throws -> (failure: String?, statuses: Set<Status>) {
    var generator = TypedPolicyGenerator(seed: seed)
    let text = generator.policy()
    let policy = CheckedPolicy([UInt8](text.utf8))
    // A guard that an earlier condition makes needless is no mistake of types.
    if policy.diagnostics.elements.contains(where: { $0.id == .needlessGuard }) {
      return (nil, [])
    }
    guard policy.diagnostics.isEmpty else { return ("\(text)\n\(policy.report)", []) }
    do {
      try policy.program.verify()
    } catch {
      return ("\(text)\n\(error)", [])
    }
    let runner = TestRunner(
      program: policy.program, defaultInstant: try Timestamp.parse("2026-01-01")
    ) { _, _, _ in .problem("nothing is given") }
    var statuses: Set<Status> = []
    for one in runner.preparedCases() {
      guard let graph = one.graph else { return ("\(text)\nno graph", []) }
      let evaluation = Evaluation(program: policy.program, graph: graph, now: one.now)
      for subject in evaluation.evaluate(one.rule).subjects {
        statuses.insert(subject.status)
        let isUnknown = subject.status == .unknown
        if isUnknown == subject.causes.isEmpty {
          return ("\(text)\n\(subject.status) with \(subject.causes)", statuses)
        }
        if let stuck = subject.causes.first(where: { !isExempt($0) }) {
          return ("\(text)\n\(stuck)", statuses)
        }
      }
    }
    return (nil, statuses)
  }

  @Test func aWellTypedProgramGivesAStatusAndSaysWhy() throws {
    var seen: Set<Status> = []
    let failures = try KeptSeeds.failures(of: "well-typed", rounds: 60) { seed in
      let (failure, statuses) = try Self.run(seed)
      seen.formUnion(statuses)
      return failure
    }
    #expect(failures == [])
    #expect(seen == Set([.pass, .fail, .unknown, .notApplicable]))
  }
}
