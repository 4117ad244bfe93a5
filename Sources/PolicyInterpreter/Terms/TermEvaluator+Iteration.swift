internal import DomainValues
internal import PolicyIR
package import ResourceModel
internal import SourceText

/// Quantifiers, folds and comprehensions.
extension TermEvaluator {
  func evaluateIteration(_ term: Term) -> Cell {
    switch term {
    case .quantifier(let quantifier, let iteration, let body):
      return quantify(quantifier, iteration, body)
    case .exactly(let number, let iteration, let body):
      let number = read(number)
      let counted = count(iteration, body: body)
      // Absent equals no number, whatever that is.
      if number.reading == .absent { return Answer.no.cell(at: counted.origin) }
      let wanted = CountBounds(number)
      return counted.compared(.equal, to: wanted).cell(at: counted.origin)
    case .count(let iteration): return count(iteration, body: nil).cell
    case .fold(let fold, let iteration, let body): return self.fold(fold, iteration, body)
    case .comprehension(let iteration, let body, let isSet):
      var elements: [Cell] = []
      var doubts = Doubts()
      let rest = iterate(iteration) { evaluator, element in
        // An element that may not be there, or be one with another, is no known one of a list.
        let likeness = isSet ? [] : element.likeness
        guard element.passes.truth == .true, likeness.isEmpty else {
          doubts += element.passes.causes + likeness
          return true
        }
        elements.append(evaluator.evaluate(body))
        return true
      }
      let collection = Collection(elements, missing: (doubts.causes + rest.missing).distinct)
      let value: Value = isSet ? .set(collection.distinctElements) : .list(collection)
      return Cell(.value(value), origin: rest.origin)
    case .mapComprehension(let iteration, let key, let value):
      var pairs: [(key: Cell, value: Cell)] = []
      var doubts = Doubts()
      let rest = iterate(iteration) { evaluator, element in
        guard element.passes.truth == .true else {
          doubts += element.passes.causes
          return true
        }
        pairs.append((evaluator.read(key), evaluator.evaluate(value)))
        return true
      }
      return map(of: pairs, missing: doubts.causes + rest.missing, origin: rest.origin)
    case .groups(let iteration, let key, let body): return groups(iteration, key, body)
    default: return Cell.misplacedAbsence
    }
  }

  /// Visits the elements, those left out that surely do not pass the filter, until `visit` returns `false`; returns why there may be more elements, and where they stand.
  ///
  /// What is not known at all is a collection of which no element is known.
  func iterate(
    _ iteration: Iteration, _ visit: (TermEvaluator, VisitedElement) -> Bool
  ) -> (missing: [Cause], origin: SourceRange?) {
    let cell = read(iteration.collection)
    let members = members(of: cell)
    var values: [MapEntry] = []
    if iteration.valueSlot != nil, case .value(.map(let entries, _)) = cell.reading {
      values = entries
    }
    var mayRepeat = false
    if case .value(.set) = cell.reading { mayRepeat = members.elements.count > 1 }
    for (index, element) in members.elements.enumerated() {
      if isExhausted { return (members.missing + [limits.stepCause], cell.origin) }
      spend(1)
      let element = Cell(element.reading, origin: element.origin ?? cell.origin)
      bind(iteration.slot, element)
      if let slot = iteration.valueSlot, values.indices.contains(index) {
        let value = values[index].value
        bind(slot, Cell(value.reading, origin: value.origin ?? cell.origin))
      }
      let passes = iteration.filter.map { answer($0) } ?? .yes
      if passes.truth == .false { continue }
      let likeness = mayRepeat ? element.reading.allCauses : []
      if !visit(self, VisitedElement(cell: element, passes: passes, likeness: likeness)) { break }
    }
    return (members.missing, cell.origin)
  }

  /// Returns the elements of a collection, the keys of a map, the elements of a list of `Json`; of
  /// what is absent, none.
  package func members(of cell: Cell) -> Collection {
    switch cell.reading {
    case .value(.list(let collection)), .value(.set(let collection)): return collection
    case .value(.map(let entries, let missing)):
      return Collection(entries.map { Cell(.value($0.key)) }, missing: missing)
    case .value(.json(let id)):
      switch rawValues[id] {
      case .list: return Collection(rawValues.children(of: id).map { jsonCell($0) })
      case .null: return Collection([])
      case .unknown(let cause, _): return Collection([], missing: [cause])
      case .boolean, .number, .string, .object:
        let found = rawValues[id].kindName
        return Collection(
          [], missing: [Cause(.malformed, "\(found) is not a list", origin: cell.origin)])
      }
    case .absent: return Collection([])
    case .value, .unknown: return Collection([], missing: cell.withoutValue.reading.causes)
    }
  }

  private func quantify(
    _ quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID
  ) -> Cell {
    // `any` looks for one that satisfies the body; `none` for one that must not be; `all` for one
    // that does not.
    let wanted: Answer = quantifier == .all ? .no : .yes
    var found: SourceRange?
    var isFound = false
    var doubts = Doubts()
    var doubtful: SourceRange?
    let rest = iterate(iteration) { evaluator, element in
      let cell = evaluator.read(body)
      let answer = Answer(cell.reading)
      let hit = element.passes.and(wanted == .yes ? answer : answer.negated)
      if hit.truth == .true {
        (isFound, found) = (true, cell.origin ?? element.cell.origin)
        return false
      }
      if hit.truth == .unknown, doubtful == nil { doubtful = cell.origin ?? element.cell.origin }
      doubts += hit.causes
      return true
    }
    let result = Answer.unless(
      isFound ? .yes : nil, doubts: doubts.causes + rest.missing, otherwise: .no)
    let answer = quantifier == .any ? result : result.negated
    return answer.cell(at: found ?? doubtful ?? rest.origin)
  }

  private func fold(_ fold: Fold, _ iteration: Iteration, _ body: TermID) -> Cell {
    var best: Value?
    var doubts = Doubts()
    var place: SourceRange?
    let rest = iterate(iteration) { evaluator, element in
      doubts += element.passes.causes
      // Two that may be one count once for the least and the greatest, but not for the sum.
      if fold == .sum { doubts += element.likeness }
      let cell = evaluator.read(body)
      guard case .value(let value) = cell.reading else {
        doubts += cell.withoutValue.reading.causes
        return true
      }
      guard let current = best else {
        (best, place) = (value, cell.origin)
        return true
      }
      switch fold {
      case .sum:
        let sum = evaluator.sum(current, value)
        doubts += sum.causes
        best = sum.value ?? current
      case .min, .max:
        guard let order = value.order(to: current) else { return true }
        if fold == .min ? order < 0 : order > 0 { (best, place) = (value, cell.origin) }
      }
      return true
    }
    let origin = place ?? rest.origin
    let causes = doubts.causes + rest.missing
    if !causes.isEmpty { return Cell(.unknown(causes.distinct), origin: origin) }
    if let best { return Cell(.value(best), origin: origin) }
    return fold == .sum ? Cell(zero(like: body), origin: origin) : Cell(.absent, origin: origin)
  }

  /// Returns the sum of nothing, of the type of the term.
  private func zero(like id: TermID) -> Reading {
    switch schema.types[schema.types.unwrapped(program.type(of: id))] {
    case .float: .value(.float(0))
    case .duration: .value(.duration(.zero))
    case .bytes: .value(.bytes(ByteCount(bytes: 0)))
    default: .value(.int(0))
    }
  }
}
