import PolicyIR
import PolicyTesting
import SourceText
import Testing

/// Which cases are run again when files change.
@Suite struct AffectedCaseTests {
  private static let files = [
    ("types.cispol", TinySuite.schema),
    ("heavy.cispol", "fn heavy(box: t.Box) -> Bool = box.weight > 5"),
    ("light.cispol", "rule light { for box in t.Box require not heavy(box) }"),
    ("small.cispol", "rule small { for box in t.Box require box.size < 5 }"),
    ("tests/light.cispol", "test light { case \"l\" { t.Box { weight: 1 } expect pass } }"),
    ("tests/small.cispol", "test small { case \"s\" { t.Box { size: 1 } expect pass } }"),
    (
      "tests/plan.cispol",
      "test small { case \"p\" { given terraform \"fixtures/plan.json\" expect pass } }"
    ),
  ]

  private static func affected(_ changed: Set<String>, always: Set<String> = []) throws -> String {
    let suite = try TinySuite(files: files)
    let program = suite.runner.program
    let cases = AffectedCases(
      program: program, sources: suite.sources, changed: changed, always: always)
    let runner = TestRunner(
      program: program, defaultInstant: try TinySuite.instant, affected: cases
    ) { _, _, _ in .problem("no files") }
    return runner.run().results.map(\.name).joined()
  }

  @Test(arguments: [
    (["heavy.cispol"], "l"), (["light.cispol"], "l"), (["small.cispol"], "sp"),
    (["tests/small.cispol"], "s"), (["tests/small.cispol.snapshot"], "s"),
    (["tests/fixtures/plan.json"], "p"), (["tests/fixtures/other.json"], ""),
    (["types.cispol"], "lsp"), (["pack.yaml"], "lsp"), (["removed.cispol"], "lsp"),
    (["heavy.cispol", "tests/small.cispol"], "ls"), (["README.md"], ""),
  ])
  func casesAreAffectedByWhatTheyDependOn(_ changed: [String], _ cases: String) throws {
    #expect(try Self.affected(Set(changed)) == cases)
  }

  @Test func caseThatFailedAreRunAllTheSame() throws {
    #expect(try Self.affected(["heavy.cispol"], always: ["small/s"]) == "ls")
  }
}
