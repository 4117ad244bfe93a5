/// A part of a run, in the order in which runs go.
package enum CheckStage: String, Hashable, Sendable, CaseIterable {
  /// The files of packs and benchmarks are read, or their compiled form is.
  case packs
  /// Policies become syntax trees.
  case parse
  /// Names and types are checked, and each expression is lowered to a term as soon as it is.
  case check
  /// The rules and parameters of benchmarks are looked up, and chosen.
  case select
  /// Inputs are read and become graphs.
  case ingest
  /// Rules judge resources.
  case evaluate
  /// What came of it is put together.
  case report
}
