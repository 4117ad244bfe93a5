internal import Collectors
internal import Compliance
package import Diagnostics
internal import DomainValues
internal import PolicyChecker
internal import PolicyEvaluator
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
    do throws(CheckFailure) {
      return try run(request, request.inputs.isEmpty ? .everything : request.neededBenchmarks)
    } catch {
      guard case .selection = error, !request.compiled.isEmpty else { throw error }
      // The message names every benchmark there is, so all have to be known.
      self = CheckPipeline()
      return try run(request, .everything)
    }
  }

  /// Returns what `request` asks for, having read no other shipped benchmarks than `choice`.
  private mutating func run(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> CheckResult {
    let (library, compiled) = try load(request, choice)
    let program = if let compiled { compiled } else { try check(parse(library)) }
    let selector = try resolve(library, program)
    guard !request.inputs.isEmpty else {
      // What was asked for is looked up all the same, so that a misspelling is not found late.
      if !request.benchmarks.isEmpty { _ = try select(request, selector) }
      return .checked(
        CheckedPacks(
          packs: library.packs.map(\.manifest.name), program: program,
          benchmarks: selector.labels, library: library))
    }
    try demandRules(library, program)
    let selection = try select(request, selector)
    let reads = program.attributeReads(of: selection.applications.map(\.rule))
    var inputs: [EvaluatedInput] = []
    for input in request.inputs {
      let inventory = try collect(input)
      let (graph, notes) = MappingEngine.map(
        inventory, program: program, now: request.now, reads: reads)
      let outcomes = evaluate(selection, program, graph, request.now)
      let report = InputReport(
        name: input.name, format: inventory.source, resourceCount: inventory.resources.count,
        notes: inventory.notes + notes.map(\.description))
      inputs.append(EvaluatedInput(report: report, graph: graph, outcomes: outcomes))
    }
    let report = Report.make(
      selection, of: inputs, program: program, sources: sources, now: request.now,
      failurePolicy: request.failurePolicy)
    return .evaluated(
      EvaluatedRun(program: program, selection: selection, inputs: inputs, report: report))
  }

  /// Returns the packs of `request`, which load; its inputs are not looked at.
  ///
  /// - Throws: a `CheckFailure` when they do not.
  mutating func analyze(_ request: CheckRequest) throws(CheckFailure) -> AnalyzedPacks {
    let (library, _) = try load(request, .everything)
    let trees = parse(library)
    let program = try check(trees)
    let selector = try resolve(library, program)
    return AnalyzedPacks(library: library, trees: trees, program: program, selector: selector)
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
      named: isShippedOnly ? shipped : named, shipped: isShippedOnly ? [] : shipped,
      isAskedFor: !isShippedOnly)
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

  /// Resolves the rules and parameters of benchmarks.
  private mutating func resolve(
    _ library: PackLibrary, _ program: Program
  ) throws(CheckFailure) -> Selector {
    let constants = ConstantReader { value, parameter in
      let (tree, expression, problems) = PolicyParser.parseExpression(
        value, in: value.range.file)
      guard !problems.containsError else { return (nil, problems) }
      return PolicyChecker.constant(expression, of: tree, as: parameter.type, in: program)
    }
    let selector = Selector(library, program: program, constants: constants)
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
    _ selection: Selection, _ program: Program, _ graph: ResourceGraph, _ now: Timestamp
  ) -> [RuleOutcome] {
    let evaluation = Evaluation(program: program, graph: graph, now: now)
    let applications = selection.applications.map {
      EvaluatedApplication(rule: $0.rule, parameters: $0.parameters)
    }
    return CompiledRules(applications, evaluation).outcomes()
  }
}
