internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// What is reached by following edges, again and again.
struct ClosureSearch {
  /// The resources, in the order in which they are reached, each once.
  fileprivate(set) var rows: [RowID] = []

  /// Why there may be more: edges that are not known, and lists that are not complete.
  fileprivate(set) var missing: [Cause] = []

  /// Where the resources to start at were read.
  fileprivate(set) var origin: SourceRange?

  /// Why nothing is known of it.
  fileprivate var failure: [Cause] = []

  /// The resource before each on the shortest way to it; those to start at have none.
  fileprivate var previous: [RowID: RowID] = [:]

  /// The set of the resources.
  var cell: Cell {
    if !failure.isEmpty { return Cell(.unknown(failure.distinct), origin: origin) }
    let elements = rows.map { Cell(.value(.resource($0))) }
    return Cell(.value(.set(Collection(elements, missing: missing.distinct))), origin: origin)
  }

  /// Returns the resources on the shortest way to `row`, that itself last.
  func way(to row: RowID) -> [RowID] {
    var way = [row]
    var next = previous[row]
    while let row = next, !way.contains(row) {
      way.append(row)
      next = previous[row]
    }
    // A way that comes back to where it starts is shown as such.
    if let row = next { way.append(row) }
    return way.reversed()
  }
}

extension TermEvaluator {
  /// Returns what is reached from the resource or resources in `base` by following one of the paths
  /// once or more often; with those it starts at when `includesBase`.
  ///
  /// Each resource is expanded once, so that a cycle ends.
  func closure(of base: Cell, along paths: [[Int]], includesBase: Bool) -> ClosureSearch {
    var search = ClosureSearch()
    search.origin = base.origin
    let starts: Collection
    switch base.reading {
    case .value(.resource): starts = Collection([base])
    case .value(.list(let collection)), .value(.set(let collection)): starts = collection
    case .value, .absent, .unknown:
      search.failure = base.withoutValue.reading.causes
      return search
    }
    search.missing = starts.missing
    var pending: [RowID] = []
    var expanded: Set<RowID> = []
    var reached: Set<RowID> = []
    for start in starts.elements {
      guard case .value(.resource(let row)) = start.reading else {
        search.missing += start.withoutValue.reading.causes
        continue
      }
      if expanded.insert(row).inserted { pending.append(row) }
      if includesBase, reached.insert(row).inserted { search.rows.append(row) }
    }
    var next = 0
    while next < pending.count {
      let row = pending[next]
      next += 1
      for path in paths {
        for target in follow(path, from: row, missing: &search.missing) {
          if isExhausted {
            search.failure = [limits.stepCause]
            return search
          }
          guard reached.insert(target).inserted else { continue }
          search.rows.append(target)
          search.previous[target] = row
          if expanded.insert(target).inserted { pending.append(target) }
        }
      }
    }
    return search
  }

  /// Returns the resources at the end of the path from `row`, and adds why there may be others.
  private func follow(
    _ path: [Int], from row: RowID, missing: inout [Cause]
  ) -> [RowID] {
    var cells = [Cell(.value(.resource(row)))]
    for index in path {
      var ends: [Cell] = []
      for cell in cells {
        spend(1)
        let end = step(index, from: cell)
        switch end.reading {
        case .value(.list(let collection)), .value(.set(let collection)):
          ends += collection.elements
          missing += collection.missing
        case .value: ends.append(end)
        case .absent: continue
        case .unknown(let causes): missing += causes
        }
      }
      cells = ends
    }
    return cells.compactMap { cell in
      if case .value(.resource(let row)) = cell.reading { return row }
      missing += cell.reading == .absent ? [] : cell.withoutValue.reading.causes
      return nil
    }
  }
}
