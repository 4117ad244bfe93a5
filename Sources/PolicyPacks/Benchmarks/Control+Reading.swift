internal import Diagnostics
internal import SourceText
internal import StructuredText

extension Control {
  /// The keys that a control may have, besides its texts.
  private static let keys = [
    "id", "slug", "title", "section", "level", "assessment", "scored", "cis_controls",
    "security_hub", "security_hub_generators", "config_rules", "frameworks", "rules",
  ]

  /// The versions of the CIS Controls that a control may name safeguards of.
  private static let safeguardVersions = ["v7", "v8"]

  /// Returns the controls that `nodes` describe, without those that are reported.
  static func read(
    _ nodes: [YAMLNode], in sections: [Benchmark.Section], texts library: ControlTextLibrary,
    into diagnostics: inout DiagnosticSet
  ) -> [Control] {
    var controls: [Control] = []
    var places: [String: SourceRange] = [:]
    var slugs: [String: SourceRange] = [:]
    for node in nodes {
      guard let control = read(node, in: sections, texts: library, into: &diagnostics) else {
        continue
      }
      if let first = places[control.id] {
        diagnostics.insert(.duplicateControl(control.id, at: control.range, first: first))
        continue
      }
      places[control.id] = control.range
      if let first = slugs[control.slug] {
        let range = node.member("slug")?.range ?? control.range
        diagnostics.insert(.duplicateControl(control.slug, at: range, first: first))
        continue
      }
      slugs[control.slug] = node.member("slug")?.range ?? control.range
      controls.append(control)
    }
    return controls
  }

  /// Returns the control `node` describes, or `nil` after reporting what is wrong with it.
  private static func read(
    _ node: YAMLNode, in sections: [Benchmark.Section], texts library: ControlTextLibrary,
    into diagnostics: inout DiagnosticSet
  ) -> Control? {
    var record = YAMLRecord(
      node, of: "the control", keys: keys + ControlTexts.keys, diagnostics: diagnostics)
    let id = record.id("id")
    let slug = record.name("slug")
    let title = record.text("title")
    let section = section(of: node, in: sections, &record)
    let level = record.word("level", Level.self)
    let assessment = record.word("assessment", Assessment.self)
    let isScored = record.boolean("scored")
    let safeguards = record.textLists("cis_controls", keys: safeguardVersions)
    let securityHub = record.texts("security_hub")
    let generators = record.texts("security_hub_generators")
    let configRules = record.texts("config_rules")
    let frameworks = record.textLists("frameworks")
    let own = ControlTexts.read(&record)
    if assessment == .automated, let attestation = node.member("attestation") {
      record.diagnostics.insert(.attestationOfAutomated(at: attestation.range))
    }
    _ = record.demand("rules")
    let uses = record.elements("rules", "a list of rules")
    diagnostics = record.diagnostics
    let rules = uses.compactMap { RuleUse.read($0, into: &diagnostics) }
    guard let id, let slug, let title, let section, let level, let assessment else { return nil }
    return Control(
      id: id, slug: slug, title: title, section: section, level: level, assessment: assessment,
      isScored: isScored ?? (assessment == .automated),
      safeguards: safeguards.map { (version: $0.key, ids: $0.texts) }, securityHub: securityHub,
      securityHubGenerators: generators, configRules: configRules,
      frameworks: frameworks.map { (name: $0.key, ids: $0.texts) },
      texts: own.completed(by: library[slug]), rules: rules,
      range: node.member("id")?.range ?? node.range)
  }

  /// Returns the section that the control `node` names, or `nil` after reporting why there is none.
  private static func section(
    of node: YAMLNode, in sections: [Benchmark.Section], _ record: inout YAMLRecord
  ) -> Benchmark.Section? {
    guard let id = record.text("section") else { return nil }
    if let section = sections.first(where: { $0.id == id }) { return section }
    let range = node.member("section")?.range ?? node.range
    record.diagnostics.insert(.unknownSection(id, known: sections.map(\.id), at: range))
    return nil
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
    let arguments = record.arguments("with")
    diagnostics = record.diagnostics
    guard let name else { return nil }
    return Control.RuleUse(
      rule: name, range: node.member("rule")?.range ?? node.range, arguments: arguments)
  }
}

extension YAMLRecord {
  /// Returns the values of parameters that the mapping under `key` gives, if there is one.
  mutating func arguments(_ key: String) -> [Control.RuleUse.Argument] {
    member(key).map { arguments(of: $0) } ?? []
  }

  /// Returns the values of parameters that the mapping `node` gives.
  mutating func arguments(of node: YAMLNode) -> [Control.RuleUse.Argument] {
    guard let members = node.mapping else {
      diagnostics.insert(.wrongYAMLKind("a mapping", at: node.range))
      return []
    }
    return members.compactMap { key, value in
      guard value.string != nil else {
        diagnostics.insert(.wrongYAMLKind("an expression, as text", at: value.range))
        return nil
      }
      return Control.RuleUse.Argument(
        name: key.scalar?.text ?? "", range: key.range, expression: value)
    }
  }

  /// Returns the lists of texts in the mapping under `key`, if there is one, by their keys, which
  /// are one of `keys` unless any will do.
  mutating func textLists(
    _ key: String, keys: [String]? = nil
  ) -> [(key: String, texts: [String])] {
    entries(key).map { name, value in
      let text = name.scalar?.text ?? ""
      if let keys, !keys.contains(text) {
        diagnostics.insert(.unknownYAMLKey(text, known: keys, at: name.range))
      }
      return (text, texts(of: value))
    }
  }

  /// Returns the texts of the list `node`.
  mutating func texts(of node: YAMLNode) -> [String] {
    guard let elements = node.sequence else {
      diagnostics.insert(.wrongYAMLKind("a list of texts", at: node.range))
      return []
    }
    return elements.compactMap { text($0) }
  }
}
