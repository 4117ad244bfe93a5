import Diagnostics
import PolicyChecker
import PolicyIR
import PolicyPacks
import PolicyParser
import PolicySyntax
import SourceText
import StructuredText

/// Packs made of texts, and what comes of loading them.
struct PackOf {
  var sources = SourceMap()
  var diagnostics = DiagnosticSet()

  static let schema = """
    resource lab.Thing {
      id: String key
      age: Int
    }
    """

  static let rules = """
    /// Things are young.
    rule things_are_young(limit: Int = 10 in 1..20) {
      for thing in lab.Thing
      require thing.age <= limit
    }
    rule things_exist {
      for thing in lab.Thing
      require thing.age >= 0
      formerly things_were
    }
    """

  static func manifest(_ name: String = "lab", more: String = "") -> String {
    "pack: \(name)\nversion: 1.0.0\ntitle: Laboratory\n\(more)"
  }

  static func control(
    _ id: String, more: String = "", rules: String = "[things_exist]", section: String = "1",
    slug: String? = nil
  ) -> String {
    """
      - id: "\(id)"
        slug: \(slug ?? "slug-\(id)")
        title: Title of \(id)
        section: "\(section)"
        level: 1
        assessment: automated
    \(more)    rules: \(rules)

    """
  }

  static let sections = """
    {id: "1", title: Section, subsections: [{id: "1.1", title: Subsection}]}
    """

  static func benchmark(
    _ version: String, _ controls: [String], sections: String = PackOf.sections
  ) -> String {
    """
    benchmark: bench
    version: "\(version)"
    title: Bench
    sections: [\(sections)]
    controls:
    \(controls.joined())
    """
  }

  static func files(_ benchmarks: [String], manifest: String = manifest()) -> [String: String] {
    var files = ["pack.yaml": manifest, "schema.cispol": schema, "rules/all.cispol": rules]
    for (index, text) in benchmarks.enumerated() { files["benchmarks/\(index).yaml"] = text }
    return files
  }

  mutating func load(_ files: [String: String], folder: String = "lab") -> LoadedPack? {
    let folder = PackFolder(
      name: folder, files: files.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
    let (pack, problems) = PackLoader.load(folder, into: &sources)
    diagnostics.formUnion(problems)
    return pack
  }

  mutating func assemble(
    _ named: [LoadedPack], shipped: [LoadedPack] = [], isAskedFor: Bool = true
  ) -> PackLibrary {
    let (library, problems) = PackLibrary.assemble(
      named: named, shipped: shipped, isAskedFor: isAskedFor)
    diagnostics.formUnion(problems)
    return library
  }

  mutating func program(_ library: PackLibrary) -> Program {
    let packs = library.packs.map { pack in
      PackSource(
        name: pack.manifest.name, requires: pack.manifest.requirements.map(\.name),
        trees: pack.policies.map { id in
          let (tree, problems) = PolicyParser.parse(sources[id], id: id)
          diagnostics.formUnion(problems)
          return tree
        })
    }
    let (program, problems) = PolicyChecker.check(packs)
    diagnostics.formUnion(problems)
    return program
  }

  /// Loads one pack of `files`, which somebody asked for or not, up to the choice of rules.
  ///
  /// `configuration` is the text of the project's.
  mutating func selector(
    _ files: [String: String], configuration text: String = "{}", isAskedFor: Bool = true
  ) -> Selector? {
    let id = sources.insert(SourceFile(name: "cispol.yaml", bytes: Array(text.utf8)))
    let (configuration, problems) = ProjectConfiguration.read(id, of: sources)
    diagnostics.formUnion(problems)
    guard let pack = load(files) else { return nil }
    let library = assemble([pack], isAskedFor: isAskedFor)
    let program = program(library)
    return selector(library, program, overrides: configuration?.overrides ?? [])
  }

  /// Looks up the rules of the benchmarks of `library`.
  mutating func selector(
    _ library: PackLibrary, _ program: Program, overrides: [OverrideRequest] = []
  ) -> Selector {
    let constants = ConstantReader { value, parameter in
      let (tree, expression, problems) = PolicyParser.parseExpression(value, in: value.range.file)
      if problems.containsError { return (nil, problems) }
      return PolicyChecker.constant(expression, of: tree, as: parameter.type, in: program)
    }
    let selector = Selector(
      library, program: program, constants: constants, overrides: overrides)
    diagnostics.formUnion(selector.diagnostics)
    return selector
  }

  /// The kinds of what was reported, in the order of the files.
  var ids: [String] { diagnostics.sorted.map(\.id.rawValue) }
}
