import Diagnostics
import PolicyFormatter
import TestSupport
import Testing

/// What the grammar gives can be printed and read again.
struct SentenceTests {
  /// Returns what is wrong with how the sentence that `seed` makes is formatted.
  private func breach(_ seed: UInt64) -> String? {
    var generator = SentenceGenerator(.cispol, seed: seed)
    let sentence = generator.sentence("file")
    // After `as` and a type's name, `<` starts the arguments of the type.
    if sentence.firstMatch(of: /as\s+[\w.\s]*[A-Z]\w*\s+</) != nil { return nil }
    let formatting = Formatting(sentence)
    // Formatting parses what it wrote, and compares meaning, comments and order.
    guard formatting.isSound else { return "\(sentence)\n\(formatting.text)" }
    let again = Formatting(formatting.text)
    return again.isUnchanged ? nil : "\(sentence)\n\(formatting.text)\n\(again.text)"
  }

  @Test func everySentenceOfTheGrammarIsPrintedAndReadAgain() throws {
    let failures = try KeptSeeds.failures(of: "sentences", rounds: 60) { breach($0) }
    #expect(failures == [])
  }
}
