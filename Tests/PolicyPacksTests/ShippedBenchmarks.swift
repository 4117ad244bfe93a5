import Diagnostics
import Foundation
import PolicyPacks
import SourceText
import StructuredText
import TestSupport
import Testing

/// The benchmarks of the shipped packs.
enum ShippedBenchmarks {
  /// Returns the benchmarks of a pack, which must load without a problem.
  static func load(_ pack: String = "cis-aws-foundations") throws -> [Benchmark] {
    let folder = "policies/\(pack)"
    let root = ShippedPacks.project.appending(path: folder).path + "/"
    let files = ["yaml", "cispol"].flatMap {
      ShippedPacks.files(below: folder, extension: $0)
    }
    var sources = SourceMap()
    let (pack, problems) = PackLoader.load(
      PackFolder(
        name: folder,
        files: try files.map { file in
          PackFolder.File(
            path: String(file.path.dropFirst(root.count)),
            bytes: Array(try Data(contentsOf: file)))
        }),
      into: &sources)
    try #require(problems.elements.isEmpty, "\(problems.elements.map(\.message))")
    return try #require(pack).benchmarks
  }
}
