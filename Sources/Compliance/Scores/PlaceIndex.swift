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

  private mutating func number(of row: RowID) -> Int {
    if let known = rows[row.type] { return known[row.index] }
    let found = graph.rows(of: row.type).map { demand(look(at: $0)) }
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
