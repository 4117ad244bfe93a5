internal import Diagnostics
internal import SourceText
internal import StructuredText

extension Benchmark {
  /// Returns the benchmark `root` describes, or `nil` after reporting what is wrong with it.
  ///
  /// Controls have the texts that `library` holds for them, where they have none of their own.
  static func read(
    _ root: YAMLNode, texts library: ControlTextLibrary, into diagnostics: inout DiagnosticSet
  ) -> Benchmark? {
    var record = YAMLRecord(
      root, of: "the benchmark",
      keys: ["benchmark", "version", "title", "published", "sections", "controls"],
      diagnostics: diagnostics)
    let name = record.name("benchmark")
    let version = record.version("version")
    let title = record.text("title")
    let published = record.optionalText("published") ?? ""
    _ = record.demand("sections")
    let parts = record.elements("sections", "a list of sections")
    _ = record.demand("controls")
    let nodes = record.elements("controls", "a list of controls")
    diagnostics = record.diagnostics
    let sections = Section.read(parts, into: &diagnostics)
    let controls = Control.read(nodes, in: sections, texts: library, into: &diagnostics)
    if let list = root.member("controls"), list.sequence?.isEmpty == true {
      diagnostics.insert(.wrongYAMLKind("at least one control", at: list.range))
    }
    guard let name, let version, let title else { return nil }
    return Benchmark(
      name: name, version: version, title: title, published: published, sections: sections,
      controls: controls, extends: nil, changes: [],
      range: root.member("benchmark")?.range ?? root.range)
  }
}

extension Benchmark.Section {
  /// Returns the sections that `nodes` describe and their subsections, without those that are
  /// reported.
  static func read(
    _ nodes: [YAMLNode], into diagnostics: inout DiagnosticSet
  ) -> [Benchmark.Section] {
    var sections: [Benchmark.Section] = []
    var places: [String: SourceRange] = [:]
    func add(_ node: YAMLNode, parent: String?) {
      var record = YAMLRecord(
        node, of: "the section",
        keys: parent == nil ? ["id", "title", "subsections"] : ["id", "title"],
        diagnostics: diagnostics)
      let id = record.id("id")
      let title = record.text("title")
      let inner = parent == nil ? record.elements("subsections", "a list of sections") : []
      diagnostics = record.diagnostics
      guard let id, let title else { return }
      let range = node.member("id")?.range ?? node.range
      if let first = places[id] {
        return diagnostics.insert(.duplicateSection(id, at: range, first: first))
      }
      places[id] = range
      sections.append(Benchmark.Section(id: id, title: title, parent: parent))
      for part in inner { add(part, parent: id) }
    }
    for node in nodes { add(node, parent: nil) }
    return sections
  }
}
