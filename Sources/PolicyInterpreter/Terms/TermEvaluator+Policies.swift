internal import PolicyIR
internal import ResourceModel

/// What policy documents grant and deny.
extension TermEvaluator {
  mutating func evaluatePolicyFunction(_ builtin: Builtin, _ arguments: [TermID]) -> Cell {
    Cell(.unknown(Cause(.undecidable, builtin.rawValue)))
  }
}
