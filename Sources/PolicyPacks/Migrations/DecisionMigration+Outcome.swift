extension DecisionMigration {
  /// What becomes of it, in one word.
  package var outcome: ControlMigration.Outcome {
    switch fate {
    case .control(let migration): migration.outcome
    case .ruleLeftOut: .dropped
    }
  }

  /// The control, unless it is for a rule.
  package var control: ControlMigration? {
    switch fate {
    case .control(let migration): migration
    case .ruleLeftOut: nil
    }
  }
}
