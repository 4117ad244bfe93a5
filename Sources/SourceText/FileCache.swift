internal import Synchronization

/// What is made of a file when it is first asked for: most files are never looked into.
///
/// It is a class so that all copies of a file share what was made, with a lock because they may be
/// in several tasks.
final class FileCache: Sendable {
  private let lines = Mutex<LineTable?>(nil)
  private let copy = Mutex<[UInt8]?>(nil)

  /// Returns the line table of `bytes`, whose first line has the number `first`; both must be the same
  /// each time.
  func table(of bytes: [UInt8], first: Int) -> LineTable {
    lines.withLock { known in
      if let known { return known }
      let made = LineTable(bytes, first: first)
      known = made
      return made
    }
  }

  /// Returns `contents` as an array; they must be the same each time.
  func array(of contents: FileBytes) -> [UInt8] {
    copy.withLock { known in
      if let known { return known }
      let made = contents.array
      known = made
      return made
    }
  }
}
