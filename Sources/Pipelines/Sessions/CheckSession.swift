internal import Compliance
package import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
package import SourceText

/// Runs that follow each other, of which each does only what changes since the one before ask for.
///
/// What comes of a run is the same as if it were the only one: what is kept are packs, while their
/// files are the same; the graphs of inputs, while they and the schema are the same; and what rules
/// say of a graph, while their text and all that they call are the same, and where the input changed
/// all that they read. It serves whoever watches files, and an editor in which they change.
package struct CheckSession: Sendable {
  private var pipeline = CheckPipeline()
  private var packs: KeptPacks?
  private var inputs: [KeptInput] = []

  /// The texts of all but rules in the packs that loaded last, and how often they changed.
  private var meaning = (texts: "", number: 0)

  /// The texts of the configuration, which come before all others.
  private var configuration: [SourceFile] = []

  /// What the last run did anew.
  package private(set) var work = SessionWork()

  /// The most bytes of texts that are held, those of earlier runs among them, before the session
  /// starts anew.
  private static let mostBytes = 1 << 30

  /// Creates a session in which nothing was run.
  package init() {}

  /// The texts to which diagnostics and findings of the last run point.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with packs and inputs of the last run.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Returns what `request` asks for.
  ///
  /// - Throws: a `CheckFailure` when packs or inputs cannot be used.
  package mutating func run(_ request: CheckRequest) throws(CheckFailure) -> CheckResult {
    // Places in the configuration are those of a run that begins with its text.
    let isSame = configuration.elementsEqual(request.sources.files) {
      $0.name == $1.name && $0.bytes == $1.bytes
    }
    if !isSame || sources.files.reduce(0, { $0 + $1.byteCount }) > CheckSession.mostBytes {
      self = CheckSession()
      configuration = request.sources.files
    }
    work = SessionWork()
    let packs = try keptPacks(for: request)
    pipeline.diagnostics = packs.diagnostics
    guard let selection = try pipeline.selection(request, packs.analyzed),
      !request.inputs.isEmpty
    else {
      return .checked(CheckedPacks(packs.analyzed))
    }
    // What is not asked for any more is forgotten before anything is added, and so is what the packs
    // would not make. What was made of an input that changed stays to be compared with.
    inputs.removeAll { kept in
      !kept.fits(packs) || !request.inputs.contains { kept.name == $0.name }
    }
    var evaluated: [EvaluatedInput] = []
    for input in request.inputs {
      evaluated.append(try evaluate(input, packs, selection, request))
    }
    return pipeline.report(request, packs.analyzed, selection, evaluated)
  }

  private mutating func keptPacks(for request: CheckRequest) throws(CheckFailure) -> KeptPacks {
    if let packs, packs.areMade(of: request) { return packs }
    packs = nil
    pipeline.diagnostics = DiagnosticSet()
    // Which benchmarks are asked for may change while the packs stay.
    let analyzed = try pipeline.analyze(request, .everything)
    work.hasCheckedPacks = true
    let texts = DeclarationTexts(analyzed.trees, in: pipeline.sources)
    if texts.others != meaning.texts { meaning = (texts.others, meaning.number + 1) }
    let kept = KeptPacks(
      request: request, analyzed: analyzed, diagnostics: pipeline.diagnostics, texts: texts,
      meaning: meaning.number)
    packs = kept
    return kept
  }

  private mutating func evaluate(
    _ input: InputFile, _ packs: KeptPacks, _ selection: Selection, _ request: CheckRequest
  ) throws(CheckFailure) -> EvaluatedInput {
    let program = packs.analyzed.program
    let keys = selection.applications.map { OutcomeKey($0, packs, request) }
    var kept: KeptInput
    var former: KeptInput?
    if let place = inputs.firstIndex(where: { $0.holds(input) }) {
      kept = inputs.remove(at: place)
    } else {
      request.onStage?(.ingest)
      // All attributes, so that a rule that reads one more finds it there.
      let (graph, report) = try pipeline.collect(
        input, program, AttributeReads(ofAllIn: program.schema), request)
      work.readInputs.append(input.name)
      kept = KeptInput(input, graph: graph, report: report, packs: packs)
      former = inputs.firstIndex { $0.name == input.name }.map { inputs.remove(at: $0) }
    }
    request.onStage?(.evaluate)
    if let former {
      let asked = zip(keys, selection.applications)
      kept.adopt(former, Dictionary(asked, uniquingKeysWith: { first, _ in first }), program)
    }
    let missing = keys.indices.filter { kept.outcomes[keys[$0]] == nil }
    let made = pipeline.evaluate(
      missing.map { selection.applications[$0] }, packs.analyzed, kept.graph, request)
    work.evaluatedRuleCount += missing.count
    var outcomes: [OutcomeKey: RuleOutcome] = [:]
    for (index, outcome) in zip(missing, made) { outcomes[keys[index]] = outcome }
    for key in keys where outcomes[key] == nil { outcomes[key] = kept.outcomes[key] }
    kept.outcomes = outcomes
    inputs.append(kept)
    let ordered = zip(selection.applications, keys).compactMap { application, key in
      outcomes[key]?.renamed(application.rule)
    }
    return EvaluatedInput(report: kept.report, graph: kept.graph, outcomes: ordered)
  }
}
