internal import PolicyIR
internal import ResourceModel

/// The nodes of a test case, while they are made.
struct FixtureNodes {
  func cell(_ attribute: Int, of row: RowID) -> Cell { Cell(.absent) }
  func name(of row: RowID) -> String { "" }
}

extension TermEvaluator {
  mutating func fixture(_ type: ResourceTypeID, _ fields: [TermID?]) -> Cell { Cell(.absent) }
}
