import Foundation

/// The files beside the tests.
enum CaseFiles {
  /// The folder with the cases.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The names of the cases.
  static let all: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (names ?? []).filter { $0.hasSuffix(".cispol") || $0.hasSuffix(".yaml") }.sorted()
  }()

  /// Returns the bytes of the case `name`.
  static func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }
}
