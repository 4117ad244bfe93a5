/// Tells which parts of a graph say what they said in the graph that was made of its source before.
///
/// Nodes are known by their numbers, so that whatever reaches a node of one graph reaches the same in
/// the other. What cannot be told at once, as of values without a schema, counts as changed; where
/// nodes and values stand in the source is not looked at.
package struct GraphComparison {
  private let former: ResourceGraph
  private let graph: ResourceGraph

  /// What was found of the nodes of each type.
  private var nodes: [Bool?]

  /// What was found of each attribute, by type.
  private var attributes: [[Bool?]]

  /// The numbers in the pools of the graph of what has a number in those of the former one, as far as
  /// it was met.
  private var texts: [UInt32]
  private var values: [UInt32]

  /// The number of what was not met.
  private static let unmet = UInt32.max

  /// Compares `graph` with `former`.
  ///
  /// - Precondition: their schemas have the same shape.
  package init(_ graph: ResourceGraph, with former: ResourceGraph) {
    precondition(
      graph.schema.hasSameShape(as: former.schema), "only graphs of the same types are compared")
    self.former = former
    self.graph = graph
    nodes = Array(repeating: nil, count: graph.tables.count)
    attributes = graph.tables.map { Array(repeating: nil, count: $0.columns.count) }
    texts = Array(repeating: GraphComparison.unmet, count: former.pools.strings.count)
    values = Array(repeating: GraphComparison.unmet, count: former.pools.values.count)
  }

  /// Returns whether there are the same nodes of the type, with the same names, and the same reasons
  /// why there may be more.
  package mutating func isSame(nodesOf type: ResourceTypeID) -> Bool {
    if let known = nodes[type.index] { return known }
    let isSame = isSame(former.tables[type.index], graph.tables[type.index])
    nodes[type.index] = isSame
    return isSame
  }

  /// Returns whether the attribute at the 0-based index is the same for each node of the type.
  package mutating func isSame(_ attribute: Int, of type: ResourceTypeID) -> Bool {
    if let known = attributes[type.index][attribute] { return known }
    let isSame = isSame(
      former.tables[type.index].columns[attribute], graph.tables[type.index].columns[attribute])
    attributes[type.index][attribute] = isSame
    return isSame
  }

  private mutating func isSame(_ former: ResourceTable, _ table: ResourceTable) -> Bool {
    guard former.count == table.count, former.missing == table.missing else { return false }
    for row in 0..<table.count {
      guard former.isNew(row) == table.isNew(row),
        isSame(text: former.addresses[row], table.addresses[row])
      else { return false }
    }
    return true
  }

  private mutating func isSame(_ former: Column, _ column: Column) -> Bool {
    guard former.count == column.count, former.isSkipped == column.isSkipped,
      former.states == column.states, former.bytes == column.bytes, former.words == column.words,
      isSame(former.causes, column.causes, inRowsOf: column, with: .unknown),
      isSame(former.missing, column.missing, inRowsOf: column, with: .value)
    else { return false }
    switch column.kind {
    case .bits, .integers, .floats, .cases: return true
    case .strings, .arns:
      return column.rows(with: .value).allSatisfy { isSame(text: former.ids[$0], column.ids[$0]) }
    case .pooled:
      // Values without a schema are known by their numbers in their own graph.
      if column.type == .json { return !column.states.contains(CellState.value.rawValue) }
      return column.rows(with: .value).allSatisfy { isSame(value: former.ids[$0], column.ids[$0]) }
    case .edges: return former.ids == column.ids
    case .runs, .pairs, .structure:
      return former.ids == column.ids
        && column.children.indices.allSatisfy { isSame(former.children[$0], column.children[$0]) }
    }
  }

  /// Returns whether the lists of causes with these numbers are the same in rows of this state.
  private func isSame(
    _ former: RunLengthIDs, _ lists: RunLengthIDs, inRowsOf column: Column, with state: CellState
  ) -> Bool {
    if former.isEmpty, lists.isEmpty { return true }
    // Neighbours mostly have the same.
    var known: (UInt32, UInt32) = (0, 0)
    for row in column.rows(with: state) {
      let pair = (former[row], lists[row])
      if pair == known { continue }
      guard self.former.pools.causes[pair.0] == graph.pools.causes[pair.1] else { return false }
      known = pair
    }
    return true
  }

  private mutating func isSame(text former: UInt32, _ text: UInt32) -> Bool {
    let known = texts[Int(former)]
    if known != GraphComparison.unmet { return known == text }
    guard self.former.pools.strings.isSame(former, as: text, of: graph.pools.strings) else {
      return false
    }
    texts[Int(former)] = text
    return true
  }

  private mutating func isSame(value former: UInt32, _ value: UInt32) -> Bool {
    let known = values[Int(former)]
    if known != GraphComparison.unmet { return known == value }
    let (formerText, text) = (
      self.former.pools.values.policyText(of: former), graph.pools.values.policyText(of: value)
    )
    if let formerText, let text {
      guard isSame(text: formerText, text) else { return false }
    } else {
      guard formerText == nil, text == nil else { return false }
      guard self.former.pools.value(former) == graph.pools.value(value) else { return false }
    }
    values[Int(former)] = value
    return true
  }
}

extension Column {
  /// The 0-based indices of the rows of this state, ascending.
  fileprivate func rows(with state: CellState) -> some Sequence<Int> {
    states.indices.lazy.filter { states[$0] == state.rawValue }
  }
}
