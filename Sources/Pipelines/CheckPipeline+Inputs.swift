internal import Collectors
internal import Compliance
internal import Diagnostics
internal import GraphIngest
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceMapping
internal import ResourceModel
internal import SourceText

/// What is judged, and the judging.
extension CheckPipeline {
  /// Makes the graph of `input`: reads one, or maps raw resources.
  mutating func collect(
    _ input: InputFile, _ program: Program, _ reads: AttributeReads, _ request: CheckRequest,
    early: consuming EarlyInput? = nil
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
          name: input.name, format: "graph", resourceCount: read.resourceCount,
          details: read.notes)
        return (read.graph, report)
      } catch {
        diagnostics.insert(error.diagnostic(in: sources.insert(error.file(name: input.name))))
        throw .diagnosed
      }
    case .bytes(let bytes):
      let inventory = try inventory(
        of: early ?? source(input.name, bytes)?.read(), called: input.name, program, reads)
      let (graph, notes) = MappingEngine.map(
        inventory, program: program, now: request.now, reads: reads)
      let report = InputReport(
        name: input.name, format: inventory.source,
        resourceCount: inventory.resources.count { !$0.isFormer },
        warnings: inventory.notes + notes.filter(\.isWarning).map(\.description),
        details: notes.filter { !$0.isWarning }.map(\.description))
      return (graph, report)
    }
  }

  /// Below this number of resources finding out what is read of them takes longer than it saves.
  private static let fewResources = 500

  /// Returns the raw resources of `input`, which is called `name`, with what mappings read of them for
  /// the attributes in `reads`.
  private mutating func inventory(
    of input: consuming EarlyInput?, called name: String, _ program: Program,
    _ reads: AttributeReads
  ) throws(CheckFailure) -> RawInventory {
    guard let input else { throw .tooLarge(input: name) }
    do {
      let read = try input.contents.get()
      if read.resourceCount < CheckPipeline.fewResources { return try read.inventory(.everything) }
      return try read.inventory(
        RawReader.reads(
          of: program, from: read.sourceName, types: read.rawTypes, for: reads))
    } catch {
      diagnostics.insert(.uncollectable(error))
      throw .diagnosed
    }
  }

  /// Returns the input called `name` as a text of the run, or `nil` when it is too large for one.
  mutating func source(_ name: String, _ bytes: [UInt8]) -> EarlyInput.Source? {
    guard let file = InputFormat.file(name: name, bytes: bytes) else { return nil }
    return EarlyInput.Source(file: file, id: sources.insert(file))
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
