internal import DomainValues
package import PolicyIR
package import ResourceModel

extension Evaluation {
  /// Returns the elements by which the resource `row` fails the rule, or `nil` when it fails as a
  /// whole, or when not all of them are known.
  ///
  /// A requirement fails by elements when it says something of all, or none, of a collection, or
  /// that a collection is empty. Whatever is undecided beside them makes the answer `nil`, for
  /// there might be more.
  package func failedElements(
    _ rule: RuleID, parameters: [Int: Value] = [:], on row: RowID
  ) -> [FailedElement]? {
    var finder = ElementFinder(RuleJudgement(self, rule, parameters: parameters))
    return finder.elements(of: row)
  }
}

/// Finds the elements by which a resource fails a rule.
struct ElementFinder {
  private var judgement: RuleJudgement

  /// The terms that the variables of the rule stand for; empty inside of functions.
  private var definitions: [Int: TermID] = [:]

  /// Creates a finder that goes by `judgement`.
  init(_ judgement: RuleJudgement) {
    self.judgement = judgement
  }

  private var evaluator: TermEvaluator { judgement.evaluator }

  /// Returns the elements by which the resource fails, if they can be told.
  mutating func elements(of row: RowID) -> [FailedElement]? {
    judgement.begin(row)
    var cells: [Cell] = []
    for step in judgement.rule.steps {
      switch step {
      case .constant(let slot, let term):
        evaluator.bind(slot, evaluator.evaluate(term))
        definitions[slot] = term
      case .filter(let term):
        guard evaluator.answer(term) == .yes else { return nil }
      case .requirement(let term, _):
        guard let found = failures(of: term) else { return nil }
        cells += found
      }
    }
    guard !evaluator.isExhausted, !cells.isEmpty else { return nil }
    var elements: [FailedElement] = []
    for cell in cells {
      guard case .value(let value) = cell.reading else { return nil }
      let element = element(value)
      if !elements.contains(element) { elements.append(element) }
    }
    return elements
  }

  private func element(_ value: Value) -> FailedElement {
    var attributes: [FailedElement.Attribute] = []
    if case .structure(let id, let cells) = value {
      attributes = zip(evaluator.schema[id].attributes, cells).map { attribute, cell in
        // Only what is known is surely equal to itself.
        let isKnown = evaluator.equality.compare(cell.reading, cell.reading) == .yes
        return FailedElement.Attribute(
          name: attribute.name, text: isKnown ? evaluator.printer.text(of: cell.reading) : nil)
      }
    }
    return FailedElement(text: evaluator.printer.text(of: value), attributes: attributes)
  }

  /// Returns the elements by which the condition is false, none when it is true, or `nil` when they
  /// cannot be told.
  private mutating func failures(of id: TermID) -> [Cell]? {
    switch evaluator.answer(id).truth {
    case .true: return []
    case .unknown: return nil
    case .false: break
    }
    switch evaluator.program[id] {
    case .and(let left, let right):
      guard let first = failures(of: left), let second = failures(of: right) else { return nil }
      return first + second
    case .implies(let premise, let conclusion):
      return evaluator.answer(premise) == .yes ? failures(of: conclusion) : nil
    case .conditional(let condition, let consequence, let alternative):
      switch evaluator.answer(condition).truth {
      case .true: return failures(of: consequence)
      case .false: return failures(of: alternative)
      case .unknown: return nil
      }
    case .variable(let slot): return definitions[slot].flatMap { failures(of: $0) }
    case .call(let function, let arguments):
      let saved = evaluator.enter(function, arguments)
      let known = definitions
      definitions = [:]
      let found = failures(of: evaluator.program[function].body)
      evaluator.slots = saved
      definitions = known
      return found
    case .quantifier(.all, let iteration, let body):
      return members(of: iteration, body, isWanted: false)
    case .quantifier(.none, let iteration, let body):
      return members(of: iteration, body, isWanted: true)
    case .not(let operand):
      guard case .quantifier(.any, let iteration, let body) = evaluator.program[operand] else {
        return nil
      }
      return members(of: iteration, body, isWanted: true)
    case .isEmpty(let operand): return contents(of: evaluator.read(operand))
    case .constant, .absent, .parameter, .now, .attribute, .field, .member, .element, .lookup,
      .chain, .coalesce, .negate, .or, .meets, .covers, .isWorld, .compare, .membership, .matches,
      .isPresent, .arithmetic, .setOperation, .portRange, .quantifier(.any, _, _), .exactly,
      .count, .fold, .comprehension, .mapComprehension, .groups, .closure, .list, .set, .map,
      .structure, .fixture, .builtin, .text, .decode, .widen, .match:
      return nil
    }
  }

  /// Returns the elements whose body is as `isWanted` says.
  private func members(
    of iteration: Iteration, _ body: TermID, isWanted: Bool
  ) -> [Cell]? {
    var found: [Cell] = []
    var isOpen = false
    let rest = evaluator.iterate(iteration) { evaluator, element in
      let answer = evaluator.answer(body)
      let hit = element.passes.and(isWanted ? answer : answer.negated)
      if hit == .yes { found.append(element.cell) }
      isOpen = isOpen || hit.truth == .unknown
      return !isOpen
    }
    return isOpen || !rest.missing.isEmpty ? nil : found
  }

  /// Returns what is in a collection or set, each address block and port range as one.
  private func contents(of cell: Cell) -> [Cell]? {
    switch cell.reading {
    case .value(.cidrSet(let set, let missing)):
      return missing.isEmpty ? set.cidrs.map { Cell(.value(.cidr($0))) } : nil
    case .value(.portSet(let set, let missing)):
      guard missing.isEmpty else { return nil }
      return set.ports.intervals.map {
        Cell(.value(.portSet(PortSet(IntervalSet([$0])), missing: [])))
      }
    case .value(.list), .value(.set), .value(.map):
      let members = evaluator.members(of: cell)
      return members.missing.isEmpty ? members.elements : nil
    case .value, .absent, .unknown: return nil
    }
  }
}
