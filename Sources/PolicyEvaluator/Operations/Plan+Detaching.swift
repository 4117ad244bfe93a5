internal import PolicyIR

extension Plan {
  /// Returns the plan with a companion of its own, which has copies of the terms in `companion` that
  /// the plan asks of values; `nil` if those cannot stand alone.
  func detached(from companion: Program) -> (plan: Plan, companion: Program)? {
    guard let (own, copies) = companion.extracting(operations.compactMap(\.term)) else {
      return nil
    }
    var plan = self
    for (index, operation) in operations.enumerated() {
      guard let term = operation.term.flatMap({ copies[$0] }) else { continue }
      plan.operations[index] = operation.asking(term)
    }
    return (plan, own)
  }
}

extension Operation {
  /// The term that is asked of values, if one is.
  var term: TermID? {
    switch self {
    case .table(_, let term), .pairTable(_, _, let term): term
    case .subject, .constant, .element, .lift, .read, .referring, .soleReferring, .lookup, .truth,
      .present, .isAbsent, .not, .and, .or, .choice, .chain, .coalesce, .isCase, .equal, .same,
      .compare, .compareBounds, .arithmetic, .isAmong, .isEmpty, .size, .exactBounds, .exactCount,
      .any, .count, .fold, .union, .unite:
      nil
    }
  }

  /// Returns the operation with `term` in the place of the one that is asked, if one is.
  fileprivate func asking(_ term: TermID) -> Operation {
    switch self {
    case .table(let leaf, _): .table(leaf, term)
    case .pairTable(let one, let other, _): .pairTable(one, other, term)
    case .subject, .constant, .element, .lift, .read, .referring, .soleReferring, .lookup, .truth,
      .present, .isAbsent, .not, .and, .or, .choice, .chain, .coalesce, .isCase, .equal, .same,
      .compare, .compareBounds, .arithmetic, .isAmong, .isEmpty, .size, .exactBounds, .exactCount,
      .any, .count, .fold, .union, .unite:
      self
    }
  }
}
