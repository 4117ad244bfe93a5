package import Diagnostics
package import Foundation
internal import PolicyChecker
package import PolicyIR
package import PolicyPacks
internal import PolicyParser
internal import PolicySyntax
package import SourceText

/// The packs of this project, parsed and checked.
package struct ShippedPacks: Sendable {
  /// The folder of the project.
  package static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The packs and what they require.
  private static let packs = [("aws", [String]()), ("cis-aws-foundations", ["aws"])]

  /// The files.
  package let sources: SourceMap

  /// The program.
  package let program: Program

  /// What was said about the packs.
  package let diagnostics: DiagnosticSet

  /// Loads the packs.
  package init() throws {
    var sources = SourceMap()
    var diagnostics = DiagnosticSet()
    var packs: [PackSource] = []
    for (name, requires) in ShippedPacks.packs {
      var trees: [SyntaxTree] = []
      for file in ShippedPacks.files(below: "policies/\(name)", extension: "cispol") {
        let source = SourceFile(name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
        let (tree, found) = PolicyParser.parse(source, id: sources.insert(source))
        diagnostics.formUnion(found)
        trees.append(tree)
      }
      packs.append(PackSource(name: name, requires: requires, trees: trees))
    }
    let (program, found) = PolicyChecker.check(packs)
    diagnostics.formUnion(found)
    self.sources = sources
    self.program = program
    self.diagnostics = diagnostics
  }

  /// Returns the files below `folder` of the project that end in `extension`, sorted.
  package static func files(below folder: String, extension ending: String) -> [URL] {
    let root = project.appending(path: folder)
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects
    return (all ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
      .sorted { $0.path < $1.path }
  }

  /// Returns the folders of the packs, without their tests, as a request takes them.
  package static func folders() throws -> [PackFolder] {
    try folder("policies", hasTests: false).packs
  }

  /// Returns the folder of packs at `path` of the project, with their tests or without.
  package static func folder(_ path: String, hasTests: Bool = true) throws -> PackFolder {
    let root = project.appending(path: path).path + "/"
    let files = try ["cispol", "yaml"].flatMap {
      try ShippedPacks.files(below: path, extension: $0).filter {
        hasTests || !$0.path.contains("/tests/")
      }
      .map { file in
        PackFolder.File(
          path: String(file.path.dropFirst(root.count)),
          bytes: [UInt8](try Data(contentsOf: file)))
      }
    }
    return PackFolder(name: path, files: files)
  }

  /// The diagnostics as people read them.
  package var report: String {
    let renderer = TerminalRenderer(isColoured: false)
    return diagnostics.sorted.map { renderer.render($0, in: sources) }.joined(separator: "\n")
  }
}
