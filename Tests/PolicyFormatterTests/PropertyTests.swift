import Diagnostics
import PolicyFormatter
import Testing

struct PropertyTests {
  /// The files that are not too large to be formatted over and over.
  static let files = CaseFiles.shipped.filter { path in
    ((try? CaseFiles.read(path)).map(\.count) ?? 0) < 12_000
  }

  @Test(arguments: files)
  func blanksDoNotMatter(_ path: String) throws {
    let bytes = try CaseFiles.read(path)
    let expected = Formatting(bytes).text
    for seed in 0..<4 as Range<UInt64> {
      var mutation = Mutation(bytes, seed: seed)
      #expect(Formatting(mutation.respaced()).text == expected)
    }
  }

  @Test(arguments: files)
  func noCommentIsLostWhereverItStands(_ path: String) throws {
    let bytes = try CaseFiles.read(path)
    for seed in 0..<6 as Range<UInt64> {
      var mutation = Mutation(bytes, seed: seed)
      let text = mutation.commented()
      let formatting = Formatting(text)
      // A few places do not take a line break; the parser says so.
      guard case .unsound(_) = formatting.result else { continue }
      Issue.record("\(formatting.text)\n\(text)")
    }
  }

  @Test
  func mostCommentedPoliciesAreFormatted() throws {
    var (sound, all) = (0, 0)
    for path in Self.files {
      var mutation = Mutation(try CaseFiles.read(path), seed: 1)
      all += 1
      if Formatting(mutation.commented()).isSound { sound += 1 }
    }
    #expect(sound * 10 >= all * 9, "\(sound) of \(all)")
  }
}
