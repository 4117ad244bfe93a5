internal import ResourceModel

/// The rows that are made of a part of the source.
struct GraphPart: Sendable {
  /// The rows, with the pools that they name things of.
  var builder: GraphBuilder

  /// The values that have no schema.
  var rawValues: RawValues

  /// What there is beside the rows.
  var tally: GraphTally
}

/// What a reader counts and keeps beside the rows.
struct GraphTally: Sendable {
  /// The number of resources, of whatever type.
  var resourceCount = 0

  /// The accounts and regions that are written out.
  var records: [ContainerRecord] = []

  /// The accounts and regions in which resources are, in the order in which they are met.
  private(set) var scopes: [Scope] = []

  private var knownScopes: Set<Scope> = []

  /// Where the resource was that was met last.
  private var lastScope: Scope?

  /// The types that the schema does not have, in the order in which they are met.
  var strangeTypes: [Stranger] = []

  /// The names that resources and structures have, and that their types have not.
  var strangers: [Stranger] = []

  /// Takes down where a resource is.
  @inline(__always)
  mutating func note(_ scope: Scope) {
    // Most resources are where the one before is.
    guard scope != lastScope else { return }
    lastScope = scope
    if knownScopes.insert(scope).inserted { scopes.append(scope) }
  }
}

/// What is wrong in a piece.
struct PieceFault: Error {
  /// The 0-based number of the piece.
  let number: Int

  /// What is wrong; its line is counted from 1 in the piece.
  let error: GraphError
}
