/// How many resources of a place have each status under a rule.
package struct PlaceCounts: Hashable, Sendable {
  /// The place.
  package let place: Place

  /// How many resources have each status.
  package let counts: StatusCounts

  /// What inputs lack that show the place, as 0-based indices into the populations of the rule.
  package let populations: [Int]

  /// How many of the resources were judged by a value that may be looser than the benchmark's own.
  package let loosenedCount: Int
}
