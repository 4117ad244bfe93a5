internal import PolicyInterpreter
internal import ResourceModel

/// Where the resources of one input are, looked up once for each type.
struct PlaceIndex {
  private let graph: ResourceGraph
  private var places: [Place] = []
  private var numbers: [Place: Int] = [:]
  private var rows: [ResourceTypeID: [Int]] = [:]

  /// Creates the index of the resources of `graph`.
  init(_ graph: ResourceGraph) {
    self.graph = graph
  }

  /// Returns the place of the node.
  mutating func place(of row: RowID) -> Place { places[number(of: row)] }

  /// Returns how many nodes of the type have each of `statuses`, which are by row, at each place
  /// where there are some.
  mutating func counts(of statuses: RuleStatuses, for type: ResourceTypeID) -> [PlaceCounts] {
    guard statuses.count > 0 else { return [] }
    _ = number(of: RowID(type: type, index: 0))
    let numbers = rows[type] ?? []
    var counts = Array(repeating: StatusCounts(), count: places.count)
    for (row, number) in numbers.enumerated() { counts[number].add(statuses[row]) }
    return zip(places, counts).compactMap { place, counts in
      guard counts.total > 0 else { return nil }
      var result = PlaceCounts(place: place)
      result.counts = counts
      return result
    }
  }

  private mutating func number(of row: RowID) -> Int {
    if let known = rows[row.type] { return known[row.index] }
    // Where nodes of a type are depends on these attributes alone, which few of them differ in.
    let edges = graph.schema.containerEdges(of: row.type)
    let isContainer = graph.schema[row.type].container != nil
    var known: [[Reading]: Int] = [:]
    let found = graph.rows(of: row.type).map { row in
      if isContainer { return demand(look(at: row)) }
      let readings = edges.map { graph.cell($0.attribute, of: row).reading }
      if let number = known[readings] { return number }
      let number = demand(look(at: row))
      known[readings] = number
      return number
    }
    rows[row.type] = found
    return found[row.index]
  }

  private mutating func demand(_ place: Place) -> Int {
    if let number = numbers[place] { return number }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
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
