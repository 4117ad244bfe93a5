internal import StructuredText

/// What is different between two versions of a benchmark.
package struct BenchmarkComparison: Sendable {
  /// A control that both versions have.
  package struct Change: Sendable {
    /// A regard in which controls can differ.
    package enum Aspect: String, Hashable, Sendable, CaseIterable {
      case id
      case title
      case section
      case level
      case assessment
      case scored
      case rules
      case parameters
    }

    /// What is different in one regard, as people read it.
    package struct Difference: Hashable, Sendable {
      /// In which regard.
      package let aspect: Aspect

      /// How it is in the earlier version.
      package let old: String

      /// How it is in the later version.
      package let new: String
    }

    /// The control in the earlier version.
    package let old: Control

    /// The control in the later version.
    package let new: Control

    /// What is different, in the order of `Aspect`; empty when nothing is.
    package let differences: [Difference]
  }

  /// The earlier version.
  package let old: Benchmark

  /// The later version.
  package let new: Benchmark

  /// The controls that only the later version has, in its order.
  package let added: [Control]

  /// The controls that only the earlier version has, in its order.
  package let dropped: [Control]

  /// The controls that both have and that are not the same, in the order of the later version.
  package let changed: [Change]

  /// The ids of the controls of the earlier version in the later one.
  package let renumbering: [(old: String, new: String)]

  /// Compares two versions, whose controls are paired by their slugs; `usualValue` gives the value of
  /// a parameter, named by its rule and its name, where a benchmark gives none.
  package init(
    _ old: Benchmark, _ new: Benchmark,
    usualValue: (_ rule: String, _ parameter: String) -> String?
  ) {
    self.old = old
    self.new = new
    let earlier = Dictionary(
      old.controls.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Set(new.controls.map(\.slug))
    added = new.controls.filter { earlier[$0.slug] == nil }
    dropped = old.controls.filter { !later.contains($0.slug) }
    var changes: [Change] = []
    var pairs: [(old: String, new: String)] = []
    for control in new.controls {
      guard let before = earlier[control.slug] else { continue }
      pairs.append((before.id, control.id))
      let differences = Change.Aspect.allCases.compactMap { aspect -> Change.Difference? in
        let (old, new) = aspect.texts(of: before, control, usualValue: usualValue)
        return old == new ? nil : Change.Difference(aspect: aspect, old: old, new: new)
      }
      if differences.isEmpty { continue }
      changes.append(Change(old: before, new: control, differences: differences))
    }
    changed = changes
    renumbering = pairs
  }
}

extension BenchmarkComparison.Change.Aspect {
  /// Returns how two versions of a control are in this regard, as people read it.
  fileprivate func texts(
    of old: Control, _ new: Control,
    usualValue: (_ rule: String, _ parameter: String) -> String?
  ) -> (old: String, new: String) {
    switch self {
    case .id: return (old.id, new.id)
    case .title: return (old.title, new.title)
    case .section: return (old.section.title, new.section.title)
    case .level: return (old.level.rawValue, new.level.rawValue)
    case .assessment: return (old.assessment.rawValue, new.assessment.rawValue)
    case .scored: return (old.scoring, new.scoring)
    case .rules: return (old.ruleNames, new.ruleNames)
    case .parameters:
      return (
        old.values(ofParametersIn: [old, new], usualValue: usualValue),
        new.values(ofParametersIn: [old, new], usualValue: usualValue)
      )
    }
  }
}

extension Control {
  fileprivate var scoring: String { isScored ? "scored" : "not scored" }

  fileprivate var ruleNames: String { rules.map(\.rule).joined(separator: ", ") }

  /// Returns the values that the parameters have here which one of `versions` gives a value to.
  fileprivate func values(
    ofParametersIn versions: [Control],
    usualValue: (_ rule: String, _ parameter: String) -> String?
  ) -> String {
    rules.compactMap { use -> String? in
      let named = versions.flatMap(\.rules).filter { $0.rule == use.rule }
        .flatMap { $0.arguments.map(\.name) }.uniqued
      let values = named.map { name in
        let own = use.arguments.first { $0.name == name }?.expression.string
        return "\(name) = \(own ?? usualValue(use.rule, name) ?? "not given")"
      }
      return values.isEmpty ? nil : "\(use.rule)(\(values.joined(separator: ", ")))"
    }.joined(separator: ", ")
  }
}
