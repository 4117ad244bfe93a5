internal import Diagnostics
internal import PolicyIR
internal import SourceText
internal import StructuredText

extension OwnProfile {
  private static let keys = ["level", "assessment", "sections", "exclude", "severities"]

  /// Returns the profiles that `entries` describe by their names, without those that are reported.
  static func read(
    _ entries: [(key: YAMLNode, value: YAMLNode)], into diagnostics: inout DiagnosticSet
  ) -> [OwnProfile] {
    var profiles: [OwnProfile] = []
    for (key, value) in entries {
      let name = key.scalar?.text ?? ""
      // A name with a comma or colon could not be asked for.
      guard !name.isEmpty, !name.contains(","), !name.contains(":"), !name.contains(" ") else {
        diagnostics.insert(.wrongYAMLKind("a name without `,`, `:` and spaces", at: key.range))
        continue
      }
      guard Profile.Part(name) == nil else {
        diagnostics.insert(.wrongYAMLKind("another name: this profile exists", at: key.range))
        continue
      }
      profiles.append(read(name, value, into: &diagnostics))
    }
    return profiles
  }

  private static func read(
    _ name: String, _ node: YAMLNode, into diagnostics: inout DiagnosticSet
  ) -> OwnProfile {
    var record = YAMLRecord(node, of: "the profile", keys: keys, diagnostics: diagnostics)
    var parts: [Profile.Part] = []
    if record.member("level") != nil, let level = record.word("level", Control.Level.self) {
      parts.append(level == .one ? .levelOne : .levelTwo)
    }
    if let value = record.member("assessment") {
      if value.string == Control.Assessment.automated.rawValue {
        parts.append(.automated)
      } else {
        record.diagnostics.insert(.wrongYAMLKind("`automated`", at: value.range))
      }
    }
    let sections = record.elements("sections", "a list of ids of sections").compactMap { node in
      record.text(node).map { ($0, node.range) }
    }
    let exclusions = record.elements("exclude", "a list of controls").compactMap { node in
      Exclusion.read(node, into: &record.diagnostics)
    }
    let severities = record.entries("severities").compactMap { key, value -> SeverityChange? in
      guard let severity = Severity(rawValue: value.string ?? "") else {
        let list = Severity.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
        record.diagnostics.insert(.wrongYAMLKind(list, at: value.range))
        return nil
      }
      return SeverityChange(rule: key.scalar?.text ?? "", severity: severity, range: key.range)
    }
    diagnostics = record.diagnostics
    return OwnProfile(
      name: name, parts: parts, sections: sections.map(\.0), sectionRanges: sections.map(\.1),
      exclusions: exclusions, severities: severities)
  }
}

extension OwnProfile.Exclusion {
  /// Returns the control that `node` leaves out, or `nil` after reporting what is wrong with it.
  static func read(
    _ node: YAMLNode, into diagnostics: inout DiagnosticSet
  ) -> OwnProfile.Exclusion? {
    var record = YAMLRecord(
      node, of: "the control", keys: ["control", "benchmark", "reason"], diagnostics: diagnostics)
    let control = record.controlPattern()
    let reason = record.text("reason")
    diagnostics = record.diagnostics
    guard let control, let reason else { return nil }
    return OwnProfile.Exclusion(control: control, reason: reason)
  }
}
