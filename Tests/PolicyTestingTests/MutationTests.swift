import PolicyIR
import PolicyTesting
import SourceText
import Testing

@Suite struct MutationTests {
  private static func survivors(_ text: String) throws -> [String] {
    let suite = try TinySuite(text)
    return suite.runner.mutate().survivors.map(\.mutant.summary)
  }

  private static func all(_ rule: String) throws -> [String] {
    (try TinySuite(rule)).runner.mutate().results.map(\.mutant.summary)
  }

  @Test func casesOnBothSidesOfALimitKillItsMutants() throws {
    let survivors = try Self.survivors(
      """
      rule small { for box in t.Box require box.size <= 10 }
      test small {
        case "at" { t.Box { size: 10, weight: 11 } expect pass }
        case "above" { t.Box { size: 11, weight: 11 } expect fail }
      }
      """)
    #expect(survivors == [])
  }

  @Test func aCaseFarFromALimitLetsItsMutantsSurvive() throws {
    let suite = try TinySuite(
      """
      rule small {
        for box in t.Box
        require box.size <= 10
      }
      test small {
        case "small" { t.Box { size: 1 } expect pass }
        case "large" { t.Box { size: 99 } expect fail }
      }
      """)
    let report = suite.runner.mutate()
    #expect(
      MutationReporter.text(report, sources: suite.sources) == """
        rule small (tiny.cispol:15): `<=` → `<`, survived
          - require box.size <= 10
          + require box.size < 10
        rule small (tiny.cispol:15): 10 → 9, survived
          - require box.size <= 10
          + require box.size <= 9
        rule small (tiny.cispol:15): 10 → 11, survived
          - require box.size <= 10
          + require box.size <= 11

        5 mutants: 2 killed, 3 survived, 0 accepted, 0 untested, 0 timed out

        """)
  }

  @Test func mutantsOfFunctionsAreTriedByTheRulesThatCallThem() throws {
    let text = """
      fn open(box: t.Box) -> Bool = not box.sealed
      fn unused(box: t.Box) -> Bool = box.sealed
      rule closed { for box in t.Box require not open(box) }

      """
    let survivors = try Self.survivors(
      text + "test closed { case \"a\" { t.Box { sealed: true } expect pass } }")
    #expect(survivors == [])
    #expect(try Self.all(text) == ["`not` dropped", "`not` dropped"])
  }

  @Test(arguments: [
    ("require box.size == 1", ["`==` → `!=`", "`size` → `weight`", "1 → 0", "1 → 2"]),
    ("where box.sealed\nrequire box.color == Red", ["`where` dropped", "negated", "`==` → `!=`"]),
    (
      "require box.sealed and box.color == Red",
      [
        "right side of `and` dropped", "left side of `and` dropped", "negated", "`==` → `!=`",
      ]
    ),
    (
      "require all s in box.stickers where s.shown: s.shown",
      ["`all` → `any`", "`all` → `none`", "`where` dropped", "negated", "negated"]
    ),
    ("require box.lid is absent", ["`absent` → `present`"]),
    (
      "require box.lid is present and box.lid.tight",
      ["right side of `and` dropped", "negated", "negated"]
    ),
    ("require box.lid is present implies box.lid.tight", ["negated", "negated"]),
    ("where box.lid is present\nrequire box.lid.tight", ["negated", "negated"]),
    (
      "require box.sealed\nrequire box.sealed",
      ["`require` dropped", "negated", "`require` dropped", "negated"]
    ),
    ("require if box.sealed then true else false", ["negated", "true → false", "false → true"]),
  ])
  func mutantsAreTheSmallChangesOfWhatIsWritten(
    _ steps: String, _ summaries: [String]
  ) throws {
    #expect(try Self.all("rule r {\nfor box in t.Box\n\(steps)\n}") == summaries)
  }

  @Test func defaultsOfParametersAreMutated() throws {
    let suite = try TinySuite(
      """
      rule small(most: Int = 10 in 1..20) { for box in t.Box require box.size < most }
      test small {
        case "below" { t.Box { size: 9 } expect pass }
        case "at, by another limit" { with most = 3  t.Box { size: 3 } expect fail }
      }
      """)
    let report = suite.runner.mutate()
    #expect(report.survivors.map(\.mutant.summary) == ["default 10 → 11"])
    #expect(
      MutationReporter.text(report, sources: suite.sources).contains(
        "+ rule small(most: Int = 11 in 1..20)"))
  }

  @Test func rulesWithoutCasesLeaveTheirMutantsUntested() throws {
    let suite = try TinySuite("rule sealed { for box in t.Box require box.sealed }")
    let report = suite.runner.mutate()
    #expect(report.results.map(\.fate) == [.untested])
  }

  /// A mutant counts as noticed only by cases that the rule itself passes.
  @Test func casesThatFailAnywayKillNothing() throws {
    let suite = try TinySuite(
      """
      rule sealed { for box in t.Box require box.sealed }
      test sealed { case "wrong" { t.Box { sealed: true } expect fail } }
      """)
    let report = suite.runner.mutate()
    #expect(report.results.map(\.fate) == [.untested])
  }

  @Test func aLimitSpreadsTheMutantsThatAreTried() throws {
    let suite = try TinySuite(
      "rule r { for box in t.Box require box.sealed and box.color == Red and box.size == 1 }")
    let all = suite.runner.mutate()
    let some = suite.runner.mutate(limit: 3)
    #expect(all.results.count == all.found)
    #expect(some.results.count == 3)
    #expect(some.found == all.found)
    #expect(suite.runner.mutate(limit: 0).results.isEmpty)
  }

  private static let loose = """
    rule small {
      for box in t.Box
      require box.size <= 10
      require box.weight <= 10
    }
    test small {
      case "small" { t.Box { size: 1, weight: 10 } expect pass }
      case "heavy" { t.Box { size: 1, weight: 11 } expect fail }
      case "large" { t.Box { size: 99, weight: 1 } expect fail }
    }

    """

  private static func explained(_ reasons: String) throws -> (MutationReport, TinySuite) {
    let suite = try TinySuite(loose + reasons)
    let report = suite.runner.mutate().explained(
      by: suite.runner.program.survivors, sources: suite.sources)
    return (report, suite)
  }

  @Test func aSurvivorIsAcceptedWithItsReason() throws {
    let (report, suite) = try Self.explained(
      """
      survivor small "`<=` → `<`" at "size" because "no box has that size"
      survivor small "10 → 9" at "size" because "likewise"
      """)
    #expect(report.problems == [])
    #expect(report.survivors.map(\.mutant.summary) == ["10 → 11"])
    let text = MutationReporter.text(report, sources: suite.sources)
    #expect(text.contains("  + require box.size < 10\n  accepted: no box has that size\n"))
    #expect(text.contains(" 1 survived, 2 accepted, "))
  }

  @Test func aPartOfTheTextNamesTheInnermostOfSeveralChanges() throws {
    let suite = try TinySuite(
      """
      rule small {
        for box in t.Box
        require (box.size < 10 or box.size < 5) or box.sealed
      }
      test small {
        case "small" { t.Box { size: 9, sealed: false } expect pass }
        case "large" { t.Box { size: 11, sealed: false } expect fail }
        case "sealed" { t.Box { size: 11, sealed: true } expect pass }
      }
      survivor small "right side of `or` dropped" at "box.size < 5" because "nothing is below 5 only"
      """)
    let report = suite.runner.mutate().explained(
      by: suite.runner.program.survivors, sources: suite.sources)
    #expect(report.problems == [])
    let accepted = report.results.filter { $0.reason != nil }
    #expect(accepted.map(\.mutant.summary) == ["right side of `or` dropped"])
    #expect(accepted.first.map { suite.sources.text(in: $0.mutant.edit.range).count } == 29)
  }

  /// As the formatter may break it, and as it was.
  @Test(arguments: ["", "\n      "])
  func aPartOfAConditionNamesAChangeInOneOfItsLines(_ lineBreak: String) throws {
    let suite = try TinySuite(
      """
      rule small {
        for box in t.Box
        require box.size <= 10\(lineBreak) or (\(lineBreak)box.weight == 3)
        require box.weight <= 10
      }
      test small {
        case "small" { t.Box { size: 1, weight: 10 } expect pass }
        case "heavy" { t.Box { size: 1, weight: 11 } expect fail }
        case "large" { t.Box { size: 99, weight: 1 } expect fail }
        case "three" { t.Box { size: 99, weight: 3 } expect pass }
      }
      survivor small "`<=` → `<`" at "or (box.weight" because "no box has that size"
      """)
    let report = suite.runner.mutate().explained(
      by: suite.runner.program.survivors, sources: suite.sources)
    #expect(report.problems == [])
    #expect(report.results.filter { $0.reason != nil }.map(\.mutant.summary) == ["`<=` → `<`"])
  }

  @Test(arguments: [
    ("\"`<=` → `<`\"", "this is true of 2 changes; add `at` with a part of the line"),
    ("\"10 → 12\"", "there is no such change"),
    ("\"10 → 9\" at \"height\"", "there is no such change"),
    (
      "\"10 → 9\" at \"weight\"", "no reason is needed, the case “small” notices it"
    ),
  ])
  func aReasonThatFitsNoSurvivorIsReported(_ change: String, _ problem: String) throws {
    let (report, suite) = try Self.explained("survivor small \(change) because \"so\"")
    #expect(report.problems.map { $0.hasSuffix(problem) } == [true])
    #expect(report.problems.first?.hasPrefix("tiny.cispol:23:10: `small`, ") == true)
    #expect(MutationReporter.text(report, sources: suite.sources).contains(problem))
    #expect(report.survivors.count == 3)
  }

  @Test func whatWasNotTriedSaysNothingAboutAReason() throws {
    let suite = try TinySuite(
      Self.loose + "survivor small \"10 → 12\" because \"so\"")
    let some = suite.runner.mutate(limit: 2).explained(
      by: suite.runner.program.survivors, sources: suite.sources)
    #expect(!some.isComplete && some.problems == [])
  }

  @Test func mutantsAreCountedThatTheTimeDoesNotSufficeFor() throws {
    let suite = try TinySuite(Self.loose)
    let report = suite.runner.mutate(isOutOfTime: { true })
    #expect(!report.isComplete && report.survivors.isEmpty && report.killed == 0)
    #expect(report.results.allSatisfy { $0.fate == .untried })
    let text = MutationReporter.text(report, sources: suite.sources)
    #expect(text.contains(", \(report.found) not tried"))
  }

  @Test func mutantsKeepOperandsBeforeWhatTheyAreOperandsOf() throws {
    let suite = try TinySuite(
      """
      fn open(box: t.Box) -> Bool = not box.sealed and (any s in box.stickers: s.shown)
      rule r {
        for box in t.Box
        where box.color == Red or box.color == Green
        let size = box.size + 1
        require size <= 10 implies open(box)
      }
      """)
    for mutant in suite.runner.mutants() { try mutant.applied(to: suite.runner.program).verify() }
    #expect(suite.runner.mutants().count > 10)
  }
}
