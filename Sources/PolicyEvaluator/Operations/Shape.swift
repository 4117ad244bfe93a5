internal import ResourceModel

/// What the rows of a vector are.
enum Shape: Hashable, Sendable {
  /// Truth bytes; never absent.
  case truth
  /// A `Bool` that may be absent: truth bytes beside states.
  case bits
  /// Numbers, milliseconds, bytes; of doubles their bits.
  case words(NumberKind)
  /// Indices of enum cases.
  case cases(EnumerationID)
  /// Numbers of the pool of texts.
  case texts
  /// Numbers of the pool of texts, of ARNs.
  case arns
  /// Numbers of the pool of values.
  case values
  /// Rows of nodes.
  case edges(ResourceTypeID)
  /// Runs of the child of a column.
  case runs(ColumnPath, isSet: Bool)
  /// Runs of entries of the children of a column.
  case pairs(ColumnPath)
  /// Groups of nodes that refer to one.
  case groups(EdgeID)
  /// Rows of a column of structures.
  case structure(ColumnPath)
  /// The least and greatest number that a count may be.
  case bounds

  /// Whether few distinct values stand for many rows, so that it pays to decide each once.
  var isDictionary: Bool {
    switch self {
    case .truth, .bits, .words, .cases, .texts, .arns, .values: true
    case .edges, .runs, .pairs, .groups, .structure, .bounds: false
    }
  }

  /// What numbers stand for.
  enum NumberKind: Hashable, Sendable {
    case int, float, duration, timestamp, bytes
  }
}
