internal import Diagnostics
internal import SourceText
internal import StructuredText

/// The texts that the controls of a pack share over all versions of its benchmarks, by slug.
struct ControlTextLibrary {
  /// The path of the file in its pack.
  static let path = "controls.yaml"

  private var texts: [String: ControlTexts] = [:]
  private var places: [(slug: String, range: SourceRange)] = []

  /// Creates the library without texts.
  init() {}

  /// Creates the library `root` describes, reporting what is wrong with it.
  init(_ root: YAMLNode, into diagnostics: inout DiagnosticSet) {
    var record = YAMLRecord(
      root, of: "the file of controls", keys: ["controls"], diagnostics: diagnostics)
    _ = record.demand("controls")
    let nodes = record.elements("controls", "a list of controls")
    diagnostics = record.diagnostics
    for node in nodes {
      var record = YAMLRecord(
        node, of: "the control", keys: ["slug"] + ControlTexts.keys, diagnostics: diagnostics)
      let slug = record.name("slug")
      let texts = ControlTexts.read(&record)
      diagnostics = record.diagnostics
      guard let slug else { continue }
      let range = node.member("slug")?.range ?? node.range
      if let first = places.first(where: { $0.slug == slug }) {
        diagnostics.insert(.duplicateControl(slug, at: range, first: first.range))
        continue
      }
      places.append((slug, range))
      self.texts[slug] = texts
    }
  }

  /// The texts of the control with `slug`, if there are any.
  subscript(slug: String) -> ControlTexts? { texts[slug] }

  /// Reports texts of controls that none of `benchmarks` has.
  func reportUnused(in benchmarks: [Benchmark], into diagnostics: inout DiagnosticSet) {
    let known = benchmarks.flatMap { $0.controls.map(\.slug) }.uniqued
    for (slug, range) in places where !known.contains(slug) {
      diagnostics.insert(
        .unknownControl(slug, didYouMean: Spelling.nearest(to: slug, in: known), at: range))
    }
  }
}
