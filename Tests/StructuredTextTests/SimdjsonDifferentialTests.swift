import SourceText
import StructuredText
import Testing

/// Our reader beside simdjson's, which is as strict.
///
/// Documented differences: simdjson takes repeated keys and the second half of a surrogate pair alone,
/// and refuses numbers that no machine number holds; ours refuses a byte order mark by name.
@Suite(.enabled(if: Simdjson.isInstalled, "libsimdjson-dev or a C++ compiler is not installed"))
struct SimdjsonDifferentialTests {
  @Test func almostJSONIsAcceptedByBothOrNeither() throws {
    var random = SplitMix(seed: 21)
    var texts = JSONConformanceTests.accepted.map { Array($0.utf8) }
    texts += JSONConformanceTests.refused.map { Array($0.utf8) } + JSONConformanceTests.illFormed
    for _ in 0..<300 { texts.append(Array(RandomJSON.text(using: &random).utf8)) }
    for _ in 0..<6000 { texts.append(RandomJSON.mutatedBytes(using: &random)) }
    let theirs = try Simdjson.accepts(texts)
    try #require(theirs.count == texts.count)
    var (accepted, refused) = (0, 0)
    for (text, isTheirs) in zip(texts, theirs) {
      let shown = "\(String(decoding: text, as: UTF8.self)) \(text)"
      do throws(JSONError) {
        _ = try JSONDocument.parse(bytes: text, file: FileID(index: 0))
        accepted += 1
        #expect(
          isTheirs || hasLongInteger(text) || RandomJSON.hasHugeNumber(text), "only ours: \(shown)")
      } catch {
        refused += 1
        #expect(
          !isTheirs || isDocumentedDifference(error), "only theirs: \(error.message) in \(shown)")
      }
    }
    #expect(accepted > 500 && refused > 500)
  }

  /// Returns whether a number may have more digits than a machine number.
  private func hasLongInteger(_ bytes: [UInt8]) -> Bool {
    bytes.split { !"0123456789".utf8.contains($0) }.contains { $0.count >= 19 }
  }

  private func isDocumentedDifference(_ error: JSONError) -> Bool {
    switch error.kind {
    case .duplicateKey, .invalidEscape(.loneSurrogate), .byteOrderMark: true
    default: false
    }
  }
}
