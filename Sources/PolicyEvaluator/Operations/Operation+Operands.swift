extension Operation {
  /// The operations whose vectors this one reads, but for the collection of its frame.
  var operands: [OperationID] {
    switch self {
    case .subject, .constant, .element: []
    case .lift(let one), .read(let one, _, _), .referring(let one, _), .soleReferring(let one, _),
      .lookup(let one, _, _), .truth(let one), .present(let one), .isAbsent(let one), .not(let one),
      .isCase(let one, _), .isAmong(let one, _), .table(let one, _), .isEmpty(let one),
      .size(let one), .exactBounds(let one), .exactCount(let one):
      [one]
    case .and(let one, let other), .or(let one, let other), .chain(let one, let other),
      .coalesce(let one, let other), .equal(let one, let other), .same(let one, let other),
      .compare(_, let one, let other), .compareBounds(_, let one, let other),
      .arithmetic(_, let one, let other), .pairTable(let one, let other, _):
      [one, other]
    case .choice(let test, let one, let other): [test, one, other]
    case .any(_, let filter, let hit), .count(_, let filter, let hit):
      [filter, hit].compactMap(\.self)
    case .union(_, let filter, let body, _, _), .fold(_, _, let filter, let body, _):
      [filter, body].compactMap(\.self)
    case .unite(let sets, _): sets
    }
  }

  /// The frame over whose rows this one goes, if it goes over one.
  var frame: FrameID? {
    switch self {
    case .element(let frame), .any(let frame, _, _), .count(let frame, _, _),
      .union(let frame, _, _, _, _), .fold(_, let frame, _, _, _):
      frame
    case .subject, .constant, .lift, .read, .referring, .soleReferring, .lookup, .truth, .present,
      .isAbsent, .not, .and, .or, .choice, .chain, .coalesce, .isCase, .equal, .same, .compare,
      .compareBounds, .arithmetic, .isAmong, .table, .pairTable, .isEmpty, .size, .exactBounds,
      .exactCount, .unite:
      nil
    }
  }
}
