internal import PolicyInterpreter
internal import ResourceModel

/// Where the resources of one input are, looked up once for each type.
struct PlaceIndex {
  private let graph: ResourceGraph
  private var rows: [ResourceTypeID: [Int]] = [:]
  private var everywhere: [Int]?

  /// Creates the index of the resources of `graph`.
  init(_ graph: ResourceGraph) {
    self.graph = graph
  }

  /// Adds to `counts`, by the numbers of the places in `directory`, how many nodes of the type have
  /// each of `statuses`, which are by row.
  mutating func add(
    _ statuses: RuleStatuses, of type: ResourceTypeID, in directory: inout PlaceDirectory,
    to counts: inout [StatusCounts]
  ) {
    guard statuses.count > 0 else { return }
    let numbers = numbers(of: type, in: &directory)
    while counts.count < directory.places.count { counts.append(StatusCounts()) }
    for (row, number) in numbers.enumerated() { counts[number].add(statuses[row]) }
  }

  /// Returns the numbers of all places in which the input shows resources.
  mutating func all(in directory: inout PlaceDirectory) -> [Int] {
    if let everywhere { return everywhere }
    var places: Set<Int> = []
    for type in graph.schema.resources.indices {
      places.formUnion(numbers(of: ResourceTypeID(index: type), in: &directory))
    }
    everywhere = places.sorted()
    return places.sorted()
  }

  /// Returns the number of the place of each node of the type.
  mutating func numbers(
    of type: ResourceTypeID, in directory: inout PlaceDirectory
  ) -> [Int] {
    if let known = rows[type] { return known }
    // Where nodes of a type are depends on these attributes alone, which few of them differ in.
    let edges = graph.schema.containerEdges(of: type)
    let columns = edges.map { graph.tables[type.index].columns[$0.attribute] }
    // By themselves, because an element of an array would be copied to be asked.
    let pair = columns.count == 2 ? (columns[0], columns[1]) : nil
    let isContainer = graph.schema[type].container != nil
    var known: [[Reading]: Int] = [:]
    // Most types have an account and a region.
    var knownPairs: [UInt64: Int] = [:]
    let numbers = graph.rows(of: type).map { row in
      if isContainer { return directory.demand(look(at: row)) }
      if let pair, let one = pair.0.edge(at: row.index), let other = pair.1.edge(at: row.index) {
        let edges = UInt64(one) << 32 | UInt64(other)
        let number = knownPairs[edges] ?? directory.demand(look(at: row))
        knownPairs[edges] = number
        return number
      }
      let readings = edges.map { graph.cell($0.attribute, of: row).reading }
      let number = known[readings] ?? directory.demand(look(at: row))
      known[readings] = number
      return number
    }
    rows[type] = numbers
    return numbers
  }

  private func look(at row: RowID) -> Place {
    func key(_ kind: ContainerKind) -> String? {
      switch graph.containment(in: kind, of: row) {
      case .inside(let key): key
      case .outside, .unknown: nil
      }
    }
    return Place(account: key(.account), region: key(.region), organization: key(.organization))
  }
}

extension Column {
  /// Returns the number of the node that the row of a column of edges leads to, if that is known.
  fileprivate func edge(at row: Int) -> UInt32? {
    !isSkipped && state(at: row) == .value ? ids[row] : nil
  }
}
