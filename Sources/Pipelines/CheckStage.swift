/// A part of a run, in the order in which runs go.
package enum CheckStage: String, Hashable, Sendable, CaseIterable {
  /// Packs are read, parsed and checked, and rules selected.
  case packs
  /// Inputs are read and become graphs.
  case ingest
  /// Rules judge resources.
  case evaluate
  /// What came of it is put together.
  case report
}
