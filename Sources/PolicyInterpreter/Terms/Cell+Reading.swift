internal import PolicyIR
package import ResourceModel
internal import SourceText

extension Cell {
  /// What is read where a value must be and none is; the checker keeps rules from that.
  package static let misplacedAbsence = Cell(
    .unknown(Cause(.malformed, "absent where a value must be")))

  /// The cell of a result that cannot be had because this one is not the value that is wanted.
  var withoutValue: Cell {
    switch reading {
    case .unknown: self
    case .absent:
      Cell(
        .unknown(Cause(.malformed, "absent where a value must be", origin: origin)),
        origin: origin)
    case .value:
      Cell(.unknown(Cause(.malformed, "a value of another type", origin: origin)), origin: origin)
    }
  }

  /// Whether it is a value without parts, of which the declaration of an attribute tells nothing more.
  var tellsNothingMore: Bool {
    switch reading {
    case .absent, .unknown, .value(.list), .value(.set), .value(.map), .value(.cidrSet),
      .value(.portSet):
      false
    case .value: true
    }
  }

  /// Returns the cell with causes that say on which attribute they hang, where they say nothing.
  func hanging(on attribute: Attribute, of owner: String) -> Cell {
    func told(_ causes: [Cause]) -> [Cause] {
      causes.map { cause in
        guard cause.detail.isEmpty || cause.origin == nil else { return cause }
        let detail = cause.detail.isEmpty ? "\(owner).\(attribute.name)" : cause.detail
        return Cause(cause.kind, detail, origin: cause.origin ?? origin)
      }
    }
    switch reading {
    case .unknown(let causes): return Cell(.unknown(told(causes)), origin: origin)
    case .value(.list(let list)) where !list.missing.isEmpty:
      let list = Collection(list.elements, missing: told(list.missing))
      return Cell(.value(.list(list)), origin: origin)
    case .value(.set(let set)) where !set.missing.isEmpty:
      let set = Collection(set.elements, missing: told(set.missing))
      return Cell(.value(.set(set)), origin: origin)
    case .value(.map(let entries, let missing)) where !missing.isEmpty:
      return Cell(.value(.map(entries, missing: told(missing))), origin: origin)
    case .value(.cidrSet(let set, let missing)) where !missing.isEmpty:
      return Cell(.value(.cidrSet(set, missing: told(missing))), origin: origin)
    case .value(.portSet(let set, let missing)) where !missing.isEmpty:
      return Cell(.value(.portSet(set, missing: told(missing))), origin: origin)
    case .value, .absent: return self
    }
  }
}

extension Attribute {
  /// Returns `cell` with absence read as the schema says.
  package func normalized(_ cell: Cell, of owner: String) -> Cell {
    guard case .absent = cell.reading else { return cell }
    switch absence {
    case .allowed: return cell
    case .value(let value): return Cell(.value(value), origin: cell.origin)
    case .malformed:
      let cause = Cause(.malformed, "\(owner).\(name) is not set", origin: cell.origin)
      return Cell(.unknown(cause), origin: cell.origin)
    }
  }
}
