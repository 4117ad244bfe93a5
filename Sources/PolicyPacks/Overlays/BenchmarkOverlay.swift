internal import Diagnostics
internal import SourceText
internal import StructuredText

/// A benchmark that is another one with changes, as its file writes it.
///
/// What it says of sections and controls can be read only beside the other benchmark.
struct BenchmarkOverlay: Sendable {
  /// The text.
  let root: YAMLNode

  /// The texts that its controls share with other versions.
  let texts: ControlTextLibrary

  private static let keys = [
    "benchmark", "version", "title", "published", "extends", "sections", "disable", "change",
    "controls",
  ]

  /// Returns the benchmark, made of one of `known` with the names of their packs, or `nil` after
  /// reporting what is wrong with it.
  func resolved(
    among known: [(pack: String, benchmark: Benchmark)], into diagnostics: inout DiagnosticSet
  ) -> Benchmark? {
    var record = YAMLRecord(
      root, of: "the benchmark", keys: BenchmarkOverlay.keys, diagnostics: diagnostics)
    let name = record.name("benchmark")
    let version = record.version("version")
    let title = record.text("title")
    let published = record.optionalText("published") ?? ""
    let base = base(among: known, &record)
    let parts = record.elements("sections", "a list of sections")
    let disabled = record.elements("disable", "a list of controls")
    let changed = record.elements("change", "a list of controls")
    let added = record.elements("controls", "a list of controls")
    diagnostics = record.diagnostics
    guard let base else { return nil }
    let sections = base.benchmark.sections + Benchmark.Section.read(parts, into: &diagnostics)
    var editor = ControlEditor(base.benchmark, pack: base.pack)
    for node in disabled { editor.disable(node, into: &diagnostics) }
    for node in changed { editor.change(node, into: &diagnostics) }
    for control in Control.read(added, in: sections, texts: texts, into: &diagnostics) {
      editor.add(control, into: &diagnostics)
    }
    reportRepeated(sections, into: &diagnostics)
    guard let name, let version, let title else { return nil }
    return Benchmark(
      name: name, version: version, title: title, published: published, sections: sections,
      controls: editor.controls, extends: base.benchmark.label, changes: editor.changes,
      range: root.member("benchmark")?.range ?? root.range)
  }

  /// Returns the benchmark that is extended, and the name of its pack.
  private func base(
    among known: [(pack: String, benchmark: Benchmark)], _ record: inout YAMLRecord
  ) -> (pack: String, benchmark: Benchmark)? {
    guard let label = record.text("extends"), let range = record.member("extends")?.range else {
      return nil
    }
    // Without a version it would become another benchmark by an update of the pack.
    if let found = known.first(where: { $0.benchmark.label == label }) { return found }
    record.diagnostics.insert(
      .unknownBenchmark(label, known: known.map(\.benchmark.label), at: range))
    return nil
  }

  private func reportRepeated(
    _ sections: [Benchmark.Section], into diagnostics: inout DiagnosticSet
  ) {
    for (index, section) in sections.enumerated()
    where sections[..<index].contains(where: { $0.id == section.id }) {
      let range = root.member("sections")?.range ?? root.range
      diagnostics.insert(.duplicateSection(section.id, at: range, first: root.range.start))
    }
  }
}
