import PolicyIR
import PolicyTesting
import Testing

@Suite struct RunnerTests {
  private static let rule = """
    rule small {
      for box in t.Box
      where box.color == Red
      require box.size <= 10 else "{box.id} is too large"
    }

    """

  private static func failures(_ steps: String) throws -> [CaseFailure.Kind] {
    try TinySuite.failures(rule + "test small { case \"c\" {\n\(steps)\n} }")
  }

  @Test func expectationsThatAreMetPass() throws {
    let found = try Self.failures(
      """
      let a = t.Box { id: "a", color: Red, size: 11 }
      t.Box { id: "b", color: Green }
      t.Box { id: "c", color: Red }
      t.Box { id: "d", color: Red, size: 1 }
      expect a fail because "too large"
      expect a fail because "a is"
      expect "b" not_applicable
      expect "c" unknown
      expect pass
      """)
    #expect(found == [])
  }

  @Test(arguments: [
    ("t.Box { color: Red, size: 1 }\nexpect fail", CaseFailure.Kind.wrongStatus),
    ("t.Box { color: Red, size: 11 }\nexpect fail because \"green\"", .wrongReason),
    ("t.Box { id: \"a\", color: Red }\nt.Box { color: Red }\nexpect \"a\" unknown", .unexpected),
    ("t.Box { id: \"a\" }\nexpect no_resources", .unexpected),
    ("t.Box { id: \"a\" }\nexpect no_resources\nexpect unknown", .unexpected),
    (
      "let a = t.Box { id: \"a\", color: Red, size: 11 }\nexpect a fail\nexpect \"a\" pass",
      .wrongStatus
    ),
    ("t.Box { id: \"a\" }\nexpect unknown\nexpect \"b\" pass", .unmet),
    ("expect pass", .unmet),
    ("t.Box { color: Green }\nlet l = t.Lid { id: \"l\" }\nexpect not_applicable", .unused),
    ("t.Box { color: Green }\nt.Sticker { id: \"s\" }\nexpect not_applicable", .unused),
    ("given terraform \"plan.json\"\nexpect pass", .input),
    ("given terraform \"plan.json\"\nt.Box { size: 1 }\nexpect pass", .input),
  ])
  func eachMistakeIsOneFailureOfItsKind(_ steps: String, _ kind: CaseFailure.Kind) throws {
    let found = try Self.failures(steps)
    #expect(found == [kind])
  }

  @Test func reasonsAreHeldToTheSameSpelling() throws {
    func found(_ wanted: String) throws -> [CaseFailure.Kind] {
      try Self.failures(
        "t.Box { id: \"e\\u{301}\", color: Red, size: 11 }\nexpect fail because \"\(wanted) is\"")
    }
    #expect(try found("e\\u{301}") == [])
    // One letter that Unicode takes for the same.
    #expect(try found("\\u{E9}") == [.wrongReason])
  }

  @Test func aResourceWithoutANameIsCalledByItsType() throws {
    let suite = try TinySuite(
      Self.rule + """
        test small {
          case "c" { t.Box { id: "", color: Red, size: 11 } expect pass }
        }
        """)
    let actual = suite.runner.run().results.flatMap(\.failures).flatMap(\.actual)
    #expect(actual.map(\.resource) == ["t.Box#1"])
  }

  @Test func aCaseWithoutResourcesPassesWhenItSaysSo() throws {
    let found = try Self.failures("expect no_resources")
    #expect(found == [])
  }

  @Test(arguments: [
    ("", "no_resources", true), ("", "pass", false), ("", "unknown", false),
    ("on_empty pass", "pass", true), ("on_empty pass", "no_resources", true),
    ("on_empty pass", "fail", false), ("on_empty fail", "fail", true),
    ("on_empty fail", "pass", false), ("on_empty not_applicable", "not_applicable", true),
    ("on_empty fail", "fail because \"x\"", false),
  ])
  func whatARuleSaysOfNoResourcesCanBeExpected(
    _ clause: String, _ status: String, _ isMet: Bool
  ) throws {
    let found = try TinySuite.failures(
      """
      rule some { for box in t.Box require box.size < 10 \(clause) }
      test some { case "c" { expect \(status) } }
      """)
    #expect(found.isEmpty == isMet)
  }

  /// What a false `where` leaves unread is no reason to call a fixture useless.
  @Test func aNodeInReachIsUsedWhateverDecides() throws {
    let found = try TinySuite.failures(
      """
      rule tight { for box in t.Box where box.sealed require box.lid?.tight == true }
      test tight {
        case "open" {
          let lid = t.Lid { id: "l" }
          t.Box { sealed: false, lid: lid }
          expect not_applicable
        }
        case "stickers do not matter" {
          let box = t.Box { sealed: false }
          t.Sticker { box: box }
          expect not_applicable
        }
      }
      """)
    #expect(found == [.unused])
  }

  @Test func failuresShowWhatThereIsAndWhy() throws {
    let suite = try TinySuite(
      Self.rule + """
        test small { case "one" {
          t.Box { id: "a", color: Red, size: 11 }
          expect pass
        } }
        """)
    let text = TestTextReporter.render(suite.runner.run(), sources: suite.sources)
    #expect(
      text == """
        FAIL small: one
          tiny.cispol:20:3: expected pass
            a is fail: a is too large
              box.size <= 10 is false
                box.size is 11

        1 case of 1 rule: 0 pass, 1 fail

        """)
  }

  @Test(arguments: [
    ("small", 2), ("red", 1), ("sm*", 2), ("r?d", 1), ("small/blue", 1), ("*/bl*", 1), ("x", 0),
    ("", 2),
  ])
  func filtersChooseByNames(_ filter: String, _ count: Int) throws {
    let suite = try TinySuite(
      Self.rule + """
        test small {
          case "red" { t.Box { color: Red, size: 1 } expect pass }
          case "blue" { t.Box { color: Other } expect not_applicable }
        }
        """)
    let report = suite.runner.run(TestFilter(filter))
    #expect(report.results.count == count)
    #expect(report.hasPassed == (count > 0))
  }

  @Test func reportsDoNotDependOnTheNumberOfJobs() throws {
    let cases = (0..<40).map {
      "case \"c\($0)\" { t.Box { id: \"b\($0)\", color: Red, size: \($0) } expect pass }"
    }
    let text = Self.rule + "test small {\n\(cases.joined(separator: "\n"))\n}"
    var reports: Set<String> = []
    for jobs in [1, 2, 7, 64] {
      let suite = try TinySuite(text, jobs: jobs)
      reports.insert(
        TestTextReporter.render(suite.runner.run(), sources: suite.sources, isVerbose: true))
    }
    #expect(reports.count == 1)
  }
}
