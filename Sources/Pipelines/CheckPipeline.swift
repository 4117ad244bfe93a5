internal import Collectors
internal import Compliance
package import Diagnostics
internal import DomainValues
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
  package private(set) var diagnostics = DiagnosticSet()

  /// Creates a pipeline that has not run.
  package init() {}

  /// Returns what `request` asks for.
  ///
  /// - Throws: a `CheckFailure` when packs or inputs cannot be used.
  package mutating func run(_ request: CheckRequest) throws(CheckFailure) -> CheckResult {
    guard !request.inputs.isEmpty, !request.compiled.isEmpty else {
      return try run(request, prepare(request, .everything))
    }
    let prepared: PreparedRun
    do throws(CheckFailure) {
      prepared = try prepare(request, request.neededBenchmarks)
    } catch {
      // Something that is named may be in a benchmark that was not read, and messages name what
      // there is: so all have to be known.
      self = CheckPipeline()
      return try run(request, prepare(request, .everything))
    }
    return try run(request, prepared)
  }

  /// Reads packs and what people decided, and chooses what to evaluate, having read no other
  /// shipped benchmarks than `choice` and those that packs and people speak of.
  private mutating func prepare(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> PreparedRun {
    sources = request.sources
    let governance = try readGovernance(request)
    let (library, compiled) = try load(request, choice.joined(with: governance.benchmarks))
    let program = if let compiled { compiled } else { try check(parse(library)) }
    let selector = try resolve(library, program, request.configuration, governance)
    if !request.inputs.isEmpty { try demandRules(library, program) }
    // Without inputs it is looked up all the same, so that a misspelling is not found late.
    let isAsked = !request.inputs.isEmpty || !request.benchmarks.isEmpty
    return PreparedRun(
      library: library, program: program, governance: governance, benchmarks: selector.labels,
      selection: isAsked ? try select(request, selector) : nil)
  }

  /// Evaluates what was prepared.
  private mutating func run(
    _ request: CheckRequest, _ prepared: PreparedRun
  ) throws(CheckFailure) -> CheckResult {
    let (library, program) = (prepared.library, prepared.program)
    guard let selection = prepared.selection, !request.inputs.isEmpty else {
      return .checked(
        CheckedPacks(
          packs: library.packs.map(\.manifest.name), program: program,
          benchmarks: prepared.benchmarks, library: library))
    }
    let reads = program.attributeReads(of: selection.applications.map(\.rule))
    var inputs: [EvaluatedInput] = []
    for input in request.inputs {
      let inventory = try collect(input)
      let (graph, notes) = MappingEngine.map(
        inventory, program: program, now: request.now, reads: reads)
      let outcomes = evaluate(selection, program, graph, request)
      let report = InputReport(
        name: input.name, format: inventory.source, resourceCount: inventory.resources.count,
        notes: inventory.notes + notes.map(\.description))
      inputs.append(EvaluatedInput(report: report, graph: graph, outcomes: outcomes))
    }
    let report = Report.make(
      selection, of: inputs, program: program, sources: sources, now: request.now,
      failurePolicy: request.failurePolicy, governance: prepared.governance)
    return .evaluated(
      EvaluatedRun(
        program: program, selection: selection, governance: prepared.governance, inputs: inputs,
        report: report))
  }

  /// Returns the packs of `request`, which load; its inputs are not looked at.
  ///
  /// - Throws: a `CheckFailure` when they do not.
  mutating func analyze(_ request: CheckRequest) throws(CheckFailure) -> AnalyzedPacks {
    sources = request.sources
    let governance = try readGovernance(request)
    let (library, _) = try load(request, .everything)
    let trees = parse(library)
    let program = try check(trees)
    let selector = try resolve(library, program, request.configuration, governance)
    return AnalyzedPacks(
      library: library, trees: trees, program: program, selector: selector, governance: governance)
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
    for (folder, files) in zip(request.shipped, files) {
      let (pack, problems) = PackLoader.load(
        folder, files, into: &sources, compiled: compiled, benchmarks: choice)
      diagnostics.formUnion(problems)
      if let pack { shipped.append(pack) }
    }
    let isShippedOnly = request.packs.isEmpty
    let (library, problems) = PackLibrary.assemble(
      named: isShippedOnly ? shipped : named, shipped: isShippedOnly ? [] : shipped)
    diagnostics.formUnion(problems)
    // What would be said of policies whose packs do not fit together would be misleading.
    if diagnostics.containsError { throw .diagnosed }
    guard isShippedOnly, let compiled, compiled.packs == library.packs.map(\.manifest.name) else {
      return (library, nil)
    }
    // What is damaged is made of the texts again.
    return (library, try? compiled.program())
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

  /// Parses the policies of all packs.
  private mutating func parse(_ library: PackLibrary) -> [PackSource] {
    library.packs.map { pack in
      var trees: [SyntaxTree] = []
      for id in pack.policies {
        let (tree, problems) = PolicyParser.parse(sources[id], id: id)
        diagnostics.formUnion(problems)
        trees.append(tree)
      }
      for id in pack.ruleFiles {
        let (tree, problems) = PolicyParser.parseYAML(sources[id], id: id)
        diagnostics.formUnion(problems)
        trees.append(tree)
      }
      for id in pack.testFiles {
        let (tree, problems) = PolicyParser.parseYAML(sources[id], id: id, holding: .tests)
        diagnostics.formUnion(problems)
        trees.append(tree)
      }
      return PackSource(
        name: pack.manifest.name, requires: pack.manifest.requirements.map(\.name), trees: trees)
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

  private mutating func insert(_ files: [InputFile]) -> [FileID] {
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

  /// Collects the raw resources of `input`.
  private mutating func collect(_ input: InputFile) throws(CheckFailure) -> RawInventory {
    guard let file = InputFormat.file(name: input.name, bytes: input.bytes) else {
      throw .tooLarge(input: input.name)
    }
    // A file in no known format is taken for a plan, for the collector to say what is wrong.
    let format = InputFormat.detect(file) ?? .terraformPlan
    let id = sources.insert(file)
    do {
      return try format.collect(file, id: id)
    } catch {
      diagnostics.insert(.uncollectable(error))
      throw .diagnosed
    }
  }

  private func evaluate(
    _ selection: Selection, _ program: Program, _ graph: ResourceGraph, _ request: CheckRequest
  ) -> [RuleOutcome] {
    selection.outcomes(
      in: Evaluation(program: program, graph: graph, now: request.now),
      accounts: request.configuration.accounts)
  }
}
