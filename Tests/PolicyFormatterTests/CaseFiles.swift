import Foundation
import TestSupport

/// The texts that tests format.
enum CaseFiles {
  /// The folder with the cases.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The cases, without their endings.
  static let all = ShippedPacks.files(
    below: "Tests/PolicyFormatterTests/Cases", extension: "cispol"
  ).map { $0.deletingPathExtension().lastPathComponent }

  /// The policies and examples of this project, and the cases of the parser that are right.
  static let shipped: [String] = {
    let files = ["policies", "examples"].flatMap {
      ShippedPacks.files(below: $0, extension: "cispol")
    }
    let cases = ShippedPacks.files(below: "Tests/PolicyParserTests/Cases", extension: "cispol")
      .filter {
        !$0.lastPathComponent.hasPrefix("wrong") && $0.lastPathComponent != "deep.cispol"
      }
    return (files + cases).map { path(of: $0) } + all.map { "\(own)/\($0).cispol" }
  }()

  private static let own = "Tests/PolicyFormatterTests/Cases"

  /// Returns the path of `file` in the project.
  static func path(of file: URL) -> String {
    String(file.path().dropFirst(ShippedPacks.project.path().count))
  }

  /// Returns the bytes of the file at `path` in the project.
  static func read(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: ShippedPacks.project.appending(path: path)))
  }
}
