internal import Synchronization

/// The paths of files that were read; a class because several threads read them.
final class FilesRead: Sendable {
  private let paths = Mutex<[String]>([])

  /// Notes that the file at `path` was read.
  func insert(_ path: String) { paths.withLock { $0.append(path) } }

  /// The paths, in the order in which the files were read.
  var all: [String] { paths.withLock { $0 } }
}
