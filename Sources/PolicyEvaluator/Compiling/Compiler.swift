internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Compiles rule applications into plans, one for each type that is judged.
struct Compiler {
  /// The program and the graph.
  let evaluation: Evaluation

  /// Returns the plan of the applications, which are given with their 0-based indices and judge
  /// nodes of `population`, and the program in which its tables look up their terms.
  func compile(
    _ applications: [(index: Int, application: EvaluatedApplication)],
    for population: ResourceTypeID
  ) -> (plan: Plan, companion: Program) {
    let builder = PlanBuilder(
      population, graph: evaluation.graph, companion: evaluation.program)
    // One compiler for all, because a second reference to its builder would mean a copy of all that
    // is in it for each rule.
    var compiler = RuleCompiler(builder, evaluation)
    for (index, application) in applications {
      let rule = compile(application, at: index, by: &compiler)
      compiler.builder.plan.rules.append(rule)
    }
    return (compiler.builder.plan, compiler.builder.companion)
  }

  private func compile(
    _ application: EvaluatedApplication, at index: Int, by compiler: inout RuleCompiler
  ) -> Plan.Rule {
    let rule = evaluation.program[application.rule]
    compiler.begin()
    compiler.parameters = rule.parameters.enumerated().map { index, parameter in
      guard let value = application.parameters[index] ?? parameter.defaultValue else {
        return .unknown
      }
      return .constant(.value(value))
    }
    let subject = compiler.builder.demand(.subject, .edges(rule.population), in: 0)
    compiler.slots[rule.subjectSlot] = .vector(subject)
    var (applies, holds): (TruthOperand, TruthOperand) = (.constant(2), .constant(2))
    for step in rule.steps {
      switch step {
      case .constant(let slot, let term): compiler.slots[slot] = compiler.compile(term)
      case .filter(let term):
        let condition = compiler.truth(term)
        applies = compiler.and(applies, condition)
      case .requirement(let term, _):
        let condition = compiler.truth(term)
        holds = compiler.and(holds, condition)
      }
    }
    var compiled = Plan.Rule(application: index)
    if compiler.isTooLarge {
      (compiled.constantApplies, compiled.isExact) = (1, false)
      return compiled
    }
    switch applies {
    case .constant(let byte): compiled.constantApplies = byte
    case .vector(let id): compiled.applies = compiler.builder.lift(id, to: 0)
    }
    switch holds {
    case .constant(let byte): compiled.constantHolds = byte
    case .vector(let id): compiled.holds = compiler.builder.lift(id, to: 0)
    }
    compiled.isExact = compiler.isExact
    setCosts(of: &compiled, compiler)
    return compiled
  }

  /// Keeps account of the steps of the rule only if they may come near the limit for a row.
  private func setCosts(of rule: inout Plan.Rule, _ compiler: RuleCompiler) {
    var most = 0
    for (nest, terms) in compiler.costs {
      var steps = terms
      for frame in nest {
        let (product, isTooMany) = steps.multipliedReportingOverflow(
          by: compiler.builder.longest[frame])
        steps = isTooMany ? .max / 4 : min(product, .max / 4)
      }
      most = min(most + steps, .max / 4)
    }
    guard most > evaluation.limits.steps / 2 else { return }
    if compiler.choosesCollections {
      // The elements that are known here are not all that the interpreter walks through.
      rule.costs = [Plan.Cost(frames: [], terms: most)]
      return
    }
    rule.costs = compiler.costs.map { Plan.Cost(frames: $0.key, terms: $0.value) }
      .sorted { $0.frames.lexicographicallyPrecedes($1.frames) }
  }
}
