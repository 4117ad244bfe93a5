package import Diagnostics
internal import DomainValues
package import PolicyIR
internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Chooses what to evaluate.
package struct Selector: Sendable {
  let library: PackLibrary
  let program: Program
  private let ruleDirectory: RuleDirectory
  private let constants: ConstantReader

  /// What was reported so far.
  package internal(set) var diagnostics = DiagnosticSet()

  /// The values of parameters that the project changes, by rule, in the order of its file.
  private var overrides: [RuleID: [ParameterOverride]] = [:]

  /// The parameters that the benchmark which is looked at changes of the one that it extends.
  private var revisions: [BenchmarkChange] = []

  /// The packs whose rules each pack sees, as far as that was asked.
  private var visibleNames: [String: [String]] = [:]

  private var applications: [RuleApplication] = []
  private var indices: [RuleApplication: Int] = [:]
  private var resolved: [(pack: String, selected: Selection.SelectedBenchmark)] = []

  /// Resolves the rules and parameters of every benchmark of `library`, whose packs are `program`,
  /// and of `overrides`; what is wrong with them is in `diagnostics`.
  package init(
    _ library: PackLibrary, program: Program, constants: ConstantReader,
    overrides requests: [OverrideRequest] = []
  ) {
    self.library = library
    self.program = program
    ruleDirectory = RuleDirectory(program.rules)
    indices.reserveCapacity(program.rules.count)
    self.constants = constants
    for request in requests { resolve(request) }
    for pack in library.packs {
      for benchmark in pack.benchmarks {
        let controls = benchmark.controls.map { control in
          Selection.SelectedControl(
            control: control,
            applications: control.rules.compactMap { resolve($0, of: control, in: pack) }.uniqued)
        }
        resolved.append(
          (
            pack.manifest.name,
            .init(
              benchmark: benchmark, controls: controls, excluded: [],
              changes: benchmark.changes + revisions)
          ))
        revisions = []
      }
    }
  }

  /// The names and versions of all benchmarks, by name, the newest first.
  package var labels: [String] {
    resolved.map(\.selected.benchmark).sorted(by: Selector.precedes).map(\.label)
  }

  private static func precedes(_ left: Benchmark, _ right: Benchmark) -> Bool {
    left.name == right.name ? left.version > right.version : left.name < right.name
  }

  /// Returns what `requests` and `profile` ask for; without requests the newest version of every
  /// benchmark of the packs whose benchmarks are the standard.
  ///
  /// The rules of named packs that have no benchmark are selected as well. With `everyVersion` the
  /// standard is every version of every benchmark of the packs that were named.
  ///
  /// - Throws: a `SelectionError` when there is no such thing, or nothing to evaluate.
  package func select(
    _ requests: [BenchmarkRequest], profile: Profile, everyVersion: Bool = false
  ) throws(SelectionError) -> Selection {
    var benchmarks: [Selection.SelectedBenchmark] = []
    for request in requests.isEmpty ? standard(everyVersion) : requests {
      let found = try find(request)
      guard !benchmarks.contains(where: { $0.benchmark.label == found.benchmark.label }) else {
        continue
      }
      let chosen = chosen(from: found, by: profile)
      if chosen.controls.isEmpty, !requests.isEmpty, !profile.isEverything {
        throw .emptyProfile(profile.label, of: found.benchmark.label)
      }
      benchmarks.append(chosen)
    }
    if !profile.isEverything {
      guard let first = benchmarks.first else { throw .profileWithoutBenchmark }
      if benchmarks.allSatisfy(\.controls.isEmpty) {
        throw .emptyProfile(profile.label, of: first.benchmark.label)
      }
    }
    return try compacted(benchmarks, loose: loose, profile: profile)
  }

  /// Returns the controls of `selected` that `profile` asks for, and those that it leaves out.
  private func chosen(
    from selected: Selection.SelectedBenchmark, by profile: Profile
  ) -> Selection.SelectedBenchmark {
    var controls: [Selection.SelectedControl] = []
    var excluded: [Selection.ExcludedControl] = []
    for control in selected.controls where profile.contains(control.control) {
      if let (name, reason) = profile.exclusion(of: control.control, in: selected.benchmark) {
        excluded.append(.init(control: control.control, profile: name, reason: reason))
      } else {
        controls.append(control)
      }
    }
    return .init(
      benchmark: selected.benchmark, controls: controls, excluded: excluded,
      changes: selected.changes)
  }

  /// Returns the newest version of each benchmark that is the standard, or all benchmarks of the
  /// packs that were named.
  private func standard(_ everyVersion: Bool) -> [BenchmarkRequest] {
    let packs = everyVersion ? library.named : library.standard
    let benchmarks = resolved.filter { packs.contains($0.pack) }.map(\.selected.benchmark)
    if everyVersion {
      return benchmarks.map { BenchmarkRequest(name: $0.name, version: $0.version) }
    }
    // Of these packs, because one that they require may have a benchmark of the same name.
    return benchmarks.map(\.name).uniqued.map { name in
      let versions = benchmarks.lazy.filter { $0.name == name }.map(\.version)
      return BenchmarkRequest(name: name, version: versions.max())
    }
  }

  /// The rules of named packs without a benchmark.
  private var loose: [RuleApplication] {
    let packs = library.packs.filter {
      library.named.contains($0.manifest.name) && !$0.hasBenchmarks
    }.map(\.manifest.name)
    return program.rules.indices.filter { packs.contains(program.rules[$0].pack) }.map {
      RuleApplication(rule: RuleID(index: $0), parameters: [:])
    }
  }

  private func find(
    _ request: BenchmarkRequest
  ) throws(SelectionError) -> Selection.SelectedBenchmark {
    let candidates = resolved.map(\.selected).filter {
      $0.benchmark.name == request.name
        && (request.version == nil || $0.benchmark.version == request.version)
    }
    guard let newest = candidates.max(by: { $0.benchmark.version < $1.benchmark.version }) else {
      throw .unknownBenchmark(request.label, known: labels)
    }
    return newest
  }

  /// Returns the selection in which only the applications that are used are left.
  private func compacted(
    _ benchmarks: [Selection.SelectedBenchmark], loose: [RuleApplication], profile: Profile
  ) throws(SelectionError) -> Selection {
    var used: [RuleApplication] = []
    var places: [RuleApplication: Int] = [:]
    places.reserveCapacity(applications.count)
    func demand(_ application: RuleApplication) -> Int {
      if let known = places[application] { return known }
      places[application] = used.count
      used.append(application)
      return used.count - 1
    }
    let chosen = benchmarks.map { selected in
      Selection.SelectedBenchmark(
        benchmark: selected.benchmark,
        controls: selected.controls.map { control in
          .init(
            control: control.control,
            applications: control.applications.map { demand(overridden(applications[$0])) })
        }, excluded: selected.excluded, changes: selected.changes)
    }
    let rest = loose.map { demand(overridden($0)) }
    guard !used.isEmpty else { throw .nothingSelected }
    return Selection(
      applications: used, benchmarks: chosen, loose: rest, profile: profile,
      severities: severities(of: profile))
  }

  private func severities(of profile: Profile) -> [RuleID: Severity] {
    var severities: [RuleID: Severity] = [:]
    for change in profile.own.flatMap(\.severities) {
      for rule in program.rules(called: change.rule) { severities[rule] = change.severity }
    }
    return severities
  }

  /// Returns the application with the values that the project has for its parameters.
  private func overridden(_ application: RuleApplication) -> RuleApplication {
    guard let changes = overrides[application.rule] else { return application }
    let rule = program[application.rule]
    let all = changes.map { change in
      let own =
        application.parameters[change.parameter]
        ?? rule.parameters[change.parameter].defaultValue
      return ParameterOverride(
        parameter: change.parameter, value: change.value, scope: change.scope,
        strictness: own.map {
          program.strictness(of: change.value, against: $0, for: change.parameter, of: rule)
        } ?? .unclear, reason: change.reason)
    }
    return RuleApplication(
      rule: application.rule, parameters: application.parameters, overrides: all)
  }

  /// Looks up the rules and values of `request`.
  private mutating func resolve(_ request: OverrideRequest) {
    for rule in demandRules(request.rule, at: request.range) {
      for argument in request.arguments {
        guard let (index, value) = resolve(argument, of: program[rule]) else { continue }
        overrides[rule, default: []].append(
          ParameterOverride(
            parameter: index, value: value, scope: request.scope, strictness: .unclear,
            reason: request.reason))
      }
    }
  }

  /// Returns the name of the rule nearest to `name`.
  func nearRule(_ name: String) -> String? {
    Spelling.nearestByWords(to: name, in: program.rules.map(\.name))
  }

  /// Returns the index of the application that `use` asks for, or `nil` after reporting why there
  /// is none.
  private mutating func resolve(
    _ use: Control.RuleUse, of control: Control, in pack: LoadedPack
  ) -> Int? {
    // What is inherited means what it meant to the pack that it comes from.
    let packs = use.pack.flatMap { visible(from: $0) } ?? visible(from: pack.manifest.name) ?? []
    guard let rule = ruleDirectory.rule(named: use.rule, inFirstOf: packs) else {
      let known = program.rules.filter { packs.contains($0.pack) }.map(\.name)
      diagnostics.insert(
        .unknownRule(
          use.rule, didYouMean: Spelling.nearestByWords(to: use.rule, in: known), at: use.range))
      return nil
    }
    if program[rule].name != use.rule {
      diagnostics.insert(.formerName(use.rule, now: program[rule].name, at: use.range))
    }
    let values = values(of: use.arguments, for: rule)
    if let revision = use.revision {
      note(revision, of: control, rule, values)
    }
    let application = RuleApplication(rule: rule, parameters: values)
    if let known = indices[application] { return known }
    indices[application] = applications.count
    applications.append(application)
    return applications.count - 1
  }

  /// Returns the packs whose rules the pack called `name` sees, itself first, if there is such a pack.
  private mutating func visible(from name: String) -> [String]? {
    if let known = visibleNames[name] { return known }
    guard let home = library.packs.first(where: { $0.manifest.name == name }) else { return nil }
    let names = [home.manifest.name] + home.manifest.requirements.map(\.name)
    visibleNames[name] = names
    return names
  }

  /// Returns the values that are not the defaults, by 0-based index.
  private mutating func values(
    of arguments: [Control.RuleUse.Argument], for rule: RuleID
  ) -> [Int: Value] {
    var values: [Int: Value] = [:]
    for argument in arguments {
      guard let (index, value) = resolve(argument, of: program[rule]) else { continue }
      // A rule with its default written out is the same as without.
      if value != program[rule].parameters[index].defaultValue { values[index] = value }
    }
    return values
  }

  /// Notes in what `values` differ from those of the benchmark that is extended.
  private mutating func note(
    _ revision: Control.RuleUse.Revision, of control: Control, _ id: RuleID, _ values: [Int: Value]
  ) {
    let rule = program[id]
    let original = self.values(of: revision.original, for: id)
    for (index, parameter) in rule.parameters.enumerated() {
      let own = original[index] ?? parameter.defaultValue
      let value = values[index] ?? parameter.defaultValue
      guard own != value else { continue }
      var strictness = Strictness.unclear
      if let own, let value {
        strictness = program.strictness(of: value, against: own, for: index, of: rule)
      }
      revisions.append(
        BenchmarkChange(
          control: control.id, kind: .parameter(id, index, from: own, to: value, strictness),
          reason: revision.reason))
    }
  }

  /// Returns the parameter that `argument` names, and its value, or `nil` after reporting why there
  /// is none.
  private mutating func resolve(
    _ argument: Control.RuleUse.Argument, of rule: Rule
  ) -> (Int, Value)? {
    guard let index = rule.parameters.firstIndex(where: { $0.name == argument.name }) else {
      diagnostics.insert(
        .unknownParameter(
          argument.name, of: rule.name, known: rule.parameters.map(\.name), at: argument.range))
      return nil
    }
    let parameter = rule.parameters[index]
    let (value, problems) = constants.read(argument.expression, parameter)
    diagnostics.formUnion(problems)
    guard let value else { return nil }
    if let bounds = parameter.bounds, !bounds.contain(value) {
      diagnostics.insert(
        .parameterOutOfBounds(
          argument.name, bounds: bounds.summary, at: argument.expression.range,
          declared: parameter.range))
      return nil
    }
    return (index, value)
  }
}
