package import Diagnostics
internal import DomainValues
package import SourceText
internal import StructuredText

extension Waiver {
  private static let keys = [
    "id", "rule", "control", "benchmark", "resources", "elements", "statuses", "reason", "owner",
    "ticket", "granted", "expires",
  ]

  /// Returns the waivers that the files `ids` of `sources` write, in their order, and what is wrong
  /// with them.
  package static func read(
    _ ids: [FileID], of sources: SourceMap, limits: WaiverLimits
  ) -> ([Waiver], DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    var waivers: [Waiver] = []
    for id in ids {
      for node in YAMLRecord.list("waivers", of: sources[id], id, into: &diagnostics) {
        guard let waiver = read(node, limits, into: &diagnostics) else { continue }
        if let first = waivers.first(where: { $0.id == waiver.id }) {
          diagnostics.insert(.duplicateWaiver(waiver.id, at: waiver.range, first: first.range))
          continue
        }
        waivers.append(waiver)
      }
    }
    return (waivers, diagnostics)
  }

  private static func read(
    _ node: YAMLNode, _ limits: WaiverLimits, into diagnostics: inout DiagnosticSet
  ) -> Waiver? {
    var record = YAMLRecord(node, of: "the waiver", keys: keys, diagnostics: diagnostics)
    let id = record.name("id")
    let subject = subject(&record)
    let resources = record.elements("resources", "a list of resources").map {
      ResourcePattern.read($0, into: &record.diagnostics)
    }
    let elements = record.elements("elements", "a list of elements").compactMap {
      ElementPattern.read($0, &record)
    }
    for key in ["resources", "elements", "statuses"] { record.refuseEmpty(key) }
    let statuses = record.words("statuses", Status.self)
    let reason = record.text("reason")
    let owner = record.text("owner")
    let ticket = record.optionalText("ticket") ?? ""
    let granted = record.day("granted")
    let expires = record.day("expires")
    if let granted, let expires, let range = record.member("expires")?.range {
      let life = expires.since(granted).milliseconds
      if life < 0 {
        record.diagnostics.insert(.wrongYAMLKind("a day not before `granted`", at: range))
      } else if life > limits.longest.milliseconds {
        record.diagnostics.insert(.waiverTooLong(longest: limits.longest, at: range))
      }
    }
    diagnostics = record.diagnostics
    guard let id, let subject, let reason, let owner, let granted, let expires else { return nil }
    return Waiver(
      id: id, subject: subject, resources: resources, elements: elements,
      statuses: statuses ?? [.fail], reason: reason, owner: owner, ticket: ticket,
      granted: granted, expires: expires, range: node.member("id")?.range ?? node.range)
  }

  /// Returns the rule or the control of the waiver, one of which must be named.
  private static func subject(_ record: inout YAMLRecord) -> Subject? {
    guard let rule = record.member("rule") else {
      guard record.member("control") != nil else {
        // Reports what is missing.
        _ = record.demand("rule")
        return nil
      }
      return record.controlPattern().map { .control($0) }
    }
    for key in ["control", "benchmark"] {
      if let other = record.member(key) {
        record.diagnostics.insert(
          .wrongYAMLKind("a rule or a control, not both", at: other.range))
      }
    }
    return record.text(rule).map { .rule($0, rule.range) }
  }
}

extension ResourcePattern {
  /// Returns the pattern that `node` describes.
  static func read(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) -> ResourcePattern {
    var record = YAMLRecord(
      node, of: "the resource", keys: ["type", "address", "id"] + ResourceScope.keys,
      diagnostics: diagnostics)
    if node.mapping?.isEmpty == true {
      record.diagnostics.insert(.wrongYAMLKind("at least one pattern", at: node.range))
    }
    let pattern = ResourcePattern(
      type: record.optionalText("type"), address: record.optionalText("address"),
      id: record.optionalText("id"), scope: ResourceScope.read(&record))
    diagnostics = record.diagnostics
    return pattern
  }
}

extension ElementPattern {
  /// Returns the pattern that `node` describes, or `nil` after reporting what is wrong with it.
  static func read(_ node: YAMLNode, _ record: inout YAMLRecord) -> ElementPattern? {
    guard let members = node.mapping else { return record.text(node).map { .text($0) } }
    if members.isEmpty {
      record.diagnostics.insert(.wrongYAMLKind("at least one attribute", at: node.range))
    }
    return .attributes(
      members.compactMap { key, value in
        record.text(value).map { Attribute(name: key.scalar?.text ?? "", pattern: $0) }
      })
  }
}

extension YAMLRecord {
  /// Returns the elements of the list `key`, which is all that the file `id` may hold.
  static func list(
    _ key: String, of file: SourceFile, _ id: FileID, into diagnostics: inout DiagnosticSet
  ) -> [YAMLNode] {
    let (root, problems) = YAMLReader.parse(file, id: id)
    diagnostics.formUnion(problems)
    guard let root else { return [] }
    var record = YAMLRecord(root, of: "the file", keys: [key], diagnostics: diagnostics)
    _ = record.demand(key)
    let elements = record.elements(key, "a list")
    diagnostics = record.diagnostics
    return elements
  }

  /// Returns the control that `control`, which must be there, and `benchmark` name.
  mutating func controlPattern() -> ControlPattern? {
    guard let name = text("control"), let range = member("control")?.range else { return nil }
    guard let benchmark = optionalText("benchmark") else {
      return ControlPattern(
        name: name, benchmark: nil, version: nil, range: range, benchmarkRange: nil)
    }
    do {
      let request = try BenchmarkRequest.parse(benchmark)
      return ControlPattern(
        name: name, benchmark: request.name, version: request.version, range: range,
        benchmarkRange: member("benchmark")?.range)
    } catch {
      diagnostics.insert(
        .wrongYAMLKind("`NAME` or `NAME@VERSION`", at: member("benchmark")?.range ?? range))
      return nil
    }
  }

  /// Returns which of `words` the elements of the list that `key` may have are.
  mutating func words<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ words: Word.Type
  ) -> [Word]? {
    guard member(key) != nil else { return nil }
    let list = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    return elements(key, "a list of \(list)").compactMap { element in
      if let word = Word(rawValue: element.string ?? "") { return word }
      diagnostics.insert(.wrongYAMLKind(list, at: element.range))
      return nil
    }
  }
}
