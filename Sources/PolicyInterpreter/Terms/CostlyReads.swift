internal import ResourceModel

/// What was read last of a graph among the cells that take long to read: lists, of which each
/// element is made, and policies, which are parsed.
///
/// There is one of each, because what goes through many nodes mostly asks one list that stands
/// outside of them the same again and again, and a rule asks the policy of its node more than once.
struct CostlyReads {
  // Places stand apart from cells, and who looks for one is inlined, so that no cell is copied then.
  private var listPlace: Place?
  private var list = Cell(.absent)
  private var policyPlace: Place?
  private var policy = Cell(.absent)

  /// Returns the cell if it is kept.
  @inline(__always)
  func cell(_ attribute: Int, of row: RowID) -> Cell? {
    let place = Place(row: row, attribute: attribute)
    if place == listPlace { return list }
    return place == policyPlace ? policy : nil
  }

  /// Keeps `cell`, which is what the attribute of `row` holds, if it takes long to read.
  mutating func keep(_ cell: Cell, _ attribute: Int, of row: RowID) {
    switch cell.reading {
    case .value(.list): (listPlace, list) = (Place(row: row, attribute: attribute), cell)
    case .value(.policyDocument):
      (policyPlace, policy) = (Place(row: row, attribute: attribute), cell)
    case .value, .absent, .unknown: break
    }
  }

  /// Where a cell stands.
  private struct Place: Equatable {
    let row: RowID
    let attribute: Int
  }
}
