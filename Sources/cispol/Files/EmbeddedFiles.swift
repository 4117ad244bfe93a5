internal import EmbeddedPacks
internal import PolicyLinter
internal import PolicyPacks
internal import SourceText

/// The packs and pages that are compiled into the program.
enum EmbeddedFiles {
  /// The packs, by the names of their folders.
  static var packs: [PackFolder] {
    let folder = PackFolder(name: "policies", files: files(below: "policies/"))
    return folder.packs
  }

  /// The compiled form of the packs; empty when the program was built without.
  static var compiledPacks: FileBytes {
    unsafe FileBytes(
      constant: UnsafeBufferPointer(start: embedded_program(), count: embedded_program_size))
  }

  /// Returns the page about the diagnostic `id`.
  static func page(of id: String) -> [UInt8]? {
    files(below: "docs/diagnostics/").first { $0.path == "\(id).md" }?.bytes
  }

  /// Returns the page about the lint rule `id`.
  static func page(of id: LintRuleID) -> [UInt8]? {
    files(below: "docs/lint/").first { $0.path == "\(id.rawValue).md" }?.bytes
  }

  /// Returns the files whose paths start with `prefix`, and the rest of their paths.
  private static func files(below prefix: String) -> [PackFolder.File] {
    var files: [PackFolder.File] = []
    let table = unsafe UnsafeBufferPointer(
      start: embedded_file_list(), count: embedded_file_count)
    for index in 0..<embedded_file_count {
      let entry = unsafe table[index]
      let path = unsafe String(cString: entry.path)
      guard path.hasPrefix(prefix) else { continue }
      let contents = unsafe FileBytes(
        constant: UnsafeBufferPointer(start: entry.bytes, count: entry.count))
      let rest = path[path.utf8.index(path.startIndex, offsetBy: prefix.utf8.count)...]
      files.append(PackFolder.File(path: String(rest), contents: contents))
    }
    return files
  }
}
