import Compliance
import PolicyIR
import Testing

@Suite struct VerdictTests {
  @Test(arguments: [
    (true, true, true, Verdict.failed), (true, true, false, .failed),
    (true, false, true, .undecided), (true, false, false, .clean),
    (false, true, true, .nothingEvaluated), (false, false, false, .nothingEvaluated),
  ])
  func verdictsHavePrecedence(_ met: Bool, _ fails: Bool, _ unknown: Bool, _ verdict: Verdict) {
    #expect(Verdict.of(metResource: met, hasFailure: fails, hasUnknown: unknown) == verdict)
  }

  @Test func percentagesAreRoundedDownAndNoFurther() {
    for whole in 1...1000 {
      for part in stride(from: 0, through: whole, by: 7) {
        let score = Score(passed: part, counted: whole, decided: part, applicable: whole)
        let percent = score.percent ?? -1
        #expect(percent * whole <= part * 100 && part * 100 < (percent + 1) * whole)
        #expect(score.coverage == percent)
      }
    }
    #expect(Score(passed: 29, counted: 100, decided: 57, applicable: 100).coverage == 57)
  }

  @Test func exitCodesNeverChange() {
    #expect(Verdict.allCases.map(\.rawValue) == [0, 1, 2, 3, 4])
  }

  @Test(
    arguments: [
      ("fail", Severity.low, false), ("fail,unknown", .low, true), ("unknown", nil, true),
      ("fail:high", .high, false), ("fail:critical, unknown", .critical, true),
      ("never", nil, false),
      ("fail:high,fail:medium", .medium, false), ("fail:high,fail", .low, false),
    ] as [(String, Severity?, Bool)])
  func failurePoliciesAreRead(_ text: String, _ least: Severity?, _ unknown: Bool) throws {
    let policy = try FailurePolicy.parse(text)
    #expect(policy == FailurePolicy(leastSeverity: least, countsUnknown: unknown))
    #expect(try FailurePolicy.parse(policy.label) == policy)
  }

  @Test(arguments: [
    ("", FailurePolicy.ParseError.unknownWord("")), ("fails", .unknownWord("fails")),
    ("fail,", .unknownWord("")), ("fail:", .unknownSeverity("")),
    ("fail:hihg", .unknownSeverity("hihg")), ("never,fail", .neverWithOthers),
  ])
  func whatIsNoFailurePolicyIsRefused(_ text: String, _ error: FailurePolicy.ParseError) {
    #expect(throws: error) { try FailurePolicy.parse(text) }
  }

  @Test func theWorstPartDecidesAControl() {
    let order: [ControlStatus] = [
      .fail, .unknown, .pass, .notApplicable, .noResources, .manual, .notImplemented,
    ]
    for (rank, worse) in order.enumerated() {
      for better in order[rank...] {
        #expect(ControlStatus.combined([better, worse]) == worse)
        #expect(ControlStatus.combined([worse, better]) == worse)
      }
    }
    #expect(ControlStatus.combined([]) == nil)
  }

  @Test func scoresAreRoundedDownSoThatAHundredMeansAll() {
    let score = Score(passed: 199, counted: 200, decided: 999, applicable: 1000)
    #expect(score.percent == 99)
    #expect(score.coverage == 99)
    let whole = Score(passed: 3, counted: 3, decided: 1, applicable: 1)
    #expect(whole.percent == 100)
    let none = Score(passed: 0, counted: 0, decided: 0, applicable: 0)
    #expect(none.percent == nil)
    #expect(none.coverage == nil)
  }
}
