internal import PolicyIR
package import SourceText

/// The snapshots that are kept beside files with tests.
package struct SnapshotBook: Sendable {
  /// The files, by the file with tests that each is beside.
  private var files: [FileID: SnapshotFile] = [:]

  /// Creates a book without snapshots.
  package init() {}

  /// Puts the file of snapshots beside the file with tests.
  package mutating func insert(_ file: SnapshotFile, beside tests: FileID) {
    files[tests] = file
  }

  /// Returns what is known of the snapshot of a case in `file`.
  func kept(rule: String, caseName: String, file: FileID) -> KeptSnapshot {
    let key = SnapshotFile.key(rule: rule, caseName: caseName)
    if let lines = files[file]?.entries[key] { return .lines(lines) }
    return .missing("there is no snapshot of it; `--update` writes one")
  }

  /// Returns the snapshots that no case asks for, by file and name.
  func stale(in program: Program) -> [StaleSnapshot] {
    let wanted = SnapshotBook.keys(of: program)
    return files.sorted { $0.key.index < $1.key.index }.flatMap { tests, file in
      file.entries.keys.sorted().filter { !(wanted[tests] ?? []).contains($0) }
        .map { StaleSnapshot(path: file.path, key: $0) }
    }
  }

  /// Returns the files as they should be after `report`, where they differ: with the snapshots
  /// that its cases give, those of cases that were not run, and no others.
  package func updated(by report: TestReport) -> [SnapshotFile] {
    let wanted = SnapshotBook.keys(of: report.program)
    var result: [SnapshotFile] = []
    for (tests, file) in files.sorted(by: { $0.key.index < $1.key.index }) {
      var entries = file.entries.filter { (wanted[tests] ?? []).contains($0.key) }
      for one in report.results where one.range.file == tests {
        guard let lines = one.snapshot else { continue }
        let rule = report.program[one.rule].name
        entries[SnapshotFile.key(rule: rule, caseName: one.name)] = lines
      }
      if entries != file.entries {
        result.append(SnapshotFile(path: file.path, entries: entries))
      }
    }
    return result
  }

  /// Returns the names of the snapshots that cases ask for, by their file.
  private static func keys(of program: Program) -> [FileID: Set<String>] {
    var keys: [FileID: Set<String>] = [:]
    for test in program.tests {
      for one in test.cases where one.snapshot != nil {
        let key = SnapshotFile.key(rule: program[test.rule].name, caseName: one.name)
        keys[one.range.file, default: []].insert(key)
      }
    }
    return keys
  }
}

/// A kept snapshot that no case asks for.
package struct StaleSnapshot: Hashable, Sendable {
  /// The path of its file.
  package let path: String
  /// The rule and the case.
  package let key: String

  /// What reports call this kind of failure.
  static let kind = "stale-snapshot"

  /// What is wrong, in one sentence.
  package var message: String { "\(path): no case asks for the snapshot of `\(key)`" }
}
