internal import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

extension Evaluation {
  /// Returns why the rule says of the resource `row` what it says.
  package func explain(
    _ rule: RuleID, parameters: [Int: Value] = [:], on row: RowID
  ) -> Proof {
    let outcome = evaluate(rule, parameters: parameters, on: row)
    // Walking over what was evaluated evaluates much of it again.
    let (steps, isTooMany) = limits.steps.multipliedReportingOverflow(by: 16)
    let wider = Evaluation(
      program: program, graph: graph, now: now,
      limits: Limits(steps: isTooMany ? .max - 1 : steps, depth: limits.depth))
    var prover = Prover(RuleJudgement(wider, rule, parameters: parameters))
    let isOutOfSteps = outcome.causes.contains(limits.stepCause)
    return Proof(
      range: program[rule].range, result: outcome.status.rawValue, origin: outcome.origin,
      address: graph.name(of: row), causes: outcome.causes,
      children: isOutOfSteps ? [] : prover.children(of: outcome))
  }
}

/// Finds what decided the terms of a rule for one resource.
struct Prover {
  /// Evaluates the terms.
  var judgement: RuleJudgement

  /// The terms that the variables of the rule stand for; empty inside of functions.
  private var definitions: [Int: TermID] = [:]

  /// The number of proofs made, which is bounded because people read them.
  private var count = 0

  private static let limit = 500
  private static let depth = 60
  private static let members = 8

  /// Creates a prover that goes by `judgement`.
  init(_ judgement: RuleJudgement) {
    self.judgement = judgement
  }

  private var program: Program { judgement.evaluator.program }

  /// Returns the proofs of the conditions that decided the outcome.
  mutating func children(of outcome: SubjectOutcome) -> [Proof] {
    judgement.begin(outcome.row)
    var filters: [Proof] = []
    var requirements: [Proof] = []
    for step in judgement.rule.steps {
      switch step {
      case .constant(let slot, let term):
        judgement.evaluator.bind(slot, judgement.evaluator.evaluate(term))
        definitions[slot] = term
      case .filter(let term):
        switch judgement.evaluator.answer(term).truth {
        case .false: return [prove(term)]
        case .unknown: filters.append(prove(term))
        case .true: continue
        }
      case .requirement(let term, _):
        guard filters.isEmpty else { continue }
        let truth = judgement.evaluator.answer(term).truth
        let isWanted =
          switch outcome.status {
          case .pass: truth == .true
          case .fail: truth == .false
          case .unknown: truth == .unknown
          case .notApplicable: false
          }
        if isWanted { requirements.append(prove(term)) }
      }
    }
    return outcome.status == .notApplicable ? [] : filters.isEmpty ? requirements : filters
  }

  /// Returns the proof of what the term gives.
  mutating func prove(_ id: TermID, depth: Int = 0) -> Proof {
    count += 1
    let cell = judgement.evaluator.read(id)
    var (children, note): ([Proof], String) = ([], "")
    if count < Prover.limit, depth < Prover.depth {
      (children, note) = grounds(of: id, cell, depth + 1)
    }
    return Proof(
      range: program.range(of: id),
      result: judgement.evaluator.printer.text(of: cell.reading).clipped,
      origin: cell.origin, address: address(of: id, cell), note: note,
      causes: cell.reading.causes, children: children)
  }

  /// Returns the name of the resource that an attribute was read from, or that the value is.
  private mutating func address(of id: TermID, _ cell: Cell) -> String {
    if case .attribute(let base, _) = program[id] {
      let owner = judgement.evaluator.read(base)
      if case .value(.resource) = owner.reading {
        return judgement.evaluator.printer.text(of: owner.reading)
      }
    }
    guard case .value(.resource) = cell.reading else { return "" }
    return judgement.evaluator.printer.text(of: cell.reading)
  }

  private mutating func grounds(
    of id: TermID, _ cell: Cell, _ depth: Int
  ) -> ([Proof], String) {
    switch program[id] {
    case .constant, .absent, .parameter, .now: return ([], "")
    case .variable(let slot): return (definitions[slot].map { [prove($0, depth: depth)] } ?? [], "")
    case .attribute(let base, _), .field(let base, _), .member(let base, _):
      // What was read is a place; only if there is none does it matter where one looked.
      guard case .unknown = judgement.evaluator.read(base).reading else { return ([], "") }
      return ([prove(base, depth: depth)], "")
    case .and(let left, let right): return (junction(left, right, .false, depth), "")
    case .or(let left, let right): return (junction(left, right, .true, depth), "")
    case .implies(let left, let right): return (implication(left, right, cell, depth), "")
    case .conditional(let condition, let consequence, let alternative):
      let proof = prove(condition, depth: depth)
      switch judgement.evaluator.answer(condition).truth {
      case .true: return ([proof, prove(consequence, depth: depth)], "")
      case .false: return ([proof, prove(alternative, depth: depth)], "")
      case .unknown: return ([proof], "")
      }
    case .match(let subject, let arms):
      let proof = prove(subject, depth: depth)
      guard case .value(.enumeration(_, let index)) = judgement.evaluator.read(subject).reading,
        let arm = arms.first(where: { $0.cases.contains(index) })
      else { return ([proof], "") }
      return ([proof, prove(arm.value, depth: depth)], "")
    case .chain(let base, let slot, let body):
      let value = judgement.evaluator.evaluate(base)
      guard case .value = judgement.evaluator.resolved(value).reading else {
        return ([prove(base, depth: depth)], "")
      }
      judgement.evaluator.bind(slot, value)
      return ([prove(body, depth: depth)], "")
    case .coalesce(let left, let right):
      let proof = prove(left, depth: depth)
      guard case .absent = judgement.evaluator.read(left).reading else { return ([proof], "") }
      return ([proof, prove(right, depth: depth)], "")
    case .quantifier(let quantifier, let iteration, let body):
      return members(quantifier, iteration, body, cell, depth)
    case .exactly(_, let iteration, let body): return ([], tally(iteration, body))
    case .count(let iteration): return ([], tally(iteration, nil))
    case .call(let function, let arguments):
      let saved = judgement.evaluator.enter(function, arguments)
      let known = definitions
      definitions = [:]
      let proof = prove(program[function].body, depth: depth)
      (judgement.evaluator.slots, definitions) = (saved, known)
      return ([proof], program[function].name)
    case .covers(let left, let right):
      return (operands([left, right], cell, depth), gap(left, right))
    case .fold, .comprehension, .mapComprehension, .groups: return ([], "")
    case .closure(let base, let paths, let includesBase):
      return (operands([base], cell, depth), extent(base, paths, includesBase))
    case .membership(let element, let collection):
      return (operands([element, collection], cell, depth), way(to: element, in: collection))
    case .element, .lookup, .not, .compare, .matches, .meets, .isPresent, .isEmpty,
      .isWorld, .negate, .arithmetic, .setOperation, .portRange, .list, .set, .map, .structure,
      .fixture, .builtin, .text, .decode, .widen:
      return (operands(program[id].operands, cell, depth), "")
    }
  }

  /// Returns the proofs of the operands that were read: of something unknown, those that are
  /// unknown.
  private mutating func operands(_ ids: [TermID], _ cell: Cell, _ depth: Int) -> [Proof] {
    var proofs: [Proof] = []
    for id in ids {
      switch program[id] {
      case .constant, .absent, .now: continue
      default: break
      }
      let isKnown = judgement.evaluator.read(id).reading.allCauses.isEmpty
      if case .unknown = cell.reading, isKnown { continue }
      proofs.append(prove(id, depth: depth))
    }
    return proofs
  }

  /// Returns the first operand that decides, else all of what is unknown, else both.
  private mutating func junction(
    _ left: TermID, _ right: TermID, _ decisive: Truth, _ depth: Int
  ) -> [Proof] {
    let first = judgement.evaluator.answer(left).truth
    if first == decisive { return [prove(left, depth: depth)] }
    let second = judgement.evaluator.answer(right).truth
    if second == decisive { return [prove(right, depth: depth)] }
    let isOpen = first == .unknown || second == .unknown
    return [(left, first), (right, second)].filter { !isOpen || $0.1 == .unknown }
      .map { prove($0.0, depth: depth) }
  }

  private mutating func implication(
    _ left: TermID, _ right: TermID, _ cell: Cell, _ depth: Int
  ) -> [Proof] {
    let premise = judgement.evaluator.answer(left).truth
    if premise == .false { return [prove(left, depth: depth)] }
    let conclusion = judgement.evaluator.answer(right).truth
    switch Answer(cell.reading).truth {
    case .true: return [prove(right, depth: depth)]
    case .false: return [prove(left, depth: depth), prove(right, depth: depth)]
    case .unknown:
      return [(left, premise), (right, conclusion)].filter { $0.1 == .unknown }
        .map { prove($0.0, depth: depth) }
    }
  }

  /// Returns the members that decided a quantifier: the one that did, or those that leave it open.
  private mutating func members(
    _ quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID, _ cell: Cell,
    _ depth: Int
  ) -> ([Proof], String) {
    let wanted: Truth = quantifier == .all ? .false : .true
    let truth = Answer(cell.reading).truth
    var elements: [(element: Cell, hit: Truth)] = []
    var total = 0
    _ = judgement.evaluator.iterate(iteration) { evaluator, element in
      total += 1
      let answer = evaluator.answer(body)
      let hit = element.passes.truth && (wanted == .true ? answer.truth : !answer.truth)
      if hit != .false { elements.append((element.cell, hit)) }
      return hit != .true
    }
    if let found = elements.last, found.hit == .true {
      return ([member(found.element, iteration, body, depth)], "")
    }
    guard truth == .unknown else {
      let word = quantifier == .all ? "all" : "none"
      return ([], "\(word) of \(total)")
    }
    let shown = elements.prefix(Prover.members).map {
      member($0.element, iteration, body, depth)
    }
    return (shown, elements.isEmpty ? "" : "\(elements.count) of \(total) unknown")
  }

  private mutating func member(
    _ element: Cell, _ iteration: Iteration, _ body: TermID, _ depth: Int
  ) -> Proof {
    judgement.evaluator.bind(iteration.slot, element)
    bindValue(of: element, iteration)
    var children: [Proof] = []
    if let filter = iteration.filter, judgement.evaluator.answer(filter).truth == .unknown {
      children.append(prove(filter, depth: depth))
    }
    children.append(prove(body, depth: depth))
    let text = judgement.evaluator.printer.text(of: element.reading).clipped
    var address = ""
    if case .value(.resource) = element.reading { address = text }
    return Proof(
      range: program.range(of: iteration.collection), result: text, origin: element.origin,
      address: address, causes: element.reading.causes, children: children)
  }

  /// Returns how many elements satisfy the filter and the body.
  private mutating func tally(_ iteration: Iteration, _ body: TermID?) -> String {
    let bounds = judgement.evaluator.count(iteration, body: body)
    if bounds.lower == bounds.upper { return "\(bounds.lower)" }
    return "at least \(bounds.lower)" + (bounds.upper.map { ", at most \($0)" } ?? "")
  }

  /// Returns what the first of two filter patterns, or a list of them, misses of the second; empty if nothing.
  private mutating func gap(_ left: TermID, _ right: TermID) -> String {
    let first = judgement.evaluator.read(left)
    guard case .value(.filterPattern(let theirs)) = judgement.evaluator.read(right).reading else {
      return ""
    }
    let coverage: FilterCoverage
    if case .value(.filterPattern(let mine)) = first.reading {
      coverage = mine.covers(theirs)
    } else {
      let patterns = judgement.evaluator.members(of: first).elements.compactMap {
        if case .value(.filterPattern(let pattern)) = $0.reading { pattern } else { nil }
      }
      coverage = FilterPattern.coverage(of: theirs, by: patterns)
    }
    return coverage == .covers ? "" : coverage.description
  }
}
