internal import ResourceModel

extension GraphPart {
  /// Returns the parts as one, with rows in the order of the source, whoever read which piece.
  ///
  /// Before the first piece there are `lineBase` lines, which places in `parts` count only when there
  /// is one part.
  static func merged(
    _ parts: consuming [GraphPart], schema: Schema, lineBase: Int
  ) -> GraphPart {
    if parts.count == 1, let only = parts.first { return only }
    var remaining = parts
    remaining.sort { ($0.pieces.first?.number ?? .max) < ($1.pieces.first?.number ?? .max) }
    var merged = GraphPart(
      builder: GraphBuilder(schema: schema, rawValues: RawValues()), rawValues: RawValues(),
      tally: GraphTally())
    var order: [(piece: Int, part: Int, index: Int)] = []
    for (index, part) in remaining.enumerated() {
      for (place, piece) in part.pieces.enumerated() { order.append((piece.number, index, place)) }
    }
    order.sort { $0.piece < $1.piece }
    var numbers: [PoolNumbers] = []
    for part in remaining {
      let count = merged.rawValues.count
      numbers.append(PoolNumbers(of: part.builder.pools, rawValueCount: count))
      merged.rawValues.append(contentsOf: part.rawValues)
    }
    var scopes: Set<Scope> = []
    var line = lineBase
    for (_, part, index) in order {
      let pieces = remaining[part].pieces
      let before = index == 0 ? nil : pieces[index - 1]
      merged.append(
        remaining[part], pieces[index], after: before, &numbers[part], &scopes, line: line)
      line += pieces[index].lineCount
      if index == pieces.count - 1 {
        merged.take(remaining[part].tally)
        // What is merged is not needed a second time.
        remaining[part].builder.tables = []
      }
    }
    return merged
  }

  /// Adds what `part` has between two pieces; its lines start at `line`.
  private mutating func append(
    _ part: GraphPart, _ piece: ReadPiece, after before: ReadPiece?, _ numbers: inout PoolNumbers,
    _ scopes: inout Set<Scope>, line: Int
  ) {
    let distance = Place.make(line: line, column: 0)
    for type in builder.tables.indices {
      let rows = (before?.rowCounts[type] ?? 0)..<piece.rowCounts[type]
      guard !rows.isEmpty else { continue }
      builder.append(rows, of: part.builder.tables[type], type, &numbers, addingToPlaces: distance)
    }
    for record in part.tally.records[(before?.recordCount ?? 0)..<piece.recordCount] {
      tally.records.append(
        ContainerRecord(
          type: record.type, account: numbers.string(record.account, &builder.pools),
          region: numbers.string(record.region, &builder.pools), text: record.text,
          place: record.place + distance))
    }
    for scope in part.tally.scopes[(before?.scopeCount ?? 0)..<piece.scopeCount] {
      let known = Scope(
        account: numbers.string(scope.account, &builder.pools),
        region: numbers.string(scope.region, &builder.pools))
      if scopes.insert(known).inserted { tally.scopes.append(known) }
    }
  }

  /// Adds what a part counted.
  private mutating func take(_ other: GraphTally) {
    tally.resourceCount += other.resourceCount
    tally.strangers = Stranger.merged(tally.strangers, other.strangers)
    tally.strangeTypes = Stranger.merged(tally.strangeTypes, other.strangeTypes)
  }
}

extension Stranger {
  /// Returns the names of both lists, each once, in an order that does not depend on who met them.
  static func merged(_ some: [Stranger], _ others: [Stranger]) -> [Stranger] {
    var result = some
    for other in others {
      let known = result.firstIndex { $0.owner == other.owner && $0.name == other.name }
      if let known {
        result[known].count += other.count
      } else {
        result.append(other)
      }
    }
    return result
  }
}
