internal import ResourceModel

/// What becomes of values in a graph.
extension KnownEvaluator {
  /// Adds a row that holds `known` to `column`, without making a value of it where it can be helped.
  mutating func append(_ known: Known, to column: inout Column, _ pools: inout GraphPools) {
    switch (known.value, column.kind) {
    case (.absent, _): column.appendAbsent()
    case (.bool(let isTrue), .bits): column.append(bit: isTrue)
    case (.int(let number), .integers): column.append(integer: number)
    case (.rawText(let id), .strings):
      column.append(pooled: pools.strings.demand(values.string(of: id) ?? ""))
    case (.text(let place), .strings):
      column.append(pooled: pools.strings.demand(store.text(place)))
    case (.enumeration(let type, let index), .cases(let wanted)) where type == wanted:
      column.append(caseIndex: Int(index))
    case (.undecided(let id), _):
      let causes = values.cause(of: id).map { pools.causes.append($0) }
      column.appendUnknown(causes: causes ?? pools.causes.demand(self.causes(of: id)))
    case (.bool, _), (.int, _), (.rawText, _), (.text, _), (.json, _), (.enumeration, _),
      (.other, _), (.unknown, _):
      column.append(cell(of: known), pools: &pools)
      return
    }
    column.setOrigin(known.origin)
  }
}
