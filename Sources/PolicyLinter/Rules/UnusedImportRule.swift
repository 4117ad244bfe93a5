internal import Diagnostics
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Against packs that are required and not needed.
enum UnusedImportRule: PackLintRule {
  static let id = LintRuleID.unusedImport
  static let level = LintLevel.warning
  static let summary = "A pack in `requires` declares nothing that is used."

  static func remarks(on pack: LintedPack) -> [Remark] {
    guard !pack.pack.manifest.requirements.isEmpty else { return [] }
    let used = ImportedPacks(pack).names
    let requirements = pack.pack.manifest.requirements
    return requirements.filter { !used.contains($0.name) }.map { requirement in
      Remark(
        self, "`\(pack.name)` uses nothing of the pack `\(requirement.name)`",
        at: requirement.range, of: requirement.name, help: "remove it from `requires`",
        fixIts: [removal(of: requirement, of: requirements.count, in: pack)].compactMap(\.self))
    }
  }

  /// Returns the removal of the line with the requirement, and of `requires:` above it if nothing
  /// else is in it.
  private static func removal(
    of requirement: PackManifest.Requirement, of count: Int, in pack: LintedPack
  ) -> FixIt? {
    let file = pack.whole.sources[requirement.range.file]
    let number = file.lines.line(containing: requirement.range.lower)
    let line = file.lines.offsets(of: number)
    var whole = line
    guard file.text(in: line).hasWords(requirement.name + ":", isStart: true) else { return nil }
    if count == 1 {
      let above = (1..<number).reversed().lazy.map { file.lines.offsets(of: $0) }
        .first { !file.text(in: $0).allSatisfy(\.isWhitespace) }
      guard let above, file.text(in: above).hasWords("requires:", isStart: false) else {
        return nil
      }
      whole = above.lowerBound..<line.upperBound
    }
    let range = SourceRange(
      file: requirement.range.file, lower: UInt32(whole.lowerBound),
      upper: UInt32(whole.upperBound))
    return FixIt(
      "remove the requirement", edits: [TextEdit(range: range, replacement: "")],
      applicability: .automatic)
  }
}

extension String {
  /// Whether the line, without the blanks around it, is `words`, or starts with them.
  fileprivate func hasWords(_ words: String, isStart: Bool) -> Bool {
    let bare = drop { $0 == " " }
    if isStart { return bare.hasPrefix(words) && !bare.contains("{") && !bare.contains("}") }
    return bare.prefix { !$0.isWhitespace } == words
      && bare.dropFirst(words.count).allSatisfy(\.isWhitespace)
  }
}

/// The packs whose declarations a pack uses.
private struct ImportedPacks {
  private(set) var names: Set<String> = []
  private let pack: LintedPack
  private var types: Set<TypeID> = []

  init(_ pack: LintedPack) {
    self.pack = pack
    let program = pack.program
    for body in pack.bodies { visit(body.terms) }
    for test in program.tests where test.pack == pack.name {
      insert(program[test.rule].pack)
      visit(test.cases.flatMap { $0.steps.compactMap(\.term) })
    }
    for rule in pack.rules {
      insert(program.schema[rule.population].range)
      for parameter in rule.parameters { insert(parameter.type) }
    }
    for function in pack.functions {
      insert(function.result)
      for parameter in function.parameters { insert(parameter.type) }
    }
    for mapping in pack.mappings { insert(program.schema[mapping.target].range) }
    visitDeclarations()
    visitBenchmarks()
    // Whoever maps to what is used is used, though nobody names it.
    for mapping in program.mappings {
      guard let owner = pack.whole.pack(of: program.schema[mapping.target].range),
        names.contains(owner), let mapper = pack.whole.pack(of: mapping.range)
      else { continue }
      insert(mapper)
    }
  }

  /// Visits the attributes of the types that the pack declares.
  private mutating func visitDeclarations() {
    let schema = pack.program.schema
    let declared =
      schema.resources.map { ($0.range, $0.attributes) }
      + schema.structures.map { ($0.range, $0.attributes) }
    for (range, attributes) in declared where pack.whole.pack(of: range) == pack.name {
      for attribute in attributes { insert(attribute.type) }
    }
  }

  /// Visits the rules that the benchmarks of the pack name.
  private mutating func visitBenchmarks() {
    let program = pack.program
    for use in pack.pack.benchmarks.flatMap(\.controls).flatMap(\.rules) {
      let owner = pack.visiblePacks.first { program.rule(named: use.rule, in: $0) != nil }
      if let owner { insert(owner) }
    }
  }

  private mutating func visit(_ terms: [TermID]) {
    var types = types
    var packs: Set<String> = []
    LintedBody(name: "", rule: nil, terms: terms).forEachTerm(in: pack.program) { id in
      types.insert(pack.program.type(of: id))
      if case .call(let function, _) = pack.program[id] {
        packs.insert(pack.program[function].pack)
      }
    }
    names.formUnion(packs)
    for type in types.subtracting(self.types) { insert(type) }
  }

  private mutating func insert(_ name: String) { names.insert(name) }

  private mutating func insert(_ range: SourceRange) {
    if let name = pack.whole.pack(of: range) { names.insert(name) }
  }

  private mutating func insert(_ type: TypeID) {
    guard types.insert(type).inserted else { return }
    let schema = pack.program.schema
    switch schema.types[type] {
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json:
      break
    case .enumeration(let id): insert(schema[id].range)
    case .structure(let id): insert(schema[id].range)
    case .resource(let id): insert(schema[id].range)
    case .list(let element), .set(let element), .optional(let element): insert(element)
    case .map(let key, let value):
      insert(key)
      insert(value)
    }
  }
}
