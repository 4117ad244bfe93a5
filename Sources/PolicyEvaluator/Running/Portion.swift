/// Nodes of one type that a thread judges at a time.
struct Portion: Sendable {
  /// The 0-based index of the plan by which they are judged.
  let plan: Int

  /// Their 0-based rows.
  let rows: Range<Int>
}
