internal import Collectors
package import DomainValues
internal import Parallelism
package import PolicyIR
internal import PolicyInterpreter
internal import ResourceMapping
package import ResourceModel
package import SourceText

/// Runs the tests of a program.
package struct TestRunner: Sendable {
  /// What a `given` brings, or what is wrong with it.
  package typealias Given =
    @Sendable (_ format: String, _ path: String, _ place: SourceRange) -> GivenInput

  /// What the file of waivers at a path, seen from a test, says of a rule.
  package typealias WaiverFiles =
    @Sendable (_ path: String, _ place: SourceRange, _ rule: RuleID) -> WaiverFile

  /// The program.
  package let program: Program

  /// The packs whose tests are run and whose rules are looked at; all when there are none.
  let packs: Set<String>

  private let given: Given

  private let waiverFiles: WaiverFiles

  /// What cases gave when it was last kept.
  let snapshots: SnapshotBook

  /// The instant of cases that do not say one.
  private let defaultInstant: Timestamp

  /// The number of cases that may run at a time.
  let jobs: Int

  /// The only cases that are run, if not all are.
  private let affected: AffectedCases?

  /// Creates a runner of the tests of `packs` of `program`, or of all of it, which reads the files
  /// that cases name by `given`, and those with waivers by `waivers`.
  package init(
    program: Program, packs: Set<String> = [], defaultInstant: Timestamp, jobs: Int = 1,
    snapshots: SnapshotBook = SnapshotBook(), affected: AffectedCases? = nil,
    waivers: @escaping WaiverFiles = { path, _, _ in .problem("`\(path)` cannot be read") },
    given: @escaping Given
  ) {
    self.program = program
    self.packs = packs
    self.defaultInstant = defaultInstant
    self.jobs = jobs
    self.snapshots = snapshots
    self.affected = affected
    self.given = given
    waiverFiles = waivers
  }

  /// Returns what came of the cases that `filter` admits, in the order of the text.
  package func run(_ filter: TestFilter? = nil) -> TestReport {
    let cases = prepare(filter)
    let results = ConcurrentWork.map(cases.count, jobs: jobs) { run(cases[$0]) }
    return TestReport(
      program: program, packs: packs, results: results, filter: filter,
      staleSnapshots: snapshots.stale(in: program))
  }

  /// Whether the tests and rules of the pack are looked at.
  func concerns(pack: String) -> Bool { packs.isEmpty || packs.contains(pack) }

  /// Returns all cases with their inputs.
  package func preparedCases() -> [PreparedCase] { prepare(nil) }

  /// Returns the cases that `filter` admits with their inputs.
  func prepare(_ filter: TestFilter?) -> [PreparedCase] {
    let cases = program.tests.filter { concerns(pack: $0.pack) }.flatMap { test in
      test.cases.filter { testCase in
        (filter?.admits(rule: program[test.rule].name, caseName: testCase.name) ?? true)
          && (affected?.admits(testCase, of: test.rule, in: program) ?? true)
      }.map { (test.rule, $0) }
    }
    return ConcurrentWork.map(cases.count, jobs: jobs) { index in
      let (rule, testCase) = cases[index]
      let now = testCase.now ?? defaultInstant
      return PreparedCase(
        rule: rule, testCase: testCase, now: now,
        input: makeInput(testCase, now: now).flatMap { waiving($0, testCase, of: rule, now: now) })
    }
  }

  /// Returns what came of the case.
  func run(_ prepared: PreparedCase) -> CaseResult {
    let testCase = prepared.testCase
    let input: CaseInput
    switch prepared.input {
    case .success(let made): input = made
    case .failure(let failure):
      return CaseResult(
        rule: prepared.rule, name: testCase.name, range: testCase.range, failures: [failure],
        statuses: [], record: nil, snapshot: nil)
    }
    let evaluation = Evaluation(program: program, graph: input.graph, now: prepared.now)
    let (outcome, record) = evaluation.record(prepared.rule, parameters: testCase.parameters)
    var judge = Judge(
      testCase, outcome, input, evaluation, kept: kept(for: prepared), isExplained: true)
    judge.judge()
    judge.judgeUse(reach: RuleReach(program[prepared.rule], in: program))
    return CaseResult(
      rule: prepared.rule, name: testCase.name, range: testCase.range, failures: judge.failures,
      statuses: Set(outcome.subjects.map(\.status)), record: record,
      snapshot: testCase.snapshot.map { _ in judge.snapshot })
  }

  /// Returns what is known of the snapshot of the case.
  func kept(for prepared: PreparedCase) -> KeptSnapshot {
    snapshots.kept(
      rule: program[prepared.rule].name, caseName: prepared.testCase.name,
      file: prepared.testCase.range.file)
  }

  /// Returns the graph of the case: the nodes it writes out, or those of the file it is given.
  private func makeInput(
    _ testCase: TestCase, now: Timestamp
  ) -> Result<CaseInput, CaseFailure> {
    let files = testCase.steps.compactMap { step -> (String, String, SourceRange)? in
      guard case .given(let format, let path, let range) = step else { return nil }
      return (format, path, range)
    }
    guard let (format, path, range) = files.first else {
      return .success(written(testCase, now: now))
    }
    if testCase.steps.count > 1 {
      let message = "a case is given one file, or writes its resources out"
      return .failure(CaseFailure(.input, message, at: range))
    }
    switch given(format, path, range) {
    case .inventory(let inventory):
      let (graph, _) = MappingEngine.map(inventory, program: program, now: now)
      return .success(CaseInput(graph: graph, slots: [], written: []))
    case .graph(let graph): return .success(CaseInput(graph: graph, slots: [], written: []))
    case .problem(let message): return .failure(CaseFailure(.input, message, at: range))
    }
  }

  /// Returns `input` with the waivers of the case.
  private func waiving(
    _ input: CaseInput, _ testCase: TestCase, of rule: RuleID, now: Timestamp
  ) -> Result<CaseInput, CaseFailure> {
    guard !testCase.waivers.isEmpty else { return .success(input) }
    var input = input
    do throws(CaseFailure) {
      input.waivers = try CaseWaivers(
        testCase, rule: program[rule].name, input: input, now: now
      ) { waiverFiles($0, $1, rule) }
    } catch {
      return .failure(error)
    }
    return .success(input)
  }

  private func written(_ testCase: TestCase, now: Timestamp) -> CaseInput {
    let fixtures = FixtureGraph(testCase, program: program, now: now)
    let nodes = zip(testCase.steps, fixtures.nodes).flatMap { step, rows -> [CaseInput.Node] in
      switch step {
      case .constant(_, let term), .fixture(let term):
        rows.map { CaseInput.Node(row: $0, range: program.range(of: term)) }
      case .given: []
      }
    }
    return CaseInput(graph: fixtures.graph, slots: fixtures.slots, written: nodes)
  }
}

/// What a `given` brings.
package enum GivenInput: Sendable {
  /// What a collector read.
  case inventory(RawInventory)
  /// A graph that was read.
  case graph(ResourceGraph)
  /// Why it could not be read, in one sentence.
  case problem(String)
}
