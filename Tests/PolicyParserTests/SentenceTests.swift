import Diagnostics
import TestSupport
import Testing

/// The parser accepts what the grammar gives.
struct SentenceTests {
  static let grammar = Grammar.cispol

  @Test func theParserAcceptsEverySentenceOfTheGrammar() {
    var generator = SentenceGenerator(Self.grammar, seed: 1)
    var refused = 0
    let productions = Set(Self.grammar.productions.keys)
    for number in 1...4000 {
      if number > 400, generator.used.isSuperset(of: productions) { break }
      // Tests are rare among files, and have many parts.
      let sentence = generator.sentence(number.isMultiple(of: 3) ? "test" : "file")
      // After `as` and a type's name, `<` starts the arguments of the type.
      if sentence.firstMatch(of: /as\s+[\w.\s]*[A-Z]\w*\s+</) != nil { continue }
      // After the mark that closes an edge, as after an operator, `/` starts a regex.
      if sentence.firstMatch(of: /\)[*+]\s*\/[^\/]/) != nil { continue }
      let file = PolicyFile(Array(sentence.utf8))
      if !file.diagnostics.isEmpty { refused += 1 }
      #expect(
        file.diagnostics.isEmpty || refused > 3, "sentence \(number)\n\(sentence)\n\(file.report)")
    }
    #expect(refused == 0)
    #expect(productions.subtracting(generator.used) == [])
  }

  @Test func theGrammarIsClosed() {
    #expect(Self.grammar.productions.count > 60)
    #expect(Self.grammar.tokens.contains("string"))
  }
}
