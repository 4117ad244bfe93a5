internal import StructuredText

/// What is different between two versions of a benchmark.
package struct BenchmarkComparison: Sendable {
  /// A control that both versions have.
  package struct Change: Sendable {
    /// What is different about it.
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

    /// The control in the earlier version.
    package let old: Control

    /// The control in the later version.
    package let new: Control

    /// What is different, in the order of `Aspect`; empty when nothing is.
    package let aspects: [Aspect]
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

  /// Compares two versions, whose controls are paired by their slugs.
  package init(_ old: Benchmark, _ new: Benchmark) {
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
      let aspects = Change.Aspect.allCases.filter { $0.differs(before, control) }
      if !aspects.isEmpty { changes.append(Change(old: before, new: control, aspects: aspects)) }
    }
    changed = changes
    renumbering = pairs
  }
}

extension BenchmarkComparison.Change.Aspect {
  /// Returns whether it is different between two versions of a control.
  fileprivate func differs(_ old: Control, _ new: Control) -> Bool {
    text(of: old) != text(of: new)
  }

  /// Returns how the control is in this regard, as people read it.
  package func text(of control: Control) -> String {
    switch self {
    case .id: return control.id
    case .title: return control.title
    case .section: return control.section.title
    case .level: return control.level.rawValue
    case .assessment: return control.assessment.rawValue
    case .scored: return control.isScored ? "scored" : "not scored"
    case .rules: return control.rules.map(\.rule).joined(separator: ", ")
    case .parameters:
      let uses = control.rules.filter { !$0.arguments.isEmpty }.map { use in
        let arguments = use.arguments.map { "\($0.name) = \($0.expression.string ?? "")" }
        return "\(use.rule)(\(arguments.joined(separator: ", ")))"
      }
      return uses.joined(separator: ", ")
    }
  }
}
