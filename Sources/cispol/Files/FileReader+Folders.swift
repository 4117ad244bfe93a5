internal import Glibc
internal import SourceText

extension FileReader {
  /// Returns the bytes of the file at `path`, which must be in one of `folders`, or below, whatever
  /// links there are on the way.
  static func read(
    _ path: String, in folders: [String], limit: Int
  ) throws(FileError) -> [UInt8] {
    let place = try resolved(path)
    for folder in folders {
      let root = try resolved(folder.isEmpty ? "." : folder)
      guard place.hasPrefix(root.folderPrefix) else { continue }
      return try readPlain(place, limit: limit)
    }
    throw .outside
  }

  /// Returns the bytes of the file at `path`, which is no pipe or the like: that might never end.
  static func readPlain(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if isNeitherFileNorFolder(path) { throw .noFile }
    return try read(path, limit: limit)
  }

  /// Returns whether there is something at `path` that is no file and no folder, such as a pipe.
  static func isNeitherFileNorFolder(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Returns the path of what is at `path` without any links.
  static func resolved(_ path: String) throws(FileError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .system(errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
