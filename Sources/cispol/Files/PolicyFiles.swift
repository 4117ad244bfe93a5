internal import Pipelines
internal import PolicyPacks
internal import SourceText

/// Reads the policies that are to be formatted.
enum PolicyFiles {
  /// The name of what is read from the standard input.
  static let standardInput = "standard input"

  /// What there is to format at a path.
  struct Found {
    /// The paths of files, in order.
    var paths: [String] = []
    /// What cannot be looked at, and why.
    var failures: [(path: String, error: FileError)] = []
  }

  /// Returns the path of the file at `path`, or, of a folder, the paths of the policies and YAML files
  /// with rules or tests below it.
  static func find(at path: String) -> Found {
    guard path != "-", FileReader.isFolder(path) else { return Found(paths: [path]) }
    let prefix = path.folderPrefix
    // Whoever names the folder of all rules means the rules in it.
    let folder = path.split(separator: "/").last.map { $0 + "/" } ?? ""
    var (found, relatives) = (Found(), [String]())
    do throws(FileError) {
      try FolderWalk.walk(path) { relative, error in
        found.failures.append((prefix + relative, error))
      } _: { file throws(FileError) in
        if FolderReader.isPolicy(file.relative), holdsRules(folder + file.relative) {
          relatives.append(file.relative)
        }
      }
    } catch {
      found.failures.append((path, error))
    }
    found.paths = FolderReader.inOrder(relatives) { $0 }.map { prefix + $0 }
    return found
  }

  /// Returns the policy at `path`, a plain file, or on the standard input for `-`.
  static func read(_ path: String) throws(FileError) -> PolicyFile {
    if path == "-" {
      let bytes = try FileReader.read(path, limit: FileReader.largestPolicy)
      return PolicyFile(name: standardInput, bytes: bytes)
    }
    let bytes = try FileReader.readPlain(path, limit: FileReader.largestPolicy)
    return PolicyFile(name: path, bytes: bytes)
  }

  /// Whether the file at `path` is in the rule language, or a YAML file in a folder for rules or
  /// tests.
  private static func holdsRules(_ path: String) -> Bool {
    if PolicyForm(path: path) == .language { return true }
    let folders = path.split(separator: "/").dropLast()
    return folders.contains("rules") || folders.contains("tests") && !folders.contains("fixtures")
  }
}
