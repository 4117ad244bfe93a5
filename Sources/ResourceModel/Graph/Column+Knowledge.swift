/// What is known of a column.
extension Column {
  /// Whether all of every row is known; `false` also where only looking at pooled values would tell.
  package var isKnownThroughout: Bool {
    if isSkipped || isLeftOut || kind == .pooled { return false }
    if states.contains(CellState.unknown.rawValue) { return false }
    if case .runs = kind, !isCompleteThroughout { return false }
    if kind == .pairs, !isCompleteThroughout { return false }
    return children.allSatisfy(\.isKnownThroughout)
  }

  /// Whether no collection may have more elements than are shown.
  private var isCompleteThroughout: Bool {
    states.indices.allSatisfy { missing[$0] == 0 }
  }
}
