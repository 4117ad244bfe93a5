import DomainValues
import Foundation
import Pipelines
import PolicyPacks
import SourceText
import TestSupport
import Testing

/// The shipped packs and their compiled form.
enum ShippedForm {
  /// The packs, without their tests.
  static let packs: [PackFolder] = {
    var files: [PackFolder.File] = []
    let root = ShippedPacks.project.appending(path: "policies").path + "/"
    for ending in ["cispol", "yaml"] {
      for file in ShippedPacks.files(below: "policies", extension: ending) {
        let path = String(file.path.dropFirst(root.count))
        guard !path.contains("/tests/"), let data = try? Data(contentsOf: file) else { continue }
        files.append(.init(path: path, bytes: [UInt8](data)))
      }
    }
    return PackFolder(name: "policies", files: files).packs
  }()

  private static let instant = Timestamp(milliseconds: 1_767_225_600_000)

  private static let made = Result {
    var pipeline = CompilePipeline()
    return try pipeline.run(try request())
  }

  /// Returns a request for a run with the shipped packs, and with `compiled` for their form.
  static func request(_ compiled: [UInt8] = []) throws -> CheckRequest {
    var request = CheckRequest(now: try #require(instant))
    request.shipped = packs
    request.compiled = FileBytes(compiled)
    return request
  }

  /// Returns the compiled form.
  static func bytes() throws -> [UInt8] { try made.get() }
}
