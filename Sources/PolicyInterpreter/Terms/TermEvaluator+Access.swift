internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Names, attributes and members.
extension TermEvaluator {
  func evaluateAccess(_ term: Term) -> Cell {
    switch term {
    case .constant(let value): return Cell(.value(value))
    case .absent: return Cell(.absent)
    case .parameter(let index):
      return parameters.indices.contains(index) ? parameters[index] : Cell.misplacedAbsence
    case .variable(let slot):
      return slots.indices.contains(slot) ? slots[slot] : Cell.misplacedAbsence
    case .now: return Cell(.value(.timestamp(now)))
    case .attribute(let base, let index):
      let cell = read(base)
      return attribute(index, of: cell)
    case .field(let base, let index):
      let cell = read(base)
      return field(index, of: cell)
    case .member(let base, let name):
      let cell = read(base)
      return member(name, of: cell)
    case .element(let base, let key):
      let (key, cell) = (read(key), read(base))
      return element(key, of: cell)
    case .lookup(let base, let key):
      let (key, cell) = (read(key), read(base))
      return lookup(key, in: cell)
    case .chain(let base, let slot, let body):
      let cell = evaluate(base)
      guard case .value = resolved(cell).reading else { return resolved(cell) }
      bind(slot, cell)
      return evaluate(body)
    case .coalesce(let left, let right):
      let cell = evaluate(left)
      guard case .absent = resolved(cell).reading else { return cell }
      return evaluate(right)
    default: return Cell.misplacedAbsence
    }
  }

  /// Returns the attribute of a resource or structure; of one that is not known, why.
  func step(_ index: Int, from base: Cell) -> Cell {
    switch base.reading {
    case .value(.structure): field(index, of: base)
    case .value, .absent, .unknown: attribute(index, of: base)
    }
  }

  private func attribute(_ index: Int, of base: Cell) -> Cell {
    guard case .value(.resource(let row)) = base.reading else { return base.withoutValue }
    if let kept = costlyReads.cell(index, of: row) { return kept }
    let cell =
      graph?.cell(index, of: row) ?? fixtures?.cell(index, of: row)
      ?? Cell(.unknown(Cause(.notCollected)))
    let told = cell.tellsNothingMore ? cell : hanging(cell, index, of: row.type)
    if graph != nil { costlyReads.keep(told, index, of: row) }
    return told
  }

  /// Returns `cell` with what it tells of the attribute that holds it.
  private func hanging(_ cell: Cell, _ index: Int, of id: ResourceTypeID) -> Cell {
    let type = schema[id]
    return cell.hanging(on: type.attributes[index], of: type.name)
  }

  private func field(_ index: Int, of base: Cell) -> Cell {
    guard case .value(.structure(let id, let cells)) = base.reading, cells.indices.contains(index)
    else { return base.withoutValue }
    let cell = cells[index]
    if cell.tellsNothingMore { return Cell(cell.reading, origin: cell.origin ?? base.origin) }
    let attribute = schema[id].attributes[index]
    let normal = attribute.normalized(cell, of: schema[id].name)
    return Cell(normal.reading, origin: normal.origin ?? base.origin)
      .hanging(on: attribute, of: schema[id].name)
  }

  private func member(_ name: String, of base: Cell) -> Cell {
    guard case .value(.json(let id)) = base.reading else {
      return base.reading == .absent ? base : base.withoutValue
    }
    guard case .object = rawValues[id] else {
      let found = rawValues[id].kindName
      return Cell(
        .unknown(Cause(.malformed, "\(found) has no member `\(name)`", origin: base.origin)),
        origin: base.origin)
    }
    guard let member = rawValues.member(name, of: id) else {
      return Cell(.absent, origin: base.origin)
    }
    return jsonCell(member)
  }

  private func element(_ key: Cell, of base: Cell) -> Cell {
    if base.reading == .absent { return base }
    if case .unknown = base.reading { return base }
    switch key.reading {
    case .unknown: return key
    case .value(.string(let name)): return member(name, of: base)
    case .value(.int(let index)):
      guard case .value(.json(let id)) = base.reading, case .list = rawValues[id] else {
        return Cell(
          .unknown(Cause(.malformed, "not a list", origin: base.origin)), origin: base.origin)
      }
      let children = rawValues.children(of: id)
      guard index >= 0, index < children.count else { return Cell(.absent, origin: base.origin) }
      return jsonCell(children[children.startIndex + Int(index)])
    case .absent, .value: return key.withoutValue
    }
  }

  private func lookup(_ key: Cell, in base: Cell) -> Cell {
    guard case .value(.map(let entries, let missing)) = base.reading else {
      return base.withoutValue
    }
    if entries.isEmpty, missing.isEmpty { return Cell(.absent, origin: base.origin) }
    guard case .value(let wanted) = key.reading else { return key.withoutValue }
    for entry in entries where entry.key.withoutOrigins == wanted.withoutOrigins {
      return Cell(entry.value.reading, origin: entry.value.origin ?? base.origin)
    }
    return Cell(missing.isEmpty ? .absent : .unknown(missing.distinct), origin: base.origin)
  }
}
