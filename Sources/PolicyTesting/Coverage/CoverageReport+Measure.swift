internal import PolicyIR
internal import PolicyInterpreter
internal import SourceText

extension CoverageReport {
  /// Measures what the cases of `report` show: of all rules, or of those with a case when only some
  /// cases were asked for.
  package init(measuring report: TestReport) {
    let program = report.program
    var record = EvaluationRecord(termCount: program.termCount)
    var statuses = Array(repeating: Set<Status>(), count: program.rules.count)
    for result in report.results {
      if let seen = result.record { record.formUnion(seen) }
      statuses[result.rule.index].formUnion(result.statuses)
    }
    let tested = Set(report.results.map(\.rule.index))
    let rules = program.rules.indices.filter { report.filter == nil || tested.contains($0) }
    var declarations: [Declaration] = []
    var pending: [FunctionID] = []
    for index in rules {
      let rule = program.rules[index]
      var finder = ConditionFinder(program)
      finder.visit(rule)
      pending += finder.calls
      declarations.append(
        Declaration(
          name: rule.name, pack: rule.pack, isRule: true, range: rule.range,
          marks: CoverageReport.outcomes(of: rule, seen: statuses[index])
            + CoverageReport.marks(finder, record, program)))
    }
    var reached: Set<FunctionID> = []
    while let id = pending.popLast() {
      guard reached.insert(id).inserted else { continue }
      var finder = ConditionFinder(program)
      finder.visit(program[id])
      pending += finder.calls
    }
    for id in reached.sorted(by: { $0.index < $1.index }) {
      let function = program[id]
      var finder = ConditionFinder(program)
      finder.visit(function)
      declarations.append(
        Declaration(
          name: function.name, pack: function.pack, isRule: false, range: function.range,
          marks: CoverageReport.marks(finder, record, program)))
    }
    self.declarations = declarations
  }

  private static func outcomes(of rule: Rule, seen: Set<Status>) -> [Mark] {
    let hasFilter = rule.steps.contains { if case .filter = $0 { true } else { false } }
    let goals: [(CoverageGoal, Status)] = [
      (.pass, .pass), (.fail, .fail), (.unknown, .unknown), (.notApplicable, .notApplicable),
    ]
    return goals.filter { hasFilter || $0.1 != .notApplicable }.map { goal, status in
      Mark(goal: goal, range: rule.range, isMet: seen.contains(status))
    }
  }

  private static func marks(
    _ finder: ConditionFinder, _ record: EvaluationRecord, _ program: Program
  ) -> [Mark] {
    let branches = finder.conditions.flatMap { term in
      let seen = record.sightings(of: term)
      let range = program.range(of: term)
      return [
        Mark(goal: .isTrue, range: range, isMet: seen.contains(.yes)),
        Mark(goal: .isFalse, range: range, isMet: seen.contains(.no)),
      ]
    }
    let boundaries = finder.limits.flatMap { limit in
      let seen = record.sightings(of: limit.term)
      let range = program.range(of: limit.term)
      let (below, above): (TermSightings, TermSightings) =
        limit.isOnLeft ? (.above, .below) : (.below, .above)
      let marks = [
        Mark(goal: .below, range: range, isMet: seen.contains(below)),
        Mark(goal: .at, range: range, isMet: seen.contains(.equal)),
        Mark(goal: .above, range: range, isMet: seen.contains(above)),
      ]
      return limit.hasBelow ? marks : Array(marks.dropFirst())
    }
    return branches + boundaries
  }
}
