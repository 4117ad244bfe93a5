internal import ResourceModel
internal import Synchronization

/// Puts the parts of a source together in their order, whoever makes which part when; a class,
/// because several readers hand their parts to the same one.
///
/// One reader at a time puts together what there is, while the others go on with reading.
final class PartCollection: Sendable {
  /// What is not put together yet.
  private struct State {
    /// The number of parts that were put together, and of lines in them and before.
    var count = 0
    var lineCount: Int
    /// Parts that wait, with their numbers of lines.
    var waiting: [Int: (part: GraphPart, lineCount: Int)] = [:]
    /// The fault of the first part that has one.
    var fault: PieceFault?
  }

  /// Of more parts that wait, those who read would be too far ahead.
  private static let mostWaiting = 4

  private let state: Mutex<State>

  /// The parts so far as one, until it is taken.
  private let whole: Mutex<GraphPart?>

  /// Creates the collection of parts of the types in `table`, before which there are `lineCount`
  /// lines.
  init(_ table: ShapeTable, afterLines lineCount: Int) {
    whole = Mutex(
      GraphPart(builder: table.makeBuilder(), rawValues: RawValues(), tally: GraphTally()))
    state = Mutex(State(lineCount: lineCount))
  }

  /// Adds the part with the 0-based number `number`, which has `lineCount` lines.
  func add(_ part: GraphPart, number: Int, lineCount: Int) {
    let isFull = state.withLock { state in
      state.waiting[number] = (part, lineCount)
      return state.waiting.count > PartCollection.mostWaiting
    }
    if isFull {
      whole.withLock { appendWaiting(to: &$0) }
    } else {
      // Whoever holds it, or adds the next part, or takes it, appends this one as well.
      _ = whole.withLockIfAvailable { appendWaiting(to: &$0) }
    }
  }

  /// Appends to `whole` the parts that wait and are next to it.
  private func appendWaiting(to whole: inout GraphPart?) {
    while let next = nextPart() { whole?.append(next.part, afterLines: next.lineCount) }
  }

  /// Takes the next part from those that wait, and returns it with the number of lines before it, or
  /// `nil` if it is not there yet.
  private func nextPart() -> (part: GraphPart, lineCount: Int)? {
    state.withLock { state in
      guard let (part, lineCount) = state.waiting.removeValue(forKey: state.count) else {
        return nil
      }
      defer {
        state.count += 1
        state.lineCount += lineCount
      }
      return (part, state.lineCount)
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
    let whole = whole.withLock { whole in
      appendWaiting(to: &whole)
      return whole.take()
    }
    let (lineCount, fault) = state.withLock { ($0.lineCount, $0.fault) }
    if let fault { throw fault.error.moved(by: lineCount) }
    guard let whole else { preconditionFailure("a collection is taken once") }
    return whole
  }
}
