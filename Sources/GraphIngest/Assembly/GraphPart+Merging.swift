internal import ResourceModel

extension GraphPart {
  /// Adds what follows in the source, whose lines start after `line` others.
  mutating func append(_ part: consuming GraphPart, afterLines line: Int) {
    let distance = Place.make(line: line, column: 0)
    let numbers = builder.append(
      part.builder, rawValueCount: rawValues.count, addingToPlaces: distance)
    rawValues.append(contentsOf: part.rawValues)
    tally.append(part.tally, numbers.strings, addingToPlaces: distance)
  }
}

extension GraphTally {
  /// Adds what follows in the source; `texts` are the numbers here of its texts, and `distance` is
  /// added to where it has something.
  fileprivate mutating func append(
    _ other: GraphTally, _ texts: [UInt32], addingToPlaces distance: UInt64
  ) {
    resourceCount += other.resourceCount
    for record in other.records {
      records.append(
        ContainerRecord(
          type: record.type, account: texts[Int(record.account)],
          region: texts[Int(record.region)], text: record.text, place: record.place + distance))
    }
    for scope in other.scopes {
      note(Scope(account: texts[Int(scope.account)], region: texts[Int(scope.region)]))
    }
    strangers = Stranger.merged(strangers, other.strangers)
    strangeTypes = Stranger.merged(strangeTypes, other.strangeTypes)
  }
}

extension Stranger {
  /// Returns the names of both lists, each once, in the order in which they are met.
  fileprivate static func merged(_ some: [Stranger], _ others: [Stranger]) -> [Stranger] {
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
