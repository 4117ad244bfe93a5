/// The snapshots beside one file with tests: names that start a line, each with its lines below,
/// which are indented.
package struct SnapshotFile: Hashable, Sendable {
  /// Its path.
  package let path: String

  /// The lines of each case, by its rule and name.
  package let entries: [String: [String]]

  private static let head =
    "# Written by `cispol test --update`. Read what changed before you keep it."

  /// Creates a file with these snapshots.
  package init(path: String, entries: [String: [String]] = [:]) {
    self.path = path
    self.entries = entries
  }

  /// Reads the file at `path` from its text.
  package init(path: String, reading text: String) {
    var entries: [String: [String]] = [:]
    var key: String?
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        if let key { entries[key, default: []].append(String(line.dropFirst(2))) }
      } else {
        key = String(line)
        entries[String(line)] = []
      }
    }
    self.init(path: path, entries: entries)
  }

  /// The text of the file, by the names of its snapshots.
  package var text: String {
    let parts = entries.sorted { $0.key < $1.key }.map { key, lines in
      ([key] + lines.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }
    return ([SnapshotFile.head + "\n"] + parts).joined(separator: "\n")
  }

  /// Returns the path of the snapshots beside the file with tests at `path`.
  package static func path(beside path: String) -> String {
    path + ".snapshot"
  }

  /// Returns the name of the snapshot of a case.
  static func key(rule: String, caseName: String) -> String {
    "\(rule): \(OneLine.text(caseName))"
  }
}
