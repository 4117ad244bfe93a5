package import SourceText

/// A waiver or an attestation that speaks of the earlier of two versions of a benchmark, and what
/// becomes of it.
package struct DecisionMigration: Sendable {
  /// What it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case waiver
    case attestation
  }

  /// What becomes of it.
  package enum Fate: Sendable {
    /// Its control is looked up in the later version.
    case control(ControlMigration)
    /// It is for a rule that decides no control of the later version.
    case ruleLeftOut
  }

  /// What it is.
  package let kind: Kind

  /// The id of the waiver, or the control of the attestation as it is written.
  package let name: String

  /// Where that is written.
  package let range: SourceRange

  /// What becomes of it.
  package let fate: Fate

  /// The changes of the text.
  package var edits: [TextEdit] {
    switch fate {
    case .control(let migration): migration.edits
    case .ruleLeftOut: []
    }
  }
}

extension BenchmarkComparison {
  /// Returns what becomes of those of `waivers` and `attestations` that speak of the earlier version,
  /// in their order.
  package func migrations(
    of waivers: [Waiver], _ attestations: [Attestation]
  ) -> [DecisionMigration] {
    let first = waivers.compactMap { waiver -> DecisionMigration? in
      switch waiver.subject {
      case .rule(let name, _):
        guard leavesOut(rule: name) else { return nil }
        return DecisionMigration(
          kind: .waiver, name: waiver.id, range: waiver.range, fate: .ruleLeftOut)
      case .control(let pattern):
        return migration(of: pattern).map {
          DecisionMigration(
            kind: .waiver, name: waiver.id, range: waiver.range, fate: .control($0))
        }
      }
    }
    let second = attestations.compactMap { attestation in
      migration(of: attestation.control).map {
        DecisionMigration(
          kind: .attestation, name: attestation.control.name, range: attestation.control.range,
          fate: .control($0))
      }
    }
    return first + second
  }
}
