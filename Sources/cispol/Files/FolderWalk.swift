internal import Glibc
internal import SourceText

/// The files below a folder, those aside whose names start with a dot; links are followed.
///
/// A folder is walked through once, by its own path if it lies below the one that was named, else by
/// the first link to it: so loops of links end, and nothing is declared twice.
struct FolderWalk {
  /// A file that was found.
  struct File {
    /// The path by which it is opened.
    let path: String

    /// The path below the folder that was named.
    let relative: String

    /// What the system knows of it.
    let status: stat
  }

  /// A folder that is still to be looked at.
  private struct Pending {
    let path: String
    let relative: String
    let identity: FileIdentity
  }

  private var seen: Set<FileIdentity> = []

  /// The folders that links lead to.
  private var linked: [Pending] = []

  /// What becomes of something below the folder that cannot be read, and why it cannot.
  typealias Refusal = (_ relative: String, FileError) throws(FileError) -> Void

  /// Calls `visit` with each file below the folder at `path`: those of one folder in the order of
  /// their names, folders among them, and then those behind links.
  ///
  /// What cannot be read below the folder is handed to `refuse`.
  static func walk(
    _ path: String, refuse: Refusal, _ visit: (File) throws(FileError) -> Void
  ) throws(FileError) {
    var walk = FolderWalk()
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .system(errno) }
    try walk.add(
      Pending(path: path, relative: "", identity: FileIdentity(status)), refuse, visit)
    var next = 0
    while next < walk.linked.count {
      let folder = walk.linked[next]
      next += 1
      if walk.seen.contains(folder.identity) { continue }
      try walk.add(folder, refuse, visit)
    }
  }

  private mutating func add(
    _ folder: Pending, _ refuse: Refusal, _ visit: (File) throws(FileError) -> Void
  ) throws(FileError) {
    seen.insert(folder.identity)
    let names: [String]
    do {
      names = try FolderWalk.names(in: folder.path)
    } catch {
      if folder.relative.isEmpty { throw error }
      return try refuse(folder.relative, error)
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.path.folderPrefix + name
      let relative = folder.relative.folderPrefix + name
      var status = stat()
      var isLink = false
      var isThere = unsafe lstat(path, &status) == 0
      if isThere, status.st_mode & S_IFMT == S_IFLNK {
        isLink = true
        isThere = unsafe stat(path, &status) == 0
      }
      guard isThere else {
        try refuse(relative, .system(errno))
        continue
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        try visit(File(path: path, relative: relative, status: status))
        continue
      }
      let inner = Pending(path: path, relative: relative, identity: FileIdentity(status))
      if isLink {
        linked.append(inner)
      } else if !seen.contains(inner.identity) {
        try add(inner, refuse, visit)
      }
    }
  }

  /// Returns the names in the folder, sorted.
  private static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .system(errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      // Only by it the end of the folder and a failure are told apart.
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .system(errno) }
    return names.sorted()
  }
}
