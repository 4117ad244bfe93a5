package import ResourceModel

/// What is put into attributes.
extension TermEvaluator {
  /// Returns the cell as one of an attribute of `type`; what is no such value is unknown.
  package func assigned(_ cell: Cell, to type: TypeID) -> Cell {
    let cell = fit(cell, to: type)
    if schema.types[schema.types.unwrapped(type)] == .json {
      guard case .value(.json) = cell.reading else {
        return cell.reading.value == nil ? cell : cell.withoutValue
      }
      return cell
    }
    return conforming(resolved(cell), to: type)
  }

  /// Returns the cell, or one that is unknown in place of it or of those of its parts that are no
  /// values of the type.
  private func conforming(_ cell: Cell, to type: TypeID) -> Cell {
    guard !conforms(cell, to: type), case .value(let value) = cell.reading else { return cell }
    switch (schema.types[schema.types.unwrapped(type)], value) {
    case (.json, .json): return cell
    case (.cidrSet, .cidr), (.cidrSet, .ipAddress), (.portSet, .int):
      return Cell(cell.reading.asSet, origin: cell.origin)
    case (.list(let element), .list(let list)):
      let cells = list.elements.map { conforming(resolved($0), to: element) }
      return Cell(.value(.list(Collection(cells, missing: list.missing))), origin: cell.origin)
    case (.set(let element), .set(let set)):
      let cells = set.elements.map { conforming(resolved($0), to: element) }
      return Cell(.value(.set(Collection(cells, missing: set.missing))), origin: cell.origin)
    case (.map(_, let type), .map(let entries, let missing)):
      let entries = entries.map {
        MapEntry(key: $0.key, value: conforming(resolved($0.value), to: type))
      }
      return Cell(.value(.map(entries, missing: missing)), origin: cell.origin)
    case (.structure(let wanted), .structure(let found, let cells))
    where wanted == found && cells.count == schema[wanted].attributes.count:
      let cells = zip(schema[wanted].attributes, cells).map {
        conforming(resolved($1), to: $0.type)
      }
      return Cell(.value(.structure(wanted, cells)), origin: cell.origin)
    default: return cell.withoutValue
    }
  }

  /// Returns `true` iff the cell and all its parts are values of the type, absent, or not known, as
  /// nearly all are.
  private func conforms(_ cell: Cell, to type: TypeID) -> Bool {
    guard case .value(let value) = cell.reading else { return true }
    switch (schema.types[schema.types.unwrapped(type)], value) {
    case (.bool, .bool), (.int, .int), (.float, .float), (.string, .string),
      (.duration, .duration), (.timestamp, .timestamp), (.bytes, .bytes), (.cidr, .cidr),
      (.cidrSet, .cidrSet), (.portSet, .portSet), (.arn, .arn), (.regex, .regex),
      (.policyDocument, .policyDocument), (.filterPattern, .filterPattern),
      (.version, .version), (.ipAddress, .ipAddress), (.glob, .glob):
      return true
    case (.enumeration(let wanted), .enumeration(let found, _)): return wanted == found
    case (.resource(let wanted), .resource(let row)): return wanted == row.type
    case (.list(let element), .list(let collection)), (.set(let element), .set(let collection)):
      return collection.elements.allSatisfy { conforms($0, to: element) }
    case (.map(_, let type), .map(let entries, _)):
      return entries.allSatisfy { conforms($0.value, to: type) }
    case (.structure(let wanted), .structure(let found, let cells)):
      let place = Int(wanted.index)
      return wanted == found && cells.count == schema.structures[place].attributes.count
        && cells.indices.allSatisfy {
          conforms(cells[$0], to: schema.structures[place].attributes[$0].type)
        }
    default: return false
    }
  }
}
