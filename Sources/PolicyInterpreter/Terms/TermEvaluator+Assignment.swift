internal import ResourceModel

/// What is put into attributes.
extension TermEvaluator {
  /// Returns the cell as one of an attribute of `type`; what is no such value is unknown.
  func assigned(_ cell: Cell, to type: TypeID) -> Cell {
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
    guard case .value(let value) = cell.reading else { return cell }
    let plain = schema.types.unwrapped(type)
    switch (schema.types[plain], value) {
    case (.bool, .bool), (.int, .int), (.float, .float), (.string, .string),
      (.duration, .duration), (.timestamp, .timestamp), (.bytes, .bytes), (.cidr, .cidr),
      (.cidrSet, .cidrSet), (.portSet, .portSet), (.arn, .arn), (.regex, .regex),
      (.policyDocument, .policyDocument), (.filterPattern, .filterPattern),
      (.version, .version), (.ipAddress, .ipAddress), (.glob, .glob), (.json, .json):
      return cell
    case (.cidrSet, .cidr), (.cidrSet, .ipAddress), (.portSet, .int):
      return Cell(cell.reading.asSet, origin: cell.origin)
    case (.enumeration(let wanted), .enumeration(let found, _)) where wanted == found: return cell
    case (.resource(let wanted), .resource(let row)) where wanted == row.type: return cell
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
}
