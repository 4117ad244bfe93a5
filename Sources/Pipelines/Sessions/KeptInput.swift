internal import Compliance
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel

/// The graph of an input, and what rules say of it.
struct KeptInput: Sendable {
  /// What people call the input.
  let name: String

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

  /// Takes over what rules said of the graph that was made of the input before it changed, as far as
  /// they see in this one what they saw there.
  ///
  /// - Precondition: the schemas of both have the same shape.
  mutating func adopt(
    _ former: KeptInput, _ keys: [OutcomeKey: RuleApplication], _ program: Program
  ) {
    var comparison = GraphComparison(graph, with: former.graph)
    for (key, application) in keys {
      guard let outcome = former.outcomes[key] else { continue }
      // What is told of a resource stands in the text that there was before.
      if former.graph.hasOrigins, !outcome.subjects.isEmpty { continue }
      let reads = program.attributeReads(
        of: [application.rule], and: application.attributeNames, wholeValues: true)
      if reads.areSame(in: &comparison, program.schema) { outcomes[key] = outcome }
    }
  }

  /// Returns whether `packs` would make the same graph.
  func fits(_ packs: KeptPacks) -> Bool {
    schema.hasSameShape(as: packs.analyzed.program.schema)
      && (mappings == nil || mappings == packs.meaning)
  }
}

extension AttributeReads {
  /// Returns whether all that is read is the same in both graphs.
  fileprivate func areSame(in comparison: inout GraphComparison, _ schema: Schema) -> Bool {
    for index in schema.resources.indices {
      let type = ResourceTypeID(index: index)
      let attributes = schema[type].attributes.indices.filter { contains($0, of: type) }
      guard contains(type) || !attributes.isEmpty else { continue }
      guard comparison.isSame(nodesOf: type),
        attributes.allSatisfy({ comparison.isSame($0, of: type) })
      else { return false }
    }
    return true
  }
}
