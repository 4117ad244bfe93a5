internal import Diagnostics
internal import SourceText
internal import StructuredText

extension Benchmark {
  /// Returns the benchmark `root` describes, or `nil` after reporting what is wrong with it.
  static func read(_ root: YAMLNode, into diagnostics: inout DiagnosticSet) -> Benchmark? {
    var record = YAMLRecord(
      root, of: "the benchmark", keys: ["benchmark", "version", "title", "published", "controls"],
      diagnostics: diagnostics)
    let name = record.name("benchmark")
    let version = record.version("version")
    let title = record.text("title")
    let published = record.optionalText("published") ?? ""
    _ = record.demand("controls")
    let nodes = record.elements("controls", "a list of controls")
    diagnostics = record.diagnostics
    var controls: [Control] = []
    var places: [String: SourceRange] = [:]
    for node in nodes {
      guard let control = Control.read(node, into: &diagnostics) else { continue }
      if let first = places[control.id] {
        diagnostics.insert(.duplicateControl(control.id, at: control.range, first: first))
        continue
      }
      places[control.id] = control.range
      controls.append(control)
    }
    if let list = root.member("controls"), list.sequence?.isEmpty == true {
      diagnostics.insert(.wrongYAMLKind("at least one control", at: list.range))
    }
    guard let name, let version, let title else { return nil }
    return Benchmark(
      name: name, version: version, title: title, published: published, controls: controls,
      range: root.member("benchmark")?.range ?? root.range)
  }
}

extension Control {
  /// The keys that a control may have.
  private static let keys = [
    "id", "slug", "title", "section", "level", "assessment", "scored", "cis_controls",
    "security_hub", "config_rules", "rules",
  ]

  /// Returns the control `node` describes, or `nil` after reporting what is wrong with it.
  static func read(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) -> Control? {
    var record = YAMLRecord(node, of: "the control", keys: keys, diagnostics: diagnostics)
    let id = record.text("id")
    let slug = record.name("slug")
    let title = record.text("title")
    let section = record.text("section")
    let level = record.word("level", Level.self)
    let assessment = record.word("assessment", Assessment.self)
    let isScored = record.boolean("scored")
    let safeguards = record.entries("cis_controls").map { key, value in
      (key.scalar?.text ?? "", YAMLRecord.texts(of: value, into: &record.diagnostics))
    }
    let securityHub = record.texts("security_hub")
    let configRules = record.texts("config_rules")
    _ = record.demand("rules")
    let uses = record.elements("rules", "a list of rules")
    diagnostics = record.diagnostics
    let rules = uses.compactMap { RuleUse.read($0, into: &diagnostics) }
    guard let id, let slug, let title, let section, let level, let assessment else { return nil }
    return Control(
      id: id, slug: slug, title: title, section: section, level: level, assessment: assessment,
      isScored: isScored ?? (assessment == .automated), safeguards: safeguards,
      securityHub: securityHub, configRules: configRules, rules: rules,
      range: node.member("id")?.range ?? node.range)
  }
}

extension Control.RuleUse {
  /// Returns the use of a rule `node` describes, or `nil` after reporting what is wrong with it.
  static func read(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) -> Control.RuleUse? {
    if let name = node.string {
      return Control.RuleUse(rule: name, range: node.range, arguments: [])
    }
    var record = YAMLRecord(node, of: "the rule", keys: ["rule", "with"], diagnostics: diagnostics)
    let name = record.text("rule")
    let arguments = record.entries("with").compactMap { key, value -> Argument? in
      guard value.string != nil else {
        record.diagnostics.insert(.wrongYAMLKind("an expression, as text", at: value.range))
        return nil
      }
      return Argument(name: key.scalar?.text ?? "", range: key.range, expression: value)
    }
    diagnostics = record.diagnostics
    guard let name else { return nil }
    return Control.RuleUse(
      rule: name, range: node.member("rule")?.range ?? node.range, arguments: arguments)
  }
}

extension YAMLRecord {
  /// Returns the texts of the list `node`.
  static func texts(of node: YAMLNode, into diagnostics: inout DiagnosticSet) -> [String] {
    guard let elements = node.sequence else {
      diagnostics.insert(.wrongYAMLKind("a list of texts", at: node.range))
      return []
    }
    return elements.compactMap { element in
      if let text = element.string { return text }
      diagnostics.insert(.wrongYAMLKind("text", at: element.range))
      return nil
    }
  }
}
