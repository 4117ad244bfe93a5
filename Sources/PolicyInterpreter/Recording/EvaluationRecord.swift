package import PolicyIR
package import ResourceModel

/// What the terms of a program gave while rules were judged, and the nodes that were looked at.
package struct EvaluationRecord: Hashable, Sendable {
  /// What was seen, by term.
  private var sightings: [TermSightings]

  /// The nodes of which an attribute was read, and those that such an attribute named.
  package private(set) var rows: Set<RowID> = []

  /// Creates the record of nothing yet, for `termCount` terms.
  package init(termCount: Int) {
    sightings = Array(repeating: [], count: termCount)
  }

  /// Returns what was seen of the term.
  package func sightings(of id: TermID) -> TermSightings {
    let index = Int(id.index)
    return sightings.indices.contains(index) ? sightings[index] : []
  }

  /// Adds what `other`, of the same program, saw.
  package mutating func formUnion(_ other: EvaluationRecord) {
    for index in sightings.indices where other.sightings.indices.contains(index) {
      sightings[index].formUnion(other.sightings[index])
    }
    rows.formUnion(other.rows)
  }

  /// Notes that the term was seen to give this.
  mutating func insert(_ seen: TermSightings, of id: TermID) {
    let index = Int(id.index)
    if sightings.indices.contains(index) { sightings[index].formUnion(seen) }
  }

  /// Notes that the nodes were looked at.
  mutating func insert(_ nodes: [RowID]) { rows.formUnion(nodes) }
}
