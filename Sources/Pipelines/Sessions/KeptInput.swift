internal import Compliance
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// The graph of an input, and what rules say of it.
struct KeptInput: Sendable {
  private let name: String
  private let stamp: String?
  private let schema: Schema

  /// The number of the texts that mappings were made of; `nil` of a graph, which needs none.
  private let mappings: Int?

  /// The resources.
  let graph: ResourceGraph

  /// What the input was.
  let report: InputReport

  /// What rules say of the resources.
  var outcomes: [OutcomeKey: RuleOutcome] = [:]

  /// Keeps what was made of `input` by `packs`.
  init(_ input: InputFile, graph: ResourceGraph, report: InputReport, packs: KeptPacks) {
    name = input.name
    stamp = input.stamp
    schema = packs.analyzed.program.schema
    mappings = report.format == "graph" ? nil : packs.meaning
    self.graph = graph
    self.report = report
  }

  /// Returns whether `input` is the one that was read, and has not changed.
  func holds(_ input: InputFile) -> Bool {
    stamp != nil && stamp == input.stamp && name == input.name
  }

  /// Returns whether `packs` would make the same graph.
  func fits(_ packs: KeptPacks) -> Bool {
    schema.hasSameShape(as: packs.analyzed.program.schema)
      && (mappings == nil || mappings == packs.meaning)
  }
}
