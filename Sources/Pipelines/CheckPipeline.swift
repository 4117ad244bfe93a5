internal import Compliance
package import Diagnostics
internal import DomainValues
internal import Parallelism
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
package import SourceText

/// From packs and inputs to a report.
///
/// Load, parse, check, select; collect, map, freeze; evaluate, report. Nothing here reads a file, a clock or the environment.
package struct CheckPipeline: Sendable {
  /// The texts of the run, to which diagnostics and findings point.
  package internal(set) var sources = SourceMap()

  /// What is wrong with packs and inputs.
  package internal(set) var diagnostics = DiagnosticSet()

  /// Creates a pipeline that has not run.
  package init() {}

  /// Returns what `request` asks for.
  ///
  /// - Throws: a `CheckFailure` when packs or inputs cannot be used.
  package mutating func run(_ request: CheckRequest) throws(CheckFailure) -> CheckResult {
    var request = request
    if request.isSmall { request.jobs = 1 }
    sources = request.sources
    guard let input = request.inputs.first, case .bytes(let bytes) = input.contents,
      let source = source(input.name, bytes)
    else { return try run(request, prepareAny(request), early: nil) }
    // The first input is read while packs are: only which of its values are wanted hangs on them.
    let (prepared, early) = ConcurrentWork.both(jobs: request.jobs) {
      Result { () throws(CheckFailure) in try prepareAny(request) }
    } beside: {
      source.read()
    }
    return try run(request, prepared.get(), early: early)
  }

  /// Reads packs and what people decided, and chooses what to evaluate, having read no other
  /// shipped benchmarks than needed.
  private mutating func prepareAny(
    _ request: CheckRequest
  ) throws(CheckFailure) -> PreparedRun {
    guard !request.inputs.isEmpty, request.compiled.count > 0 else {
      return try prepare(request, .everything)
    }
    let start = self
    do throws(CheckFailure) {
      return try prepare(request, request.neededBenchmarks)
    } catch {
      // Something that is named may be in a benchmark that was not read, and messages name what
      // there is: so all have to be known.
      self = start
      return try prepare(request, .everything)
    }
  }

  /// Reads packs and what people decided, and chooses what to evaluate, having read no other
  /// shipped benchmarks than `choice` and those that packs and people speak of.
  private mutating func prepare(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> PreparedRun {
    let packs = try analyze(request, choice)
    return PreparedRun(packs: packs, selection: try selection(request, packs))
  }

  /// Evaluates what was prepared.
  private mutating func run(
    _ request: CheckRequest, _ prepared: PreparedRun, early: consuming EarlyInput?
  ) throws(CheckFailure) -> CheckResult {
    let packs = prepared.packs
    guard let selection = prepared.selection, !request.inputs.isEmpty else {
      return .checked(CheckedPacks(packs))
    }
    let program = packs.program
    let reads = program.attributeReads(
      of: selection.applications.map(\.rule),
      and: packs.governance.attributeNames.union(selection.attributeNames),
      wholeValues: packs.governance.looksAtElements)
    var inputs: [EvaluatedInput] = []
    var first = early
    for input in request.inputs {
      request.onStage?(.ingest)
      // Handed on and not kept, so that its memory is free when its resources are collected.
      let read = first
      first = nil
      let (graph, report) = try collect(input, program, reads, request, early: read)
      request.onStage?(.evaluate)
      let outcomes = evaluate(selection.applications, packs, graph, request)
      inputs.append(EvaluatedInput(report: report, graph: graph, outcomes: outcomes))
    }
    return report(request, packs, selection, inputs)
  }

  /// Reads what people decided, loads, parses and checks the packs of `request`, and of the shipped
  /// benchmarks at least those in `choice`.
  mutating func analyze(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> AnalyzedPacks {
    request.onStage?(.packs)
    // The texts of the configuration come first, as its places say; whoever has some has those.
    if sources.files.isEmpty { sources = request.sources }
    let governance = try readGovernance(request)
    let (library, base) = try load(request, choice.joined(with: governance.benchmarks))
    let (trees, program) = try check(library, on: consume base, request)
    request.onStage?(.select)
    let selector = try resolve(library, program, request.configuration, governance)
    return AnalyzedPacks(
      library: library, trees: trees, program: program, selector: selector, governance: governance)
  }

  /// Returns what of `packs` is to be evaluated, or `nil` when there is nothing to evaluate it on.
  mutating func selection(
    _ request: CheckRequest, _ packs: AnalyzedPacks
  ) throws(CheckFailure) -> Selection? {
    if !request.inputs.isEmpty { try demandRules(packs.library, packs.program) }
    // Without inputs it is looked up all the same, so that a misspelling is not found late.
    let isAsked = !request.inputs.isEmpty || !request.benchmarks.isEmpty
    return isAsked ? try select(request, packs.selector) : nil
  }

  /// Puts together what came of the evaluation of `inputs`.
  func report(
    _ request: CheckRequest, _ packs: AnalyzedPacks, _ selection: Selection,
    _ inputs: [EvaluatedInput]
  ) -> CheckResult {
    request.onStage?(.report)
    let report = Report.make(
      selection, of: inputs, program: packs.program, sources: sources, now: request.now,
      failurePolicy: request.failurePolicy, governance: packs.governance, jobs: request.jobs)
    return .evaluated(
      EvaluatedRun(
        program: packs.program, selection: selection, governance: packs.governance,
        inputs: inputs, report: report))
  }

  /// Returns the packs of `request`, which load; its inputs are not looked at.
  ///
  /// - Throws: a `CheckFailure` when they do not.
  mutating func analyze(_ request: CheckRequest) throws(CheckFailure) -> AnalyzedPacks {
    var request = request
    // A compiled form has no syntax.
    request.compiled = FileBytes([])
    return try analyze(request, .everything)
  }

  /// Adds a text to those of the run, and returns its identity.
  mutating func insert(_ file: SourceFile) -> FileID { sources.insert(file) }
}
