internal import Diagnostics
internal import SourceText
internal import StructuredText

/// Makes the controls of a benchmark from those of the one that it extends.
struct ControlEditor {
  /// The controls.
  private(set) var controls: [Control]

  /// In what they differ.
  private(set) var changes: [BenchmarkChange] = []

  /// All controls of the other benchmark, whether they are left out or not.
  private let all: [Control]

  /// Creates an editor of the controls of `benchmark`, whose rules are looked up from `pack`.
  init(_ benchmark: Benchmark, pack: String) {
    all = benchmark.controls
    controls = benchmark.controls.map { control in
      var inherited = control
      inherited.rules = control.rules.map { use in
        var use = use
        use.pack = use.pack ?? pack
        return use
      }
      return inherited
    }
  }

  /// Leaves out the control that `node` names.
  mutating func disable(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) {
    var record = YAMLRecord(
      node, of: "the control", keys: ["control", "reason"], diagnostics: diagnostics)
    let index = place(&record)
    let reason = record.text("reason")
    diagnostics = record.diagnostics
    guard let index, let reason else { return }
    changes.append(.init(control: controls[index].id, kind: .disabled, reason: reason))
    controls.remove(at: index)
  }

  /// Changes the control that `node` names.
  mutating func change(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) {
    var record = YAMLRecord(
      node, of: "the control", keys: ["control", "level", "scored", "with", "rules", "reason"],
      diagnostics: diagnostics)
    let index = place(&record)
    let reason = record.text("reason")
    let level = record.member("level") == nil ? nil : record.word("level", Control.Level.self)
    let isScored = record.boolean("scored")
    let values = record.entries("with")
    let added = record.elements("rules", "a list of rules")
    diagnostics = record.diagnostics
    guard let index, let reason else { return }
    if let level, level != controls[index].level {
      note(index, "level", controls[index].level.rawValue, level.rawValue, reason)
      controls[index].level = level
    }
    if let isScored, isScored != controls[index].isScored {
      note(index, "scored", String(controls[index].isScored), String(isScored), reason)
      controls[index].isScored = isScored
    }
    for (rule, arguments) in values {
      revise(index, rule, arguments, reason, into: &diagnostics)
    }
    for node in added {
      guard let use = Control.RuleUse.read(node, into: &diagnostics) else { continue }
      note(index, "rules", "", use.rule, reason)
      controls[index].rules.append(use)
    }
  }

  /// Adds a control of the benchmark's own.
  mutating func add(_ control: Control, into diagnostics: inout DiagnosticSet) {
    if let other = all.first(where: { $0.id == control.id || $0.slug == control.slug }) {
      let name = other.id == control.id ? control.id : control.slug
      diagnostics.insert(.duplicateControl(name, at: control.range, first: other.range))
      return
    }
    controls.append(control)
  }

  private mutating func note(
    _ index: Int, _ attribute: String, _ from: String, _ to: String, _ reason: String
  ) {
    changes.append(
      .init(
        control: controls[index].id, kind: .attribute(attribute, from: from, to: to),
        reason: reason))
  }

  /// Gives the rule that `name` names other values for its parameters.
  private mutating func revise(
    _ index: Int, _ name: YAMLNode, _ values: YAMLNode, _ reason: String,
    into diagnostics: inout DiagnosticSet
  ) {
    let rule = name.string ?? ""
    guard let members = values.mapping else {
      diagnostics.insert(.wrongYAMLKind("a mapping", at: values.range))
      return
    }
    var record = YAMLRecord(
      values, of: "the rule", keys: members.map { $0.key.scalar?.text ?? "" },
      diagnostics: diagnostics)
    let arguments = record.arguments(of: values)
    diagnostics = record.diagnostics
    guard let use = controls[index].rules.firstIndex(where: { $0.rule == rule }) else {
      let known = controls[index].rules.map(\.rule)
      diagnostics.insert(
        .unknownRule(rule, didYouMean: Spelling.nearestByWords(to: rule, in: known), at: name.range)
      )
      return
    }
    let original = controls[index].rules[use].arguments
    let names = arguments.map(\.name)
    controls[index].rules[use].arguments =
      original.filter { !names.contains($0.name) } + arguments
    controls[index].rules[use].revision = .init(original: original, reason: reason)
  }

  /// Returns the place of the control that the key `control` names by its slug or id, among those
  /// that are not left out, or `nil` after reporting that there is none.
  private func place(_ record: inout YAMLRecord) -> Int? {
    guard let name = record.text("control"), let range = record.member("control")?.range else {
      return nil
    }
    if let index = controls.firstIndex(where: { $0.slug == name || $0.id == name }) {
      return index
    }
    record.diagnostics.insert(
      .unknownControl(
        name, didYouMean: Spelling.nearestByWords(to: name, in: controls.map(\.slug)), at: range))
    return nil
  }
}
