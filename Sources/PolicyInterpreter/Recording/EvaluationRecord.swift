package import PolicyIR

/// What the terms of a program gave while rules were judged.
package struct EvaluationRecord: Hashable, Sendable {
  /// What was seen, by term.
  private var sightings: [TermSightings]

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
  }

  /// Notes that the term was seen to give this.
  mutating func insert(_ seen: TermSightings, of id: TermID) {
    let index = Int(id.index)
    if sightings.indices.contains(index) { sightings[index].formUnion(seen) }
  }
}
