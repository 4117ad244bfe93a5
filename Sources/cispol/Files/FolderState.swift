internal import Glibc
internal import SourceText

/// What tells whether files below folders changed, without reading them.
struct FolderState {
  /// What is known of one file.
  private struct Stamp: Hashable {
    /// What was measured: when the bytes changed, when anything of the file did, their number, and
    /// which file it is.
    ///
    /// The first of these times can be set back by whoever writes the file; the second cannot.
    let measures: [Int]

    init(_ status: stat) {
      measures = [
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec, Int(status.st_size), Int(truncatingIfNeeded: status.st_ino),
      ]
    }
  }

  private var stamps: [String: Stamp] = [:]

  private static let mostFiles = 20_000

  /// The number of files.
  var count: Int { stamps.count }

  /// Looks at all files below the folders of `paths`, those aside whose names start with a dot, and
  /// at its files; and at what cannot be read there, for whoever reads the folder is refused.
  ///
  /// With `mayBeAway`, a folder that cannot be read has no files.
  init(_ paths: WatchedPaths, mayBeAway: Bool) throws {
    // A file that is being written anew may be away for a moment.
    for file in paths.files { stamps[file] = FolderState.stamp(ofFileAt: file) }
    for folder in paths.folders {
      do {
        try add(folder)
      } catch {
        if mayBeAway, case .system = error { continue }
        throw Problem("`\(folder)` cannot be watched: \(error.message)").reported
      }
    }
  }

  /// Returns a text that changes with the file at `path`, one of those that were looked at.
  func stamp(of path: String) -> String? {
    stamps[path].map { $0.measures.map(String.init).joined(separator: " ") }
  }

  /// Returns what is known of the file at `path`, or of the link there that leads nowhere.
  private static func stamp(ofFileAt path: String) -> Stamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 || lstat(path, &status) == 0 else { return nil }
    return Stamp(status)
  }

  /// Returns the paths of the files that were made, changed or removed since `earlier`.
  func difference(from earlier: FolderState) -> Set<String> {
    var changed = Set(stamps.filter { earlier.stamps[$0.key] != $0.value }.keys)
    changed.formUnion(earlier.stamps.keys.filter { stamps[$0] == nil })
    return changed
  }

  private mutating func add(_ folder: String) throws(FileError) {
    try FolderWalk.walk(folder) { relative, _ in
      let path = folder.folderPrefix + relative
      // What is removed while others are looked at counts as not being there.
      stamps[path] = FolderState.stamp(ofFileAt: path)
    } _: { file throws(FileError) in
      // Files are written beside those in whose place they are put.
      if file.relative.hasSuffix(".tmp") { return }
      guard stamps.count < FolderState.mostFiles else {
        throw .tooManyFiles(limit: FolderState.mostFiles)
      }
      stamps[file.path] = Stamp(file.status)
    }
  }
}
