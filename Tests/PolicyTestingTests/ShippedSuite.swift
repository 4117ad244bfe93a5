import Collectors
import Diagnostics
import DomainValues
import Foundation
import PolicyIR
import PolicyTesting
import ResourceModel
import SourceText
import StructuredText
import TestSupport
import Testing

/// The tests of the shipped packs.
struct ShippedSuite {
  /// The packs.
  let packs: ShippedPacks

  /// Runs them.
  let runner: TestRunner

  /// Loads the packs, which must have no errors.
  init(jobs: Int = 2) throws {
    let packs = try ShippedPacks()
    #expect(!packs.diagnostics.containsError, "\(packs.report)")
    let sources = packs.sources
    self.packs = packs
    var snapshots = SnapshotBook()
    for file in Set(packs.program.tests.map(\.range.file)).sorted() {
      let path = SnapshotFile.path(beside: sources[file].name)
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let text = String(decoding: data, as: UTF8.self)
      snapshots.insert(SnapshotFile(path: path, reading: text), beside: file)
    }
    runner = TestRunner(
      program: packs.program, defaultInstant: try Timestamp.parse("2026-01-01"), jobs: jobs,
      snapshots: snapshots
    ) { format, path, place in
      let folder = URL(filePath: sources[place.file].name).deletingLastPathComponent()
      let url = folder.appending(path: path)
      guard format == "terraform", let data = try? Data(contentsOf: url) else {
        return .problem("cannot read `\(url.path)` as \(format)")
      }
      var sources = SourceMap()
      do {
        let file = SourceFile(name: path, bytes: try TextDecoding.utf8(from: [UInt8](data)))
        return .inventory(try TerraformPlanCollector.collect(file, id: sources.insert(file)))
      } catch {
        return .problem("\(error)")
      }
    }
  }
}
