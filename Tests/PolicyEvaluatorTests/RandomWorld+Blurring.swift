import DomainValues
import PolicyIR
import ResourceModel

/// The same world with less known of it.
extension RandomWorld {
  /// Returns the tables with less known of what they hold.
  mutating func blurred(_ tables: [RandomTable]) -> [RandomTable] {
    tables.map { table in
      var table = table
      let attributes = program.schema[table.type].attributes
      if below(3) == 0 { table.missing = [pick(RandomWorld.causes)] }
      for row in table.rows.indices {
        for (index, attribute) in attributes.enumerated()
        where attribute.inverse == nil && below(6) == 0 {
          table.rows[row].cells[index] = blurred(table.rows[row].cells[index])
        }
      }
      return table
    }
  }

  /// Returns the cell with less known of it.
  private mutating func blurred(_ cell: Cell) -> Cell {
    let cause = pick(RandomWorld.causes)
    guard case .value(let value) = cell.reading, below(2) == 0 else { return Cell(.unknown(cause)) }
    switch value {
    case .list(let list): return Cell(.value(.list(blurred(list, cause))))
    case .set(let set): return Cell(.value(.set(blurred(set, cause))))
    case .map(let entries, _):
      if below(2) == 0 {
        let left = Array(entries.dropLast(below(entries.count + 1)))
        return Cell(.value(.map(left, missing: [cause])))
      }
      let left = entries.map {
        below(2) == 0 ? $0 : MapEntry(key: $0.key, value: blurred($0.value))
      }
      return Cell(.value(.map(left, missing: [])))
    case .cidrSet(let set, _):
      return Cell(.value(.cidrSet(below(2) == 0 ? set : .empty, missing: [cause])))
    case .portSet(let set, _):
      return Cell(.value(.portSet(below(2) == 0 ? set : .none, missing: [cause])))
    case .structure(let id, let fields):
      return Cell(.value(.structure(id, fields.map { below(2) == 0 ? $0 : blurred($0) })))
    default: return Cell(.unknown(cause))
    }
  }

  private mutating func blurred(_ collection: Collection, _ cause: Cause) -> Collection {
    if below(2) == 0 {
      let left = collection.elements.dropLast(below(collection.elements.count + 1))
      return Collection(Array(left), missing: [cause])
    }
    return Collection(collection.elements.map { below(2) == 0 ? $0 : blurred($0) })
  }
}
