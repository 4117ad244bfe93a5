internal import Glibc
internal import PolicyPacks

/// Reads the files of packs.
struct FolderReader {
  private var files: [PackFolder.File] = []

  private static let mostFiles = 20_000
  private static let deepest = 16

  /// Returns the policies, pack files and benchmarks below the folder `path`.
  static func read(_ path: String) throws(FileError) -> PackFolder {
    var reader = FolderReader()
    try reader.add(path, below: "", depth: 0)
    return PackFolder(name: path, files: reader.files)
  }

  private mutating func add(_ path: String, below prefix: String, depth: Int) throws(FileError) {
    guard depth < FolderReader.deepest else { return }
    for name in try FolderReader.names(in: path) where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let relative = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var status = stat()
      guard unsafe stat(inner, &status) == 0 else { throw .system(errno) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try add(inner, below: relative, depth: depth + 1)
      } else if FolderReader.isPolicy(name) {
        guard files.count < FolderReader.mostFiles else {
          throw .tooManyFiles(limit: FolderReader.mostFiles)
        }
        let bytes = try FileReader.read(inner, limit: FileReader.largestPolicy)
        files.append(PackFolder.File(path: relative, bytes: bytes))
      }
    }
  }

  private static func isPolicy(_ name: String) -> Bool {
    name.hasSuffix(".cispol") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Returns the names in the folder, sorted.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .system(errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
