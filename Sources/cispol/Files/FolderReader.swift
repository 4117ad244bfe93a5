internal import Glibc
internal import PolicyPacks
internal import SourceText

/// Reads the files of packs.
enum FolderReader {
  private static let mostFiles = 20_000

  /// The most folders that a file is in, below the one that is read; a pack is not meant to be the
  /// root of a file system.
  private static let deepest = 16

  /// Returns the policies, pack files and benchmarks below the folder `path`, in the order of their
  /// paths.
  static func read(_ path: String) throws(FileError) -> PackFolder {
    var files: [PackFolder.File] = []
    try FolderWalk.walk(path) { relative, error throws(FileError) in
      throw .inside(relative, error)
    } _: { file throws(FileError) in
      guard isPolicy(file.relative) else { return }
      guard file.relative.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= deepest else {
        throw .tooDeep(file.relative, limit: deepest)
      }
      guard files.count < mostFiles else { throw .tooManyFiles(limit: mostFiles) }
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try FileReader.readPlain(file.path, limit: FileReader.largestPolicy)
      } catch {
        throw .inside(file.relative, error)
      }
      files.append(PackFolder.File(path: file.relative, bytes: bytes))
    }
    return PackFolder(name: path, files: inOrder(files, by: \.path))
  }

  /// Returns `files` in the order of the names in their folders, whether links led to them or not.
  static func inOrder<File>(_ files: [File], by path: (File) -> String) -> [File] {
    files.map { (names: path($0).split(separator: "/"), file: $0) }
      .sorted { $0.names.lexicographicallyPrecedes($1.names) }.map(\.file)
  }

  /// Whether the name of a file has an ending of policies, in letters of any case: who looks for what
  /// nobody reads has to see it.
  static func isPolicy(_ path: String) -> Bool {
    PolicyForm(path: path.suffix(7).lowercased()) != nil
  }
}
