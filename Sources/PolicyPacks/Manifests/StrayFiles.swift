internal import Diagnostics
internal import SourceText
internal import StructuredText

/// The files of a folder that look like policies and that nobody reads.
///
/// A rule that is not read passes everything, so that they are mistakes.
enum StrayFiles {
  /// Adds what is wrong with files in `folder`, a pack, to `diagnostics`.
  static func report(
    in folder: PackFolder, into sources: inout SourceMap, _ diagnostics: inout DiagnosticSet
  ) {
    for file in folder.files where !isFixture(file.path) {
      guard let problem = problem(of: file) else { continue }
      let source = SourceFile(name: folder.prefix + file.path, contents: file.contents)
      let range = SourceRange(file: sources.insert(source), lower: 0, upper: 0)
      switch problem {
      case .ending(let right): diagnostics.insert(.strayEnding(file.path, right, at: range))
      case .content(let content): diagnostics.insert(.strayFile(file.path, content, at: range))
      case .nothing: diagnostics.insert(.emptyPolicy(file.path, at: range))
      }
    }
  }

  /// Whether the file at `path`, below the folder called `folder`, which has no pack file, is part of a
  /// pack by its name.
  static func isPolicy(_ path: String, in folder: String = "") -> Bool {
    guard !isFixture("\(folder)/\(path)") else { return false }
    let path = path.lowercased()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return PolicyForm(path: name) == .language || name == "pack.yaml" || name == "pack.yml"
      || path.hasPrefix("rules/") && PackLoader.isYAML(path)
  }

  /// What is wrong with a file.
  private enum Problem {
    /// Its ending is not written as it is read, which is like this.
    case ending(String)
    /// It is not where what it holds is read.
    case content(Content)
    /// It is a policy that says nothing.
    case nothing
  }

  /// What YAML files of packs hold.
  enum Content: String, CaseIterable {
    case rules
    case tests
    case benchmark

    /// The folder in which it is looked for.
    var folder: String { self == .benchmark ? "benchmarks/" : rawValue + "/" }
  }

  private static func problem(of file: PackFolder.File) -> Problem? {
    let lower = file.path.lowercased()
    for ending in PolicyForm.endings.map(\.text)
    where lower.hasSuffix(ending) && !file.path.hasSuffix(ending) {
      let right = String(file.path.dropLast(ending.count)) + ending
      return PackLoader.isPart(right) ? .ending(right) : nil
    }
    if PolicyForm(path: file.path) == .language { return isBlank(file.contents) ? .nothing : nil }
    guard PackLoader.isYAML(file.path), !PackLoader.isPart(file.path) else { return nil }
    return content(of: file).map { .content($0) }
  }

  /// Returns what the YAML file holds, by the form of its first keys, if it is one of a pack.
  private static func content(of file: PackFolder.File) -> Content? {
    // Most files beside packs are something else, and need not be read for that.
    let isPossible = unsafe file.contents.withBytes { bytes in
      Content.allCases.contains { unsafe hasKey($0.rawValue, bytes) }
    }
    guard isPossible else { return nil }
    var sources = SourceMap()
    let source = SourceFile(name: file.path, contents: file.contents)
    guard let root = YAMLReader.parse(source, id: sources.insert(source)).0 else { return nil }
    if holds("rule", root.member("rules")) { return .rules }
    if holds("test", root.member("tests")) { return .tests }
    let isBenchmark = root.member("controls") != nil || root.member("extends") != nil
    return root.member("benchmark") != nil && isBenchmark ? .benchmark : nil
  }

  /// Whether an element of `list` has the key `key`.
  private static func holds(_ key: String, _ list: YAMLNode?) -> Bool {
    list?.sequence?.contains { $0.member(key) != nil } ?? false
  }

  /// Whether a line of `bytes` starts with `key`, as it is or in quotes.
  private static func hasKey(_ key: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = Array(key.utf8)
    var isStart = true
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      if isStart {
        let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        let first = isQuoted || byte == UInt8(ascii: "{") ? index + 1 : index
        if unsafe bytes[first...].starts(with: text) { return true }
      }
      isStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    return false
  }

  /// Whether a policy has nothing but blanks and comments.
  private static func isBlank(_ contents: FileBytes) -> Bool {
    unsafe contents.withBytes { bytes in
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      var rest = unsafe bytes[(bytes.starts(with: mark) ? mark.count : 0)...]
      while let first = unsafe rest.first {
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          unsafe rest = unsafe rest.dropFirst()
        case UInt8(ascii: "/") where unsafe rest.dropFirst().first == first:
          unsafe rest = unsafe rest.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        default: return false
        }
      }
      return true
    }
  }

  /// Whether a file is there for tests to read.
  private static func isFixture(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains("fixtures")
  }
}
