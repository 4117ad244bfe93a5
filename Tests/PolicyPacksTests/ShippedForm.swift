import DomainValues
import Pipelines
import PolicyPacks
import SourceText
import TestSupport
import Testing

/// The shipped packs and their compiled form.
enum ShippedForm {
  private static let folders = Result { try ShippedPacks.folders() }

  private static let instant = Timestamp(milliseconds: 1_767_225_600_000)

  private static let made = Result {
    var pipeline = CompilePipeline()
    return try pipeline.run(try request())
  }

  /// Returns the packs, without their tests.
  static func packs() throws -> [PackFolder] { try folders.get() }

  /// Returns a request for a run with the shipped packs, and with `compiled` for their form.
  static func request(_ compiled: [UInt8] = []) throws -> CheckRequest {
    var request = CheckRequest(now: try #require(instant))
    request.shipped = try packs()
    request.compiled = FileBytes(compiled)
    return request
  }

  /// Returns the compiled form.
  static func bytes() throws -> [UInt8] { try made.get() }
}
