internal import DomainValues
internal import Parallelism
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Turns outcomes into findings.
struct ReportBuilder {
  private let program: Program
  private let inputs: [EvaluatedInput]
  private let accounts: AccountDirectory
  private var places: [PlaceIndex]
  private var directory = PlaceDirectory()
  private var locator: Locator
  private var namesakes: [ResourceTypeID: Namesakes] = [:]

  /// The findings so far.
  private(set) var findings: [Finding] = []

  /// Creates a builder without findings, at which `jobs` threads work at a time.
  init(
    program: Program, inputs: [EvaluatedInput], accounts: AccountDirectory, sources: SourceMap,
    jobs: Int
  ) {
    self.program = program
    self.inputs = inputs
    self.accounts = accounts
    places = inputs.map { PlaceIndex($0.graph) }
    locator = Locator(sources)
    let told = inputs.map { ReportBuilder.rowsTold($0, types: program.schema.resources.count) }
    let graphs = inputs.map(\.graph)
    let types = program.schema.resources.indices.filter { type in
      told.contains { !$0[type].isEmpty }
    }
    let made = ConcurrentWork.map(types.count, jobs: jobs) { index in
      Namesakes(
        ResourceTypeID(index: types[index]), in: graphs,
        at: told.map { $0[types[index]].sorted() })
    }
    for (type, names) in zip(types, made) { namesakes[ResourceTypeID(index: type)] = names }
  }

  /// Returns the rows of each of the types, by their numbers, of which findings are made.
  private static func rowsTold(_ input: EvaluatedInput, types: Int) -> [Set<Int>] {
    var told = [Set<Int>](repeating: [], count: types)
    for outcome in input.outcomes {
      for subject in outcome.subjects { told[subject.row.type.index].insert(subject.row.index) }
    }
    return told
  }

  /// Adds the findings of the application at `index`, whose rule has `severity`, and returns the
  /// report of its rule.
  mutating func add(
    _ application: RuleApplication, at index: Int, severity: Severity,
    controls: [ControlReference]
  ) -> RuleReport {
    let rule = program[application.rule]
    // Only findings need them.
    let parameters =
      inputs.allSatisfy { $0.outcomes[index].subjects.isEmpty }
      ? [] : RuleReport.parameters(of: application.rule, application.parameters, program)
    let first = findings.count
    var counts = StatusCounts()
    // Inputs are large, and are looked at in their places.
    for number in inputs.indices {
      counts = counts + StatusCounts(inputs[number].outcomes[index].statuses)
      for subject in inputs[number].outcomes[index].subjects {
        append(
          subject, of: rule, parameters, severity: severity,
          deviations: application.overrides.isEmpty
            ? [] : deviations(of: application, on: subject.row, inputs[number].graph),
          index: index, input: number)
      }
    }
    let populations = populations(of: rule, at: index, isEmpty: counts.total == 0)
    var untold = counts
    for finding in findings[first...] { untold.remove(finding.status) }
    return RuleReport(
      name: rule.name, pack: rule.pack, severity: severity,
      remediation: rule.remediation, type: program.schema[rule.population].name,
      program: program, rule: application.rule, values: application.parameters,
      controls: controls,
      populations: populations, counts: counts, untold: untold,
      places: controls.isEmpty ? [] : placeCounts(of: application, at: index, populations),
      findings: first..<findings.count)
  }

  /// Returns how many resources have each status at each place, in the order of the places.
  private mutating func placeCounts(
    of application: RuleApplication, at index: Int, _ populations: [RulePopulation]
  ) -> [PlaceCounts] {
    let type = program[application.rule].population
    var counts: [StatusCounts] = []
    var loosened: [Int: Int] = [:]
    var lacking: [Int: [Int]] = [:]
    // What an input lacks may belong to each place that it shows, regions aside of what is in none.
    let isRegional = populations.isEmpty || program.schema.isInside(.region, type)
    for (number, population) in populations.enumerated() {
      var seen: Set<Int> = []
      for input in population.inputs {
        for place in places[input].all(in: &directory)
        where (isRegional || directory.places[place].region == nil) && seen.insert(place).inserted {
          lacking[place, default: []].append(number)
        }
      }
    }
    for number in inputs.indices {
      let statuses = inputs[number].outcomes[index].statuses
      places[number].add(statuses, of: type, in: &directory, to: &counts)
      guard !application.overrides.isEmpty else { continue }
      for (row, place) in places[number].numbers(of: type, in: &directory).enumerated() {
        let id = RowID(type: type, index: row)
        let deviations = deviations(of: application, on: id, inputs[number].graph)
        if deviations.contains(where: \.strictness.mayBeLooser) {
          loosened[place, default: 0] += 1
        }
      }
    }
    return directory.ordered().compactMap { place in
      let met = counts.indices.contains(place) ? counts[place] : StatusCounts()
      let lacking = lacking[place] ?? []
      guard met.total > 0 || !lacking.isEmpty else { return nil }
      return PlaceCounts(
        place: directory.places[place], counts: met, populations: lacking,
        loosenedCount: loosened[place] ?? 0)
    }
  }

  private func words(for value: Value) -> String {
    ValueText.describe(value, schema: program.schema)
  }

  /// Returns the values by which the node is judged that are not the benchmark's own.
  private func deviations(
    of application: RuleApplication, on row: RowID, _ graph: ResourceGraph
  ) -> [Deviation] {
    let rule = program[application.rule]
    let effective = application.parameters(of: row, in: graph, accounts: accounts)
    return effective.overrides.compactMap { index in
      let override = application.overrides[index]
      guard override.strictness != .same else { return nil }
      let parameter = rule.parameters[override.parameter]
      let own = application.parameters[override.parameter] ?? parameter.defaultValue
      return Deviation(
        parameter: parameter.name, value: words(for: override.value), own: own.map(words) ?? "",
        strictness: override.strictness)
    }
  }

  /// Returns what the inputs lack of the resources that `rule` judges, of which there are none in any
  /// of them if `isEmpty`.
  private mutating func populations(
    of rule: Rule, at index: Int, isEmpty: Bool
  ) -> [RulePopulation] {
    var populations: [RulePopulation] = []
    // Inputs that nobody asked for all resources are asked together.
    var unasked: (inputs: [Int], causes: [Cause]) = ([], [])
    var without: [Int] = []
    for input in inputs.indices {
      switch inputs[input].outcomes[index].population {
      case .evaluated: break
      case .noResources where rule.onEmpty == nil: without.append(input)
      case .noResources:
        populations.append(RulePopulation(inputs: [input], state: .none(rule.onEmpty)))
      case .notCollected(let causes) where !causes.isGap:
        unasked.inputs.append(input)
        unasked.causes += causes
      case .notCollected(let causes), .incomplete(let causes):
        populations.append(RulePopulation(inputs: [input], state: .open(located(causes))))
      }
    }
    guard isEmpty else { return populations }
    if !unasked.inputs.isEmpty {
      let causes = located(unasked.causes.distinct)
      populations.append(RulePopulation(inputs: unasked.inputs, state: .open(causes)))
    }
    if populations.isEmpty {
      populations.append(RulePopulation(inputs: without, state: .none(nil)))
    }
    return populations
  }

  private mutating func append(
    _ subject: SubjectOutcome, of rule: Rule, _ parameters: [(name: String, value: String)],
    severity: Severity, deviations: [Deviation], index: Int, input: Int
  ) {
    let resource = inputs.span[input].reference(to: subject.row, number: input)
    // Written out, because an expression to fall back on would copy the builder.
    let location =
      if let origin = subject.origin { Optional(locator.location(of: origin)) } else {
        place(of: subject.row, input)
      }
    findings.append(
      Finding(
        fingerprint: fingerprint(rule, parameters, resource), rule: index, status: subject.status,
        severity: severity, disposition: .active, resource: resource,
        message: subject.messages.joined(separator: "; "), causes: located(subject.causes),
        location: location, deviations: deviations))
  }

  /// Returns where a node starts in a source that is not kept.
  private func place(of row: RowID, _ input: Int) -> SourceLocation? {
    guard let place = inputs[input].graph.provenance(of: row).place else { return nil }
    return SourceLocation(
      file: inputs[input].report.name, line: ResourceModel.Place.line(of: place),
      column: ResourceModel.Place.column(of: place))
  }

  private mutating func located(_ causes: [Cause]) -> [LocatedCause] {
    var located: [LocatedCause] = []
    located.reserveCapacity(causes.count)
    for cause in causes {
      let location = cause.origin.map { locator.location(of: $0) }
      located.append(LocatedCause(cause: cause, location: location))
    }
    return located
  }

  /// Returns a fingerprint that no other finding of the run has.
  private func fingerprint(
    _ rule: Rule, _ parameters: [(name: String, value: String)], _ resource: ResourceReference
  ) -> String {
    var print = Fingerprint()
    print.combine(rule.pack)
    print.combine(rule.name)
    for (name, value) in parameters {
      print.combine(name)
      print.combine(value)
    }
    print.combine(resource.type)
    print.combine(resource.name)
    print.combine(resource.account ?? "")
    print.combine(resource.region ?? "")
    // Inputs may hold a resource of the same name each; they are told apart by their order.
    let before = namesakes[resource.row.type]?.number(of: resource.row.index, in: resource.input)
    if let before, before > 0 { print.combine(String(before)) }
    return print.text
  }
}
