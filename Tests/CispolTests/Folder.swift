import Foundation

/// A folder that is removed with this object.
final class Folder {
  /// Where it is.
  let url: URL

  /// Creates a folder with `files`, by their paths below it.
  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cispol-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where the folder is.
  var path: String { url.path }

  /// Returns where the file at `path` below the folder is.
  func file(_ path: String) -> URL { url.appending(path: path) }

  /// A pack with one rule, `body`, about buckets.
  static func pack(_ body: String) throws -> Folder {
    try Folder([
      "pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "own.cispol": body,
    ])
  }
}
