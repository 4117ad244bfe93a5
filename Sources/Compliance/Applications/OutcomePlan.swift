internal import PolicyEvaluator
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel

/// With which values of its parameters a rule is evaluated for which resources.
///
/// Each set of values is evaluated once for all resources, and each resource takes what is said of
/// it by its own. Where it cannot be told which values are for a resource, its status is unknown,
/// unless all of them give the same.
struct OutcomePlan {
  private let evaluation: Evaluation
  private let accounts: AccountDirectory

  /// What is to be evaluated, without duplicates.
  private(set) var variants: [EvaluatedApplication] = []

  private var indices: [Variant: Int] = [:]
  private var applications: [(rule: RuleID, assignment: Assignment)] = []

  private struct Variant: Hashable {
    let rule: RuleID
    let parameters: [Int: Value]
  }

  /// The values that may be meant for a resource, and why there are several.
  private struct Choice: Hashable {
    let variants: [Int]
    let causes: [Cause]
  }

  /// The choices of an application.
  private enum Assignment {
    /// All resources are judged by the variant.
    case uniform(Int)
    /// Each resource has one of the choices, as 0-based index, by row.
    case scoped([Choice], rows: [Int])
  }

  /// Creates the plan of nothing for the graph of `evaluation`.
  init(in evaluation: Evaluation, accounts: AccountDirectory) {
    self.evaluation = evaluation
    self.accounts = accounts
  }

  /// Adds the application and all that its overrides ask for.
  mutating func add(_ application: RuleApplication) {
    let type = evaluation.program[application.rule].population
    let count = evaluation.graph.count(of: type)
    guard !application.overrides.isEmpty, count > 0 else {
      let variant = demand(application.rule, application.parameters)
      applications.append((application.rule, .uniform(variant)))
      return
    }
    var choices: [Choice] = []
    var places: [Choice: Int] = [:]
    var rows: [Int] = []
    for index in 0..<count {
      let effective = application.parameters(
        of: RowID(type: type, index: index), in: evaluation.graph, accounts: accounts)
      let choice = Choice(
        variants: effective.candidates.map { demand(application.rule, $0) },
        causes: effective.causes)
      let place = places[choice] ?? choices.count
      if place == choices.count {
        places[choice] = place
        choices.append(choice)
      }
      rows.append(place)
    }
    applications.append((application.rule, .scoped(choices, rows: rows)))
  }

  private mutating func demand(_ rule: RuleID, _ parameters: [Int: Value]) -> Int {
    let variant = Variant(rule: rule, parameters: parameters)
    if let known = indices[variant] { return known }
    indices[variant] = variants.count
    variants.append(EvaluatedApplication(rule: rule, parameters: parameters))
    return variants.count - 1
  }

  /// Returns the outcome of each application, in the order in which they were added, made of
  /// `outcomes` of the variants.
  func merged(_ outcomes: [RuleOutcome]) -> [RuleOutcome] {
    applications.map { rule, assignment in
      switch assignment {
      case .uniform(let variant): return outcomes[variant]
      case .scoped(let choices, let rows):
        let type = evaluation.program[rule].population
        let subjects = rows.enumerated().map { index, choice in
          agreed(
            choices[choice].variants.map { outcomes[$0].subjects[index] },
            else: choices[choice].causes, on: RowID(type: type, index: index))
        }
        return RuleOutcome(
          rule: rule, population: RuleOutcome.Population(of: type, in: evaluation.graph),
          subjects: subjects)
      }
    }
  }

  /// Returns what all of `outcomes` say, or that they do not agree because of `causes`.
  private func agreed(
    _ outcomes: [SubjectOutcome], else causes: [Cause], on row: RowID
  ) -> SubjectOutcome {
    if let first = outcomes.first, outcomes.allSatisfy({ $0.status == first.status }) {
      return first
    }
    var reasons = causes
    if outcomes.isEmpty {
      reasons.append(Cause(.limitExceeded, "too many values of parameters may be meant"))
    }
    for cause in outcomes.flatMap(\.causes) where !reasons.contains(cause) {
      reasons.append(cause)
    }
    return SubjectOutcome(
      row: row, status: .unknown, causes: reasons, origin: evaluation.graph.origin(of: row))
  }
}
