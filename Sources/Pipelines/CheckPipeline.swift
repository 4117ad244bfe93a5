internal import Collectors
internal import Compliance
package import Diagnostics
internal import DomainValues
internal import GraphIngest
internal import Parallelism
internal import PolicyChecker
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import PolicyParser
internal import PolicySyntax
internal import ResourceModel
package import SourceText
internal import StructuredText

/// From packs and inputs to a report.
///
/// Load, parse, check, select; collect, map, freeze; evaluate, report. Nothing here reads a file, a clock or the environment.
package struct CheckPipeline: Sendable {
  /// The texts of the run, to which diagnostics and findings point.
  package private(set) var sources = SourceMap()

  /// What is wrong with packs and inputs.
  package internal(set) var diagnostics = DiagnosticSet()

  /// Creates a pipeline that has not run.
  package init() {}

  /// Returns what `request` asks for.
  ///
  /// - Throws: a `CheckFailure` when packs or inputs cannot be used.
  package mutating func run(_ request: CheckRequest) throws(CheckFailure) -> CheckResult {
    sources = request.sources
    guard let input = request.inputs.first, case .bytes(let bytes) = input.contents,
      let source = source(input.name, bytes)
    else { return try run(request, prepareAny(request), early: nil) }
    // The first input is collected while packs are read: nothing in it hangs on them.
    let (prepared, early) = ConcurrentWork.both(jobs: request.jobs) {
      Result { () throws(CheckFailure) in try prepareAny(request) }
    } beside: {
      source.collect()
    }
    return try run(request, prepared.get(), early: early)
  }

  /// Reads packs and what people decided, and chooses what to evaluate, having read no other
  /// shipped benchmarks than needed.
  private mutating func prepareAny(
    _ request: CheckRequest
  ) throws(CheckFailure) -> PreparedRun {
    guard !request.inputs.isEmpty, !request.compiled.isEmpty else {
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
    _ request: CheckRequest, _ prepared: PreparedRun, early: EarlyInventory?
  ) throws(CheckFailure) -> CheckResult {
    let packs = prepared.packs
    guard let selection = prepared.selection, !request.inputs.isEmpty else {
      return .checked(CheckedPacks(packs))
    }
    let program = packs.program
    let reads = program.attributeReads(of: selection.applications.map(\.rule))
    var inputs: [EvaluatedInput] = []
    for (index, input) in request.inputs.enumerated() {
      request.onStage?(.ingest)
      let early = index == 0 ? early : nil
      let (graph, report) = try collect(input, program, reads, request, early: early)
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
    let (library, compiled) = try load(request, choice.joined(with: governance.benchmarks))
    if compiled == nil { request.onStage?(.parse) }
    let trees = compiled == nil ? parse(library, jobs: request.jobs) : []
    if compiled == nil { request.onStage?(.check) }
    let program = if let compiled { compiled } else { try check(trees) }
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
      failurePolicy: request.failurePolicy, governance: packs.governance)
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
    request.compiled = []
    return try analyze(request, .everything)
  }

  /// Adds a text to those of the run, and returns its identity.
  mutating func insert(_ file: SourceFile) -> FileID { sources.insert(file) }

  /// Reads the pack files, and of the shipped benchmarks at least those in `choice`; returns also
  /// the program if its compiled form will do.
  private mutating func load(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> (PackLibrary, Program?) {
    var named: [LoadedPack] = []
    var shipped: [LoadedPack] = []
    for folder in request.packs.flatMap(\.packs) {
      if let pack = load(folder) { named.append(pack) }
    }
    let choice = choice.joined(with: named.flatMap(\.extendedBenchmarks))
    let firstFile = FileID(index: UInt32(sources.files.count))
    let files = request.shipped.map { PackLoader.insert($0, into: &sources) }
    let compiled = compiledPacks(request.compiled, firstFile)
    let isShippedOnly = request.packs.isEmpty
    let names = Set(named.map(\.manifest.name))
    let (_, program) = ConcurrentWork.both(jobs: request.jobs) {
      for (folder, files) in zip(request.shipped, files) {
        // A named pack stands in for the shipped one of its name, which need not be read further.
        let name = PackLoader.name(of: files, in: sources, compiled: compiled)
        if let name, names.contains(name) { continue }
        let (pack, problems) = PackLoader.load(
          folder, files, into: &sources, compiled: compiled, benchmarks: choice)
        diagnostics.formUnion(problems)
        if let pack { shipped.append(pack) }
      }
    } beside: {
      // What is damaged is made of the texts again.
      isShippedOnly ? compiled.flatMap { try? $0.program() } : nil
    }
    let (library, problems) = PackLibrary.assemble(
      named: isShippedOnly ? shipped : named, shipped: isShippedOnly ? [] : shipped,
      isAskedFor: !isShippedOnly)
    diagnostics.formUnion(problems)
    // What would be said of policies whose packs do not fit together would be misleading.
    if diagnostics.containsError { throw .diagnosed }
    guard isShippedOnly, let compiled, compiled.packs == library.packs.map(\.manifest.name) else {
      return (library, nil)
    }
    return (library, program)
  }

  /// Returns the compiled form in `bytes` of the files from `firstFile` on, if it is one of them.
  private func compiledPacks(_ bytes: [UInt8], _ firstFile: FileID) -> CompiledPacks? {
    guard !bytes.isEmpty else { return nil }
    let files = Array(sources.files[Int(firstFile.index)...])
    // One that was made of other texts is as good as none: the texts count.
    return try? CompiledPacks(bytes, of: files, firstFile: firstFile)
  }

  /// Reads the pack file and benchmarks of a pack that was named.
  private mutating func load(_ folder: PackFolder) -> LoadedPack? {
    let (pack, problems) = PackLoader.load(folder, into: &sources)
    diagnostics.formUnion(problems)
    return pack
  }

  /// Parses the policies of all packs, on at most `jobs` threads.
  private mutating func parse(_ library: PackLibrary, jobs: Int) -> [PackSource] {
    let works = library.packs.flatMap(ParseWork.of)
    let results = ParseWork.results(of: works, in: sources, jobs: jobs)
    for (_, problems) in results { diagnostics.formUnion(problems) }
    var trees = results.map(\.0)[...]
    return library.packs.map { pack in
      let own = trees.prefix(ParseWork.of(pack).count)
      trees = trees.dropFirst(own.count)
      return PackSource(
        name: pack.manifest.name, requires: pack.manifest.requirements.map(\.name),
        trees: Array(own))
    }
  }

  /// Checks names and types.
  private mutating func check(_ packs: [PackSource]) throws(CheckFailure) -> Program {
    let (program, problems) = PolicyChecker.check(packs)
    diagnostics.formUnion(problems)
    if diagnostics.containsError { throw .diagnosed }
    return program
  }

  /// Reads waivers and attestations.
  private mutating func readGovernance(
    _ request: CheckRequest
  ) throws(CheckFailure) -> Governance {
    let limits = request.configuration.waiverLimits
    let (waivers, waiverProblems) = Waiver.read(
      insert(request.waivers), of: sources, limits: limits)
    let (attestations, attestationProblems) = Attestation.read(
      insert(request.attestations), of: sources)
    diagnostics.formUnion(waiverProblems)
    diagnostics.formUnion(attestationProblems)
    if diagnostics.containsError { throw .diagnosed }
    return Governance(
      accounts: request.configuration.accounts, waivers: waivers, waiverLimits: limits,
      attestations: attestations)
  }

  private mutating func insert(_ files: [PolicyFile]) -> [FileID] {
    files.map { sources.insert(SourceFile(name: $0.name, bytes: $0.bytes)) }
  }

  /// Resolves the rules and parameters of benchmarks, and what the project says of them.
  private mutating func resolve(
    _ library: PackLibrary, _ program: Program, _ configuration: ProjectConfiguration,
    _ governance: Governance
  ) throws(CheckFailure) -> Selector {
    let constants = ConstantReader { value, parameter in
      let (tree, expression, problems) = PolicyParser.parseExpression(
        value, in: value.range.file)
      guard !problems.containsError else { return (nil, problems) }
      return PolicyChecker.constant(expression, of: tree, as: parameter.type, in: program)
    }
    var selector = Selector(
      library, program: program, constants: constants, overrides: configuration.overrides)
    selector.check(configuration.profiles)
    selector.check(governance.waivers)
    selector.check(governance.attestations)
    diagnostics.formUnion(selector.diagnostics)
    if diagnostics.containsError { throw .diagnosed }
    return selector
  }

  /// Reports named packs that have nothing to evaluate, though there is something to judge.
  private mutating func demandRules(
    _ library: PackLibrary, _ program: Program
  ) throws(CheckFailure) {
    diagnostics.formUnion(library.packsWithoutRules(in: program))
    if diagnostics.containsError { throw .diagnosed }
  }

  private func select(
    _ request: CheckRequest, _ selector: Selector
  ) throws(CheckFailure) -> Selection {
    do {
      return try selector.select(
        request.benchmarks, profile: request.profile, everyVersion: request.everyVersion)
    } catch {
      throw .selection(error)
    }
  }

  /// Makes the graph of `input`: reads one, or maps raw resources.
  mutating func collect(
    _ input: InputFile, _ program: Program, _ reads: AttributeReads, _ request: CheckRequest,
    early: EarlyInventory? = nil
  ) throws(CheckFailure) -> (ResourceGraph, InputReport) {
    switch input.contents {
    case .later(let open):
      let opened: InputFile
      do throws(UnreadableInput) {
        opened = try open()
      } catch {
        throw .unreadable(input: input.name, error)
      }
      return try collect(opened, program, reads, request)
    case .graph(let start, let rest):
      let reader = GraphReader(schema: program.schema, reads: reads, jobs: request.jobs)
      do throws(GraphError) {
        let read = try reader.read(rest, start: start)
        let report = InputReport(
          name: input.name, format: "graph", resourceCount: read.resourceCount, notes: read.notes)
        return (read.graph, report)
      } catch {
        diagnostics.insert(error.diagnostic(in: sources.insert(error.file(name: input.name))))
        throw .diagnosed
      }
    case .bytes(let bytes):
      let inventory = try collect(input.name, bytes, early)
      let (graph, notes) = MappingEngine.map(
        inventory, program: program, now: request.now, reads: reads)
      let report = InputReport(
        name: input.name, format: inventory.source, resourceCount: inventory.resources.count,
        notes: inventory.notes + notes.map(\.description))
      return (graph, report)
    }
  }

  /// Returns the raw resources of the input called `name`, which may have been collected already.
  private mutating func collect(
    _ name: String, _ bytes: [UInt8], _ early: EarlyInventory?
  ) throws(CheckFailure) -> RawInventory {
    guard let collected = early ?? source(name, bytes)?.collect() else {
      throw .tooLarge(input: name)
    }
    do {
      return try collected.contents.get()
    } catch {
      diagnostics.insert(.uncollectable(error))
      throw .diagnosed
    }
  }

  /// Returns the input called `name` as a text of the run, or `nil` when it is too large for one.
  private mutating func source(_ name: String, _ bytes: [UInt8]) -> EarlyInventory.Source? {
    guard let file = InputFormat.file(name: name, bytes: bytes) else { return nil }
    return EarlyInventory.Source(file: file, id: sources.insert(file))
  }

  func evaluate(
    _ applications: [RuleApplication], _ packs: AnalyzedPacks, _ graph: ResourceGraph,
    _ request: CheckRequest
  ) -> [RuleOutcome] {
    // A waiver may speak of any finding.
    let detail = packs.governance.waivers.isEmpty ? request.detail : .everything
    return Selection.outcomes(
      of: applications, in: Evaluation(program: packs.program, graph: graph, now: request.now),
      accounts: request.configuration.accounts, jobs: request.jobs, detail: detail)
  }
}
