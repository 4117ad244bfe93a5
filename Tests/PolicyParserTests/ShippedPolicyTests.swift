import Foundation
import Testing

/// The policies of this repository.
struct ShippedPolicyTests {
  /// The folder of the packs.
  static let folder = CaseFiles.folder.appending(path: "../../../policies").standardized

  /// Their files in the rule language, relative to that folder.
  static let all: [String] = {
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".cispol") }.sorted()
  }()

  @Test(arguments: all)
  func aShippedPolicyHasNoMistakeOfForm(_ name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let file = PolicyFile(bytes, name: name)
    #expect(file.report == "")
    Laws.checkTree(of: file)
  }
}
