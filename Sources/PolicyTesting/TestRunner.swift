internal import Collectors
package import DomainValues
package import PolicyIR
internal import PolicyInterpreter
package import ResourceModel
package import SourceText

/// Runs the tests of a program.
package struct TestRunner: Sendable {
  /// What a `given` brings, or what is wrong with it.
  package typealias Given =
    @Sendable (_ format: String, _ path: String, _ place: SourceRange) -> GivenInput

  private let program: Program
  private let given: Given

  /// The instant of cases that do not say one.
  private let defaultInstant: Timestamp

  /// Creates a runner of the tests of `program`, which reads the files that cases name by `given`.
  package init(program: Program, defaultInstant: Timestamp, given: @escaping Given) {
    self.program = program
    self.defaultInstant = defaultInstant
    self.given = given
  }

  /// Returns what came of the cases of `test`, in the order of the text.
  package func run(_ test: PolicyTest) -> [CaseResult] {
    test.cases.map { run($0, of: test.rule) }
  }

  private func run(_ testCase: TestCase, of rule: RuleID) -> CaseResult {
    let now = testCase.now ?? defaultInstant
    let input: CaseInput
    switch makeInput(testCase, now: now) {
    case .success(let made): input = made
    case .failure(let failure):
      return CaseResult(
        rule: rule, name: testCase.name, range: testCase.range, failures: [failure], statuses: [])
    }
    let evaluation = Evaluation(program: program, graph: input.graph, now: now)
    let outcome = evaluation.evaluate(rule, parameters: testCase.parameters)
    var judge = Judge(testCase, outcome, input)
    judge.judge()
    return CaseResult(
      rule: rule, name: testCase.name, range: testCase.range, failures: judge.failures,
      statuses: Set(outcome.subjects.map(\.status)))
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
      let fixtures = FixtureGraph(testCase, program: program, now: now)
      return .success(CaseInput(graph: fixtures.graph, slots: fixtures.slots))
    }
    if testCase.steps.count > 1 {
      let message = "a case is given one file, or writes its resources out"
      return .failure(CaseFailure(message: message, range: range, actual: []))
    }
    switch given(format, path, range) {
    case .inventory(let inventory):
      let (graph, _) = MappingEngine.map(inventory, program: program, now: now)
      return .success(CaseInput(graph: graph, slots: []))
    case .problem(let message):
      return .failure(CaseFailure(message: message, range: range, actual: []))
    }
  }
}

/// What a `given` brings.
package enum GivenInput: Sendable {
  /// What a collector read.
  case inventory(RawInventory)
  /// Why it could not be read, in one sentence.
  case problem(String)
}

extension CaseFailure: Error {}
