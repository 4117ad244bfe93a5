package import PolicyPacks
package import SourceText

extension BenchmarkComparisonReporter {
  /// Returns as text for people what becomes of waivers and attestations, whose files are `sources`.
  package func text(
    of migrations: [DecisionMigration], _ comparison: BenchmarkComparison, in sources: SourceMap
  ) -> String {
    var lines = ["", style.apply(.heading, "Waivers and attestations")]
    for migration in migrations {
      let place = sources.location(of: migration.range)
      let name =
        "\(style.apply(.plain, migration.name))  "
        + style.apply(.quiet, "\(place.file):\(place.line)")
      lines.append(
        "  \(name)  \(style.apply(.plain, words(for: migration, comparison)))")
    }
    let counts = ControlMigration.Outcome.allCases.map { outcome in
      (outcome, migrations.count { $0.outcome == outcome })
    }
    lines += [
      "",
      counts.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", "),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private func words(
    for migration: DecisionMigration, _ comparison: BenchmarkComparison
  ) -> String {
    let version = comparison.new.version
    switch migration.fate {
    case .ruleLeftOut: return "its rule decides no control of \(version)"
    case .control(let control):
      guard let successor = control.new else {
        let names = control.old.rules.map(\.rule)
        let heirs = comparison.new.controls.filter { heir in
          heir.rules.contains { names.contains($0.rule) }
        }
        return "\(version) has no such control: \(control.old.title)"
          + (heirs.isEmpty
            ? "" : "; its rules decide \(heirs.map(\.id).joined(separator: ", ")) there")
      }
      let ids = "\(control.old.id) → \(successor.id)"
      let rest = rules(control.old, successor)
      switch control.outcome {
      case .migrated: return ids + rest
      case .unchanged, .dropped: return "holds in every version, \(ids)\(rest)"
      }
    }
  }

  /// Returns in what the rules of a control differ, for a waiver covers what they find.
  private func rules(_ old: Control, _ new: Control) -> String {
    let (before, after) = (old.rules.map(\.rule), new.rules.map(\.rule))
    if before == after { return "" }
    let words = [before, after].map { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
    return "; its rules: \(words[0]) → \(words[1])"
  }

  /// Returns `migrations` as JSON.
  func json(_ migrations: [DecisionMigration], in sources: SourceMap) -> JSONValue {
    .array(
      migrations.map { migration in
        let place = sources.location(of: migration.range)
        return .object([
          ("kind", .string(migration.kind.rawValue)), ("name", .string(migration.name)),
          ("file", .string(place.file)), ("line", .integer(place.line)),
          ("outcome", .string(migration.outcome.rawValue)),
          ("from", migration.control.map { .string($0.old.id) } ?? .null),
          ("to", migration.control?.new.map { .string($0.id) } ?? .null),
        ])
      })
  }
}
