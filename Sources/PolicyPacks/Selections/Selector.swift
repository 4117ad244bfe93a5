package import Diagnostics
internal import DomainValues
package import PolicyIR
internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Chooses what to evaluate.
package struct Selector: Sendable {
  private let library: PackLibrary
  private let program: Program
  private let constants: ConstantReader

  /// What was reported so far.
  package private(set) var diagnostics = DiagnosticSet()

  private var applications: [RuleApplication] = []
  private var indices: [RuleApplication: Int] = [:]
  private var resolved: [(pack: String, selected: Selection.SelectedBenchmark)] = []

  /// Resolves the rules and parameters of every benchmark of `library`, whose packs are `program`;
  /// what is wrong with them is in `diagnostics`.
  package init(_ library: PackLibrary, program: Program, constants: ConstantReader) {
    self.library = library
    self.program = program
    self.constants = constants
    for pack in library.packs {
      for benchmark in pack.benchmarks {
        let controls = benchmark.controls.map { control in
          Selection.SelectedControl(
            control: control,
            applications: control.rules.compactMap { resolve($0, in: pack) }.uniqued)
        }
        resolved.append(
          (pack.manifest.name, .init(benchmark: benchmark, controls: controls)))
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
      let controls = found.controls.filter { profile.contains($0.control) }
      benchmarks.append(.init(benchmark: found.benchmark, controls: controls))
    }
    if benchmarks.isEmpty, !profile.parts.isEmpty { throw .profileWithoutBenchmark }
    return try compacted(benchmarks, loose: loose, profile: profile)
  }

  /// Returns the newest version of each benchmark that is the standard, or all benchmarks of the
  /// packs that were named.
  private func standard(_ everyVersion: Bool) -> [BenchmarkRequest] {
    let packs = everyVersion ? library.named : library.standard
    let benchmarks = resolved.filter { packs.contains($0.pack) }.map(\.selected.benchmark)
    if everyVersion {
      return benchmarks.map { BenchmarkRequest(name: $0.name, version: $0.version) }
    }
    return benchmarks.map(\.name).uniqued.map { BenchmarkRequest(name: $0, version: nil) }
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
            applications: control.applications.map { demand(applications[$0]) })
        })
    }
    let rest = loose.map { demand($0) }
    guard !used.isEmpty else { throw .nothingSelected }
    return Selection(applications: used, benchmarks: chosen, loose: rest, profile: profile)
  }

  /// Returns the index of the application that `use` asks for, or `nil` after reporting why there
  /// is none.
  private mutating func resolve(_ use: Control.RuleUse, in pack: LoadedPack) -> Int? {
    let visible = [pack.manifest.name] + pack.manifest.requirements.map(\.name)
    let program = program
    guard let rule = visible.lazy.compactMap({ program.rule(named: use.rule, in: $0) }).first else {
      let known = program.rules.filter { visible.contains($0.pack) }.map(\.name)
      diagnostics.insert(
        .unknownRule(
          use.rule, didYouMean: Spelling.nearest(to: use.rule, in: known), at: use.range))
      return nil
    }
    if program[rule].name != use.rule {
      diagnostics.insert(.formerName(use.rule, now: program[rule].name, at: use.range))
    }
    var values: [Int: Value] = [:]
    for argument in use.arguments {
      if let (index, value) = resolve(argument, of: program[rule]) { values[index] = value }
    }
    let application = RuleApplication(rule: rule, parameters: values)
    if let known = indices[application] { return known }
    indices[application] = applications.count
    applications.append(application)
    return applications.count - 1
  }

  /// Returns the parameter that `argument` names, and its value unless that is the default.
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
    // A rule with its default written out is the same as without.
    return value == parameter.defaultValue ? nil : (index, value)
  }
}

extension Parameter.Bounds {
  /// The least and the greatest value, for a message.
  fileprivate var summary: String { "\(Self.text(lower)) to \(Self.text(upper))" }

  private static func text(_ value: Value) -> String {
    switch value {
    case .int(let number): String(number)
    case .float(let number): String(number)
    case .duration(let duration): duration.description
    case .timestamp(let timestamp): timestamp.description
    case .bytes(let size): size.description
    case .version(let version): version.description
    case .bool, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .ipAddress, .glob,
      .json, .enumeration, .list, .set, .map, .structure, .resource:
      "what the rule says"
    }
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order of their first occurrence.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
