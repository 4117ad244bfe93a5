internal import Glibc
internal import SourceText

/// Writes files below a folder, making the folders that are missing.
struct FolderWriter {
  private let root: String

  /// Creates a writer of files below the folder `root`.
  init(_ root: String) {
    self.root = root.folderPrefix
  }

  /// Writes `text` to the file at `path` below the folder, in one step.
  func write(_ text: String, to path: String) throws(FileError) {
    let target = root + path
    try makeFolders(of: target)
    var file = try AtomicFile(target)
    file.write(Array(text.utf8))
    try file.commit()
  }

  private func makeFolders(of path: String) throws(FileError) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      end = path.index(after: slash)
      let folder = String(path[..<slash])
      guard !folder.isEmpty else { continue }
      if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST { throw .system(errno) }
    }
  }
}
