package import SourceText

/// What becomes of the name of a control, in a waiver or an attestation, when its benchmark goes
/// from one version to another.
package struct ControlMigration: Sendable {
  /// What becomes of it.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It names the earlier version, and is made to name the later one.
    case migrated
    /// It means the control in every version, and the later one has it.
    case unchanged
    /// The later version has no such control, so that somebody has to decide.
    case dropped
  }

  /// What becomes of it.
  package let outcome: Outcome

  /// The control in the earlier version.
  package let old: Control

  /// The control in the later version, if it has it.
  package let new: Control?

  /// The changes of the text.
  package let edits: [TextEdit]
}

extension BenchmarkComparison {
  /// Returns what becomes of `pattern`, or `nil` when it does not speak of the earlier version.
  package func migration(of pattern: ControlPattern) -> ControlMigration? {
    guard let control = old.controls.first(where: { pattern.matches($0, of: old) }) else {
      return nil
    }
    guard let successor = new.controls.first(where: { $0.slug == control.slug }) else {
      return ControlMigration(outcome: .dropped, old: control, new: nil, edits: [])
    }
    guard pattern.version != nil, let range = pattern.benchmarkRange else {
      return ControlMigration(outcome: .unchanged, old: control, new: successor, edits: [])
    }
    var edits = [TextEdit(range: range, replacement: new.label)]
    // A slug stays; an id means something else in each version.
    if pattern.name == control.id, control.id != successor.id {
      edits.append(TextEdit(range: pattern.range, replacement: "\"\(successor.id)\""))
    }
    return ControlMigration(
      outcome: .migrated, old: control, new: successor, edits: edits.sorted { $0.range < $1.range })
  }

  /// Returns whether controls of the earlier version are decided by the rule that waivers know as
  /// `name`, and none of the later version are.
  package func leavesOut(rule name: String) -> Bool {
    let bare = name.split(separator: "/").last.map(String.init) ?? name
    func uses(_ benchmark: Benchmark) -> Bool {
      benchmark.controls.contains { $0.rules.contains { $0.rule == bare } }
    }
    return uses(old) && !uses(new)
  }
}
