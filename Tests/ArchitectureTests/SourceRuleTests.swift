import Foundation
import TestSupport
import Testing

/// Rules of the house that no compiler checks.
@Suite struct SourceRuleTests {
  private static let files = ShippedPacks.files(below: "Sources", extension: "swift")

  @Test func thereAreSources() {
    #expect(Self.files.count > 100)
  }

  @Test func noFileIsLongerThanFiveHundredLines() throws {
    for file in Self.files {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 501, "\(file.lastPathComponent) has \(lines.count) lines")
    }
  }

  @Test(arguments: [
    "@unchecked Sendable", "nonisolated(unsafe)", "try!", " as! ", "fatalError(", "TODO", "FIXME",
    "import Foundation", "swift-format-ignore",
  ])
  func noSourceSays(_ words: String) throws {
    for file in Self.files {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains(words), "\(file.lastPathComponent) says \(words)")
    }
  }

  @Test func noSourceKnowsAResourceTypeOfACloud() throws {
    for file in Self.files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for words in ["\"aws_", "\"AWS::", "\"aws."] {
        #expect(!text.contains(words), "\(file.lastPathComponent) says \(words)")
      }
    }
  }
}
