internal import Collectors
internal import Compliance
internal import Diagnostics
internal import Parallelism
internal import PolicyChecker
internal import PolicyIR
internal import PolicyPacks
internal import PolicyParser
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// Packs, and what people decided of them.
extension CheckPipeline {
  /// Reads the pack files, and of the shipped benchmarks at least those in `choice`; returns also
  /// the program of the first packs if its compiled form will do.
  mutating func load(
    _ request: CheckRequest, _ choice: BenchmarkChoice
  ) throws(CheckFailure) -> (PackLibrary, CompiledBase?) {
    var named: [LoadedPack] = []
    var shipped: [LoadedPack] = []
    for folder in request.packs.flatMap(\.packs) {
      if let pack = load(folder) { named.append(pack) }
    }
    let choice = choice.joined(with: named.flatMap(\.extendedBenchmarks))
    let firstFile = FileID(index: UInt32(sources.files.count))
    let files = request.shipped.map { PackLoader.insert($0, into: &sources) }
    let compiled = compiledPacks(request.compiled, firstFile)
    let isShippedOnly = request.packs.isEmpty
    let names = Set(named.map(\.manifest.name))
    let manifests = files.map { PackLoader.manifest(of: $0, in: sources, compiled: compiled) }
    let required = PackManifest.names(
      requiredBy: named.map(\.manifest), among: manifests.compactMap(\.self))
    let used = Set(
      manifests.compactMap { $0?.name }.filter { isShippedOnly || required.contains($0) })
    let (_, base) = ConcurrentWork.both(jobs: request.jobs) {
      for (index, folder) in request.shipped.enumerated() {
        // A named pack stands in for the shipped one of its name, which need not be read further; nor
        // need the benchmarks of one that none of them requires.
        let name = manifests[index]?.name
        if let name, names.contains(name) { continue }
        let isUsed = name.map(used.contains) ?? true
        let (pack, problems) = PackLoader.load(
          folder, files[index], into: &sources, compiled: compiled,
          benchmarks: isUsed ? choice : .nothing)
        diagnostics.formUnion(problems)
        if let pack { shipped.append(pack) }
      }
    } beside: {
      names.isDisjoint(with: used) ? compiled.flatMap { CompiledBase($0, of: used) } : nil
    }
    let (library, problems) = PackLibrary.assemble(
      named: isShippedOnly ? shipped : named, shipped: isShippedOnly ? [] : shipped,
      isAskedFor: !isShippedOnly)
    diagnostics.formUnion(problems)
    // What would be said of policies whose packs do not fit together would be misleading.
    if diagnostics.containsError { throw .diagnosed }
    guard let base, library.packs.map(\.manifest.name).starts(with: base.packs) else {
      return (library, nil)
    }
    return (library, base)
  }

  /// Returns the compiled form in `bytes` of the files from `firstFile` on, if it is one of them.
  private func compiledPacks(_ bytes: FileBytes, _ firstFile: FileID) -> CompiledPacks? {
    guard bytes.count > 0 else { return nil }
    let files = Array(sources.files[Int(firstFile.index)...])
    // One that was made of other texts is as good as none: the texts count.
    return try? CompiledPacks(bytes, of: files, firstFile: firstFile)
  }

  /// Reads the pack file and benchmarks of a pack that was named.
  private mutating func load(_ folder: PackFolder) -> LoadedPack? {
    let (pack, problems) = PackLoader.load(folder, into: &sources)
    diagnostics.formUnion(problems)
    return pack
  }

  /// Parses the policies of `packs`, on at most `jobs` threads.
  mutating func parse(_ packs: some Collection<LoadedPack>, jobs: Int) -> [PackSource] {
    let works = packs.flatMap(ParseWork.of)
    let results = ParseWork.results(of: works, in: sources, jobs: jobs)
    for (_, problems) in results { diagnostics.formUnion(problems) }
    var trees = results.map(\.0)[...]
    return packs.map { pack in
      let own = trees.prefix(ParseWork.of(pack).count)
      trees = trees.dropFirst(own.count)
      return PackSource(
        name: pack.manifest.name, requires: pack.manifest.requirements.map(\.name),
        trees: Array(own))
    }
  }

  /// Parses and checks the packs of `library` that do not come with `base`; returns their syntax, and
  /// the program of all.
  mutating func check(
    _ library: PackLibrary, on base: consuming CompiledBase?, _ request: CheckRequest
  ) throws(CheckFailure) -> ([PackSource], Program) {
    let count = base?.packs.count ?? 0
    if let base, count == library.packs.count { return ([], base.program) }
    request.onStage?(.parse)
    let trees = parse(library.packs.dropFirst(count), jobs: request.jobs)
    request.onStage?(.check)
    let owners = library.packs.prefix(count).flatMap { pack in
      (pack.policies + pack.ruleFiles).map { ($0, pack.manifest.name) }
    }
    let packs = Dictionary(owners, uniquingKeysWith: { first, _ in first })
    let checked = (consume base).map { CheckedBase($0.program, packs: packs) }
    let (program, problems) = PolicyChecker.check(trees, on: consume checked)
    diagnostics.formUnion(problems)
    if diagnostics.containsError { throw .diagnosed }
    return (trees, program)
  }

  /// Reads waivers and attestations.
  mutating func readGovernance(
    _ request: CheckRequest
  ) throws(CheckFailure) -> Governance {
    let limits = request.configuration.waiverLimits
    let (waivers, waiverProblems) = Waiver.read(
      insert(request.waivers), of: sources, limits: limits)
    let (attestations, attestationProblems) = Attestation.read(
      insert(request.attestations), of: sources)
    diagnostics.formUnion(waiverProblems)
    diagnostics.formUnion(attestationProblems)
    if diagnostics.containsError { throw .diagnosed }
    return Governance(
      accounts: request.configuration.accounts, waivers: waivers, waiverLimits: limits,
      attestations: attestations)
  }

  private mutating func insert(_ files: [PolicyFile]) -> [FileID] {
    files.map { sources.insert(SourceFile(name: $0.name, bytes: $0.bytes)) }
  }

  /// Resolves the rules and parameters of benchmarks, and what the project says of them.
  mutating func resolve(
    _ library: PackLibrary, _ program: Program, _ configuration: ProjectConfiguration,
    _ governance: Governance
  ) throws(CheckFailure) -> Selector {
    let constants = ConstantReader { value, parameter in
      let (tree, expression, problems) = PolicyParser.parseExpression(
        value, in: value.range.file)
      guard !problems.containsError else { return (nil, problems) }
      return PolicyChecker.constant(expression, of: tree, as: parameter.type, in: program)
    }
    var selector = Selector(
      library, program: program, constants: constants, overrides: configuration.overrides)
    selector.check(configuration.profiles)
    selector.check(governance.waivers)
    selector.check(governance.attestations)
    diagnostics.formUnion(selector.diagnostics)
    if diagnostics.containsError { throw .diagnosed }
    return selector
  }

  /// Reports named packs that have nothing to evaluate, though there is something to judge.
  mutating func demandRules(
    _ library: PackLibrary, _ program: Program
  ) throws(CheckFailure) {
    diagnostics.formUnion(library.packsWithoutRules(in: program))
    if diagnostics.containsError { throw .diagnosed }
  }

  func select(
    _ request: CheckRequest, _ selector: Selector
  ) throws(CheckFailure) -> Selection {
    do {
      return try selector.select(
        request.benchmarks, profile: request.profile, everyVersion: request.everyVersion)
    } catch {
      throw .selection(error)
    }
  }
}
