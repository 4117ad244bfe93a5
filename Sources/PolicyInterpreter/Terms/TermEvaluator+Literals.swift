internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Collections, structures and nodes that are written out.
extension TermEvaluator {
  func evaluateLiteral(_ term: Term) -> Cell {
    switch term {
    case .list(let elements):
      return Cell(.value(.list(Collection(elements.map { evaluate($0) }))))
    case .set(let elements):
      let collection = Collection(elements.map { read($0) })
      return Cell(.value(.set(collection.distinctElements)))
    case .map(let entries):
      let pairs = entries.map { (key: read($0.key), value: evaluate($0.value)) }
      return map(of: pairs, missing: [], origin: nil)
    case .structure(let id, let fields):
      let attributes = schema[id].attributes
      var origin: SourceRange?
      let cells = zip(attributes, fields).map { attribute, field in
        // What nobody says is not known, as in a fixture and in a mapping.
        guard let field else { return Cell(.unknown(Cause(.notCollected))) }
        let source = evaluate(field)
        let cell = fit(source, to: attribute.type)
        origin = origin ?? cell.origin
        return attribute.normalized(cell, of: schema[id].name)
      }
      return Cell(.value(.structure(id, cells)), origin: origin)
    case .fixture(let type, let fields): return fixture(type, fields)
    default: return Cell.misplacedAbsence
    }
  }

  /// Returns the map of `pairs`, of which the last of equal keys stands.
  ///
  /// A key that is not known makes the map incomplete.
  func map(
    of pairs: [(key: Cell, value: Cell)], missing: [Cause], origin: SourceRange?
  ) -> Cell {
    var entries: [MapEntry] = []
    var places: [Value: Int] = [:]
    var doubts = missing
    for pair in pairs {
      guard case .value(let key) = pair.key.reading else {
        doubts += pair.key.withoutValue.reading.causes
        continue
      }
      let plain = plainKey(key)
      if let place = places[plain] {
        entries[place] = MapEntry(key: plain, value: pair.value)
      } else {
        places[plain] = entries.count
        entries.append(MapEntry(key: plain, value: pair.value))
      }
    }
    // A key that is not known may be one of those that are.
    if pairs.contains(where: { $0.key.reading.value == nil }) {
      entries = entries.map {
        MapEntry(key: $0.key, value: Cell(.unknown(doubts.distinct), origin: $0.value.origin))
      }
    }
    return Cell(.value(.map(entries, missing: doubts.distinct)), origin: origin)
  }

  /// Returns the key of a map, a text even where the source writes it.
  private func plainKey(_ key: Value) -> Value {
    if case .json(let id) = key, case .string(let text) = rawValues[id] { return .string(text) }
    return key.withoutOrigins
  }
}
