internal import Glibc
internal import SourceText

/// Makes files that are not there yet: all of them, or none.
struct NewFiles {
  /// Why no file was made.
  enum Failure: Error {
    /// Something is there already.
    case exists(String)
    /// This could not be written.
    case unwritable(String, FileError)
  }

  /// What was made so far, in order.
  private var made: [(path: String, isFolder: Bool)] = []

  /// Makes `files` below `root`, with the folders that they need.
  ///
  /// Nothing that is there is touched; when a file cannot be made, those made before are removed.
  static func create(
    _ files: [(path: String, text: String)], below root: String
  ) throws(Failure) {
    let prefix = root.folderPrefix
    for file in files {
      var status = stat()
      if unsafe lstat(prefix + file.path, &status) == 0 { throw .exists(prefix + file.path) }
    }
    var maker = NewFiles()
    do {
      for file in files { try maker.create(prefix + file.path, Array(file.text.utf8)) }
    } catch {
      maker.remove()
      throw error
    }
  }

  private mutating func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    try makeFolders(above: path)
    let temporary = "\(path).\(getpid()).tmp"
    do {
      var file = try AtomicFile(temporary, replacesLink: true)
      file.write(bytes)
      try file.commit()
    } catch {
      throw .unwritable(path, error)
    }
    // A link, unlike a renamed file, never takes the place of what somebody else just made.
    let status = unsafe link(temporary, path)
    let code = errno
    _ = unsafe unlink(temporary)
    guard status == 0 else {
      throw code == EEXIST ? .exists(path) : .unwritable(path, .system(code))
    }
    made.append((path, false))
  }

  /// Makes the folders that the file at `path` is in.
  private mutating func makeFolders(above path: String) throws(Failure) {
    for index in path.indices.dropFirst() where path[index] == "/" {
      let folder = String(path[..<index])
      if unsafe mkdir(folder, 0o777) == 0 {
        made.append((folder, true))
      } else if errno != EEXIST {
        throw .unwritable(folder, .system(errno))
      }
    }
  }

  /// Removes what was made.
  private func remove() {
    for (path, isFolder) in made.reversed() {
      _ = isFolder ? unsafe rmdir(path) : unsafe unlink(path)
    }
  }
}
