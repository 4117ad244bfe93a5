internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The raw resources of an input, and the nodes that are made of them.
struct RawIndex {
  func node(of target: ResourceTypeID, named text: String, origin: SourceRange?) -> Reading { .absent }
  func edge(to target: ResourceTypeID, from id: RawValueID, in rawValues: RawValues) -> Reading { .absent }
  func edges(to target: ResourceTypeID, from id: RawValueID, in rawValues: RawValues) -> Reading { .absent }
}

extension TermEvaluator {
  mutating func evaluateRawFunction(_ builtin: Builtin, _ argument: TermID) -> Cell {
    Cell(.unknown(Cause(.undecidable, builtin.rawValue)))
  }
}
