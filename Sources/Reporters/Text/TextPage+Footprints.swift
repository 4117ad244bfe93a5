internal import Compliance
internal import PolicyIR
internal import PolicyPacks

/// What the rules read, and how much work they are.
extension TextPage {
  /// Writes the reach and the cost of each rule that was evaluated.
  mutating func addFootprints() {
    guard !report.rules.isEmpty else { return }
    line(styled(.heading, "Rules"))
    let rows = report.rules.map { rule in
      "\(rule.name)  "
        + styled(.quiet, "reach \(rule.footprint.reach), cost \(rule.footprint.cost)")
    }
    for row in rows.uniqued { line(row, indent: 2) }
    line()
  }
}
