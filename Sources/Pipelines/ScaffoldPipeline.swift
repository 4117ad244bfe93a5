package import Diagnostics
internal import DomainValues
internal import PolicyChecker
internal import PolicyIR
internal import PolicyPacks
internal import PolicyParser
package import PolicyScaffolds
internal import ResourceModel
package import SourceText
internal import StructuredText

/// From what something new is to be called to the files it starts from, which load and have their
/// canonical form.
package struct ScaffoldPipeline: Sendable {
  /// Why there is nothing to start from.
  package enum Failure: Error, Hashable, Sendable {
    /// The packs do not load.
    case check(CheckFailure)
    /// A rule cannot be called so.
    case malformedRule(String)
    /// A pack cannot be called so.
    case malformedPack(String)
    /// YAML, in which packs and rules are named, takes the name for something else than text.
    case noText(String)
    /// A pack of this name comes with the program.
    case shippedPack(String)
    /// The pack has a rule of this name.
    case takenRule(String)
    /// There is no such resource type in sight.
    case unknownType(String, didYouMean: String?)
    /// A rule about the type has nothing simple to ask.
    case nothingToAsk(String)
    /// No resource type is in sight.
    case noType
  }

  /// The most folders that a rule is in below that of all rules.
  private static let mostFolders = 8

  private var pipeline = CheckPipeline()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with the packs.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Returns the rule `path`, `name` or `area/name`, of the only pack of `request`, about the
  /// resource type called `type`, or about one that many know.
  package mutating func rule(
    _ path: String, about type: String?, _ request: CheckRequest
  ) throws(Failure) -> Scaffold {
    let (area, name) = ScaffoldPipeline.parts(of: path)
    let folders =
      area.isEmpty && !path.contains("/")
      ? [] : area.split(separator: "/", omittingEmptySubsequences: false)
    guard ScaffoldPipeline.isRuleName(name), folders.count <= ScaffoldPipeline.mostFolders,
      folders.allSatisfy(isFolderName)
    else { throw .malformedRule(path) }
    guard ScaffoldPipeline.isText(name) else { throw .noText(name) }
    // A pack that has nothing yet may get its first rule too; a file that declares nothing is an
    // error.
    let empty = Scaffold.File(
      path: "rules/\(path).cispol", text: "private fn \(name)_to_come() -> Bool = true\n")
    let known = request.packs.flatMap(\.files).map(\.path)
    if known.contains(empty.path) { throw .takenRule(name) }
    let packs = try analyze(ScaffoldPipeline.adding([empty], to: request))
    let pack = packs.library.named.first ?? ""
    guard packs.program.rule(named: name, in: pack) == nil else { throw .takenRule(name) }
    let visible = packs.trees.first { $0.name == pack }.map { [pack] + $0.requires } ?? [pack]
    let id = try choose(type, among: visible, packs)
    let rule = try scaffold(name, area, about: id, packs.program)
    let scaffold = formatted(Scaffold(files: rule.files, steps: rule.steps))
    _ = try analyze(ScaffoldPipeline.adding(scaffold.files, to: request))
    return scaffold
  }

  /// Returns the pack `name` in `folder` with a rule about the resource type called `type`, or
  /// about one that many know; the packs of `request` are the shipped ones.
  package mutating func pack(
    _ name: String, in folder: String, about type: String?, _ request: CheckRequest
  ) throws(Failure) -> Scaffold {
    guard ScaffoldPipeline.isPackName(name) else { throw .malformedPack(name) }
    guard ScaffoldPipeline.isText(name) else { throw .noText(name) }
    let packs = try analyze(request)
    guard !packs.library.packs.contains(where: { $0.manifest.name == name }) else {
      throw .shippedPack(name)
    }
    let id = try choose(type, among: packs.library.packs.map(\.manifest.name), packs)
    let range = packs.program.schema[id].range
    let owner = packs.library.packs.first { $0.policies.contains(range.file) }
    guard let owner else { throw .noType }
    let rule = try scaffold("first_rule", "", about: id, packs.program)
    let required = (owner.manifest.name, owner.manifest.version.description)
    let scaffold = formatted(
      PackScaffold(name: name, folder: folder, requiring: required, rule: rule).scaffold)
    var check = request
    check.packs = [PackFolder(name: folder, files: [])]
    _ = try analyze(ScaffoldPipeline.adding(scaffold.files, to: check))
    return scaffold
  }

  private mutating func analyze(_ request: CheckRequest) throws(Failure) -> AnalyzedPacks {
    pipeline = CheckPipeline()
    do {
      return try pipeline.analyze(request)
    } catch {
      throw .check(error)
    }
  }

  /// Returns `request` with `files` in its only pack.
  private static func adding(_ files: [Scaffold.File], to request: CheckRequest) -> CheckRequest {
    var result = request
    result.packs = request.packs.map { folder in
      let paths = Set(files.map(\.path))
      let added = files.map { PackFolder.File(path: $0.path, bytes: Array($0.text.utf8)) }
      let kept = folder.files.filter { !paths.contains($0.path) }
      return PackFolder(name: folder.name, files: kept + added)
    }
    return result
  }

  /// Returns the resource type that is meant, of those that the packs called `names` declare.
  private func choose(
    _ type: String?, among names: [String], _ packs: AnalyzedPacks
  ) throws(Failure) -> ResourceTypeID {
    let schema = packs.program.schema
    let files = Set(
      packs.library.packs.filter { names.contains($0.manifest.name) }.flatMap(\.policies))
    let visible = schema.resources.indices.filter {
      files.contains(schema.resources[$0].range.file)
    }.sorted { schema.resources[$0].name < schema.resources[$1].name }
    if let type {
      if let index = visible.first(where: { schema.resources[$0].name == type }) {
        return ResourceTypeID(index: index)
      }
      let near = Spelling.nearest(to: type, in: visible.map { schema.resources[$0].name })
      throw .unknownType(type, didYouMean: near)
    }
    // One with a name and something that is so or not makes the plainest first rule.
    let plain = visible.first { index in
      let question = FirstQuestion(about: ResourceTypeID(index: index), in: schema)
      return question?.name == "name" && question?.test == ""
    }
    let any = visible.first {
      FirstQuestion(about: ResourceTypeID(index: $0), in: schema) != nil
    }
    guard let index = plain ?? any else { throw .noType }
    return ResourceTypeID(index: index)
  }

  private func scaffold(
    _ name: String, _ area: String, about id: ResourceTypeID, _ program: Program
  ) throws(Failure) -> RuleScaffold {
    let taken = Set(program.functions.map(\.name)).union(PolicyParser.reservedWords)
    let rule = RuleScaffold(
      name: name, area: area, about: id, in: program.schema, taken: taken)
    guard let rule else { throw .nothingToAsk(program.schema[id].name) }
    return rule
  }

  /// Returns the scaffold with its policies in their canonical form.
  private func formatted(_ scaffold: Scaffold) -> Scaffold {
    var result = scaffold
    for (index, file) in result.files.enumerated() where PolicyForm(path: file.path) == .language {
      var pipeline = FormatPipeline()
      let input = PolicyFile(name: file.path, bytes: Array(file.text.utf8))
      if case .formatted(let bytes) = pipeline.format(input) {
        result.files[index].text = String(decoding: bytes, as: UTF8.self)
      }
    }
    return result
  }
}

/// Names.
extension ScaffoldPipeline {
  /// Returns the folder and the last part of `path`.
  private static func parts(of path: String) -> (area: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// Whether a rule can be called so.
  private static func isRuleName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.count <= 100 && !PolicyParser.reservedWords.contains(name)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }

  /// Whether YAML takes `name`, without quotes, for text: `no`, `null` and `010` are none.
  private static func isText(_ name: String) -> Bool {
    let file = SourceFile(name: "", bytes: Array(name.utf8))
    let (node, problems) = YAMLReader.parse(file, id: FileID(index: 0))
    guard let node, problems.elements.isEmpty else { return false }
    return node.string == name && node.boolean == nil && node.double == nil
  }

  /// Whether a pack can be called so, and its folder too.
  private static func isPackName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != 0x2D, first != 0x2E else { return false }
    return name.utf8.count <= 100 && name.utf8.allSatisfy(isNameByte)
  }

  /// Whether a folder below the rules of a pack can be called so.
  private func isFolderName(_ name: Substring) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { ScaffoldPipeline.isNameByte($0) && $0 != 0x2E }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

extension ScaffoldPipeline.Failure {
  /// What is wrong, in words; of packs the diagnostics say it.
  package var message: String {
    switch self {
    case .check(let failure): failure.message
    case .malformedRule(let name): "`\(name)` is no name for a rule"
    case .malformedPack(let name): "`\(name)` is no name for a pack"
    case .noText(let name): "`\(name)` is no text in YAML, in which packs and rules are named"
    case .shippedPack(let name): "the pack `\(name)` comes with cispol"
    case .takenRule(let name): "the pack has a rule `\(name)`"
    case .unknownType(let name, _): "there is no resource type `\(name)` in sight of the pack"
    case .nothingToAsk(let name): "`\(name)` has no attribute that a first rule could ask for"
    case .noType: "no resource type is in sight of the pack"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch self {
    case .check(let failure): failure.help
    case .malformedRule:
      "write a name such as `buckets_have_owner`, or `storage/buckets_have_owner`"
    case .malformedPack: "write a name of letters, digits, `-` and `_`, such as `acme-rules`"
    case .noText: "choose a name that is no word or number of YAML, such as `buckets_have_owner`"
    case .shippedPack: "choose another name, or require it in a pack of your own"
    case .takenRule: "choose another name"
    case .unknownType(_, let near):
      near.map { "did you mean `\($0)`?" } ?? "`requires` in pack.yaml says what it sees"
    case .nothingToAsk: "choose another type with `--for`"
    case .noType: "add a pack that declares some to `requires` in pack.yaml"
    }
  }
}
