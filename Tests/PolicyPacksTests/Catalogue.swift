import Diagnostics
import Foundation
import SourceText
import StructuredText
import TestSupport
import Testing

/// A catalogue of facts about the versions of the benchmark, which a checkout may have beside it.
enum Catalogue {
  /// What it says of a control.
  struct Entry {
    /// The node of the control.
    let node: YAMLNode

    /// Returns the text of `key`.
    func text(_ key: String) -> String? { node.member(key)?.string }

    /// Returns the texts of the list `key`; none when it is absent.
    func texts(_ key: String) -> [String] {
      node.member(key)?.sequence?.compactMap(\.string) ?? []
    }

    /// The section or subsection, by its id.
    var section: String? {
      let section = node.member("section")
      let inner = section?.member("subsection")?.string?.split(separator: " ").first.map(
        String.init)
      return inner ?? section?.member("id")?.string
    }
  }

  /// The folder of the catalogue, if there is one: what `CISPOL_CATALOGUE` names, or
  /// `../shared/data/cis-aws` seen from the project.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["CISPOL_CATALOGUE"].map { URL(filePath: $0) }
    let folder =
      named ?? ShippedPacks.project.appending(path: "../shared/data/cis-aws").standardized
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Returns the controls of a version, in the order of the catalogue.
  static func entries(of version: String) throws -> [Entry] {
    let file = try #require(folder).appending(path: "cis-aws-\(version).yaml")
    var sources = SourceMap()
    let source = SourceFile(name: file.path, bytes: Array(try Data(contentsOf: file)))
    let id = sources.insert(source)
    let (root, problems) = YAMLReader.parse(source, id: id)
    let node = try #require(root, "\(problems.elements.map(\.message))")
    return try #require(node.member("recommendations")?.sequence).map(Entry.init)
  }
}
