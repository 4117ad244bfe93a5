internal import ResourceModel

/// The rows that one reader has made.
struct GraphPart: Sendable {
  /// The rows, with the pools that they name things of.
  var builder: GraphBuilder

  /// The values that have no schema.
  var rawValues: RawValues

  /// What there is beside the rows.
  var tally: GraphTally

  /// The pieces of the source that the reader was given, in order.
  var pieces: [ReadPiece] = []
}

/// What a reader counts and keeps beside the rows.
struct GraphTally: Sendable {
  /// The number of resources, of whatever type.
  var resourceCount = 0

  /// The accounts and regions that are written out.
  var records: [ContainerRecord] = []

  /// The accounts and regions in which resources are, in the order in which they are met.
  var scopes: [Scope] = []

  /// The types that the schema does not have, in the order in which they are met.
  var strangeTypes: [Stranger] = []

  /// The names that resources and structures have, and that their types have not.
  var strangers: [Stranger] = []
}

/// A piece of the source, and what a reader has when it is done with it.
struct ReadPiece: Sendable {
  /// The 0-based number of the piece.
  let number: Int

  /// The number of lines in it.
  let lineCount: Int

  /// The number of rows of each type, up to and with this piece.
  let rowCounts: [Int]

  /// Likewise the numbers of what is kept beside them.
  let recordCount: Int
  let scopeCount: Int
}

/// What is wrong in a piece.
struct PieceFault: Error {
  /// The 0-based number of the piece.
  let number: Int

  /// What is wrong; its line is counted from 1 in the piece.
  let error: GraphError

  /// The pieces that the reader was done with before.
  var pieces: [ReadPiece] = []
}
