internal import Synchronization

/// The line table of one text, made when it is first asked for: most files are never pointed into.
///
/// It is a class so that all copies of a file share what was made, with a lock because they may be
/// in several tasks.
final class LineCache: Sendable {
  private let known = Mutex<LineTable?>(nil)

  /// Returns the line table of `bytes`, which must be the same each time.
  func table(of bytes: [UInt8]) -> LineTable {
    known.withLock { known in
      if let known { return known }
      let made = LineTable(bytes)
      known = made
      return made
    }
  }
}
