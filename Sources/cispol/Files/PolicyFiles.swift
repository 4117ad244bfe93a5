internal import Pipelines
internal import PolicyPacks
internal import SourceText

/// Reads the policies that are to be formatted.
enum PolicyFiles {
  /// The name of what is read from the standard input.
  static let standardInput = "standard input"

  /// Returns the file at `path`, or, of a folder, the policies and YAML files with rules or tests
  /// below it.
  static func read(_ path: String) throws -> [PolicyFile] {
    do {
      if path != "-", FileReader.isFolder(path) {
        let prefix = path.hasSuffix("/") ? path : path + "/"
        // Whoever names the folder of all rules means the rules in it.
        let folder = path.split(separator: "/").last.map { $0 + "/" } ?? ""
        return try FolderReader.read(path).files.filter { holdsRules(folder + $0.path) }
          .map { PolicyFile(name: prefix + $0.path, bytes: $0.bytes) }
      }
      let bytes = try FileReader.read(path, limit: FileReader.largestPolicy)
      return [PolicyFile(name: path == "-" ? standardInput : path, bytes: bytes)]
    } catch {
      throw Problem("`\(path)` cannot be read: \(error.message)", help: error.help).reported
    }
  }

  /// Whether the file at `path` is in the rule language, or a YAML file in a folder for rules or
  /// tests.
  private static func holdsRules(_ path: String) -> Bool {
    if PolicyForm(path: path) == .language { return true }
    let folders = path.split(separator: "/").dropLast()
    return folders.contains("rules") || folders.contains("tests") && !folders.contains("fixtures")
  }
}
