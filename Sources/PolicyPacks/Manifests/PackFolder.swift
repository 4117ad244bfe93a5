package import SourceText

/// The files of one pack as they were read, before anything is made of them.
package struct PackFolder: Sendable {
  /// A file of the pack.
  package struct File: Sendable {
    /// The path below the folder, with `/` between its parts.
    package let path: String

    /// The contents.
    package let contents: FileBytes

    /// Creates the file at `path`.
    package init(path: String, bytes: [UInt8]) {
      self.init(path: path, contents: FileBytes(bytes))
    }

    /// Creates the file at `path`.
    package init(path: String, contents: FileBytes) {
      self.path = path
      self.contents = contents
    }

    /// The contents as an array.
    ///
    /// - Complexity: O(*n*) where they are part of the program.
    package var bytes: [UInt8] { contents.array }
  }

  /// What people know the folder by, usually its path as they gave it.
  package let name: String

  /// The files.
  package let files: [File]

  /// Creates the folder called `name`.
  package init(name: String, files: [File]) {
    self.name = name
    self.files = files
  }

  /// What stands before the paths of its files in their names.
  package var prefix: String { name.folderPrefix }

  /// The packs in the folder: itself if it has a pack file, else each folder in it that has one.
  ///
  /// Beside these are what holds policies and has no pack file, for `PackLoader` to say what it lacks:
  /// what nobody reads decides nothing, and nobody would notice.
  package var packs: [PackFolder] {
    if files.contains(where: { $0.path == PackLoader.manifestPath }) { return [self] }
    var inner: [String: [File]] = [:]
    for file in files {
      let bytes = file.path.utf8
      guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let rest = String(file.path[bytes.index(after: slash)...])
      inner[String(file.path[..<slash]), default: []].append(
        File(path: rest, contents: file.contents))
    }
    guard
      inner.values.contains(where: { $0.contains { $0.path == PackLoader.manifestPath } })
    else { return [self] }
    let prefix = prefix
    let packs = inner.sorted { $0.key < $1.key }.filter { name, files in
      files.contains {
        $0.path == PackLoader.manifestPath || StrayFiles.isPolicy($0.path, in: name)
      }
    }.map { PackFolder(name: prefix + $0.key, files: $0.value) }
    let loose = files.filter { !$0.path.utf8.contains(UInt8(ascii: "/")) }
    return loose.contains { StrayFiles.isPolicy($0.path) }
      ? packs + [PackFolder(name: name, files: loose)] : packs
  }
}
