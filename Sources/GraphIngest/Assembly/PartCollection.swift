internal import ResourceModel
internal import Synchronization

/// Puts the parts of a source together in their order, whoever makes which part when; a class,
/// because several readers hand their parts to the same one.
///
/// A part is added as soon as those before it are, so that no more of them wait than readers are
/// ahead of each other.
final class PartCollection: Sendable {
  /// What there is so far.
  private struct State {
    /// The parts so far as one, until it is taken.
    var whole: GraphPart?
    /// The number of parts in `whole`, and of lines in them and before.
    var count = 0
    var lineCount: Int
    /// Parts that wait for others, with their numbers of lines.
    var waiting: [Int: (part: GraphPart, lineCount: Int)] = [:]
    /// The fault of the first part that has one.
    var fault: PieceFault?
  }

  private let state: Mutex<State>

  /// Creates the collection of parts of the types in `table`, before which there are `lineCount`
  /// lines.
  init(_ table: ShapeTable, afterLines lineCount: Int) {
    let whole = GraphPart(
      builder: table.makeBuilder(), rawValues: RawValues(), tally: GraphTally())
    state = Mutex(State(whole: whole, lineCount: lineCount))
  }

  /// Adds the part with the 0-based number `number`, which has `lineCount` lines.
  func add(_ part: GraphPart, number: Int, lineCount: Int) {
    state.withLock { state in
      state.waiting[number] = (part, lineCount)
      while let (part, lineCount) = state.waiting.removeValue(forKey: state.count) {
        state.whole?.append(part, afterLines: state.lineCount)
        state.count += 1
        state.lineCount += lineCount
      }
    }
  }

  /// Takes down that a part is wrong.
  func note(_ fault: PieceFault) {
    state.withLock { state in
      if fault.number < state.fault?.number ?? .max { state.fault = fault }
    }
  }

  /// Returns all parts as one, which the collection then has no more.
  ///
  /// - Throws: what is wrong with the first part that has a fault; those before it were added.
  func take() throws(GraphError) -> GraphPart {
    let (whole, lineCount, fault) = state.withLock { state in
      (state.whole.take(), state.lineCount, state.fault)
    }
    if let fault { throw fault.error.moved(by: lineCount) }
    guard let whole else { preconditionFailure("a collection is taken once") }
    return whole
  }
}
