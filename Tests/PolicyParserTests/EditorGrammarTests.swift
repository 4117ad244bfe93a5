import Foundation
import PolicyParser
import TestSupport
import Testing

/// The grammars for editors know what the grammar knows.
struct EditorGrammarTests {
  private static func read(_ name: String) throws -> Data {
    try Data(contentsOf: CaseFiles.folder.appending(path: "../../../grammar/\(name)"))
  }

  @Test func theTextMateGrammarKnowsTheKeywordsAndNoOthers() throws {
    let json = try JSONSerialization.jsonObject(with: Self.read("cispol.tmLanguage.json"))
    let root = try #require(json as? [String: Any])
    #expect(root["scopeName"] as? String == "source.cispol")
    let repository = try #require(root["repository"] as? [String: [String: Any]])
    let patterns = try #require(repository["keywords"]?["patterns"] as? [[String: String]])
    var words: [String] = []
    for pattern in patterns {
      let list = try #require(pattern["match"]?.firstMatch(of: /\\b\(\?:([a-z_|]+)\)\\b/))
      words += list.output.1.split(separator: "|").map(String.init)
    }
    #expect(words.sorted() == PolicyParser.keywords.sorted())
  }

  @Test func everyPartOfTheTextMateGrammarThatIsIncludedIsThere() throws {
    let text = String(decoding: try Self.read("cispol.tmLanguage.json"), as: UTF8.self)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let repository = try #require((json as? [String: Any])?["repository"] as? [String: Any])
    for match in text.matches(of: /"include": "#(\w+)"/) {
      #expect(repository[String(match.output.1)] != nil)
    }
  }

  @Test func everyPatternOfTheTextMateGrammarIsARegex() throws {
    let text = String(decoding: try Self.read("cispol.tmLanguage.json"), as: UTF8.self)
    for line in text.split(separator: "\n") {
      guard let found = line.firstMatch(of: /^\s*"(match|begin|end)": ("(?:[^"\\]|\\.)*")/) else {
        continue
      }
      let pattern = try JSONDecoder().decode(String.self, from: Data(found.output.2.utf8))
      #expect(throws: Never.self) { try NSRegularExpression(pattern: pattern) }
    }
  }

  @Test func theTreeSitterGrammarHasEveryProduction() throws {
    let text = String(decoding: try Self.read("tree-sitter/grammar.js"), as: UTF8.self)
    let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let missing = SentenceTests.grammar.productions.keys.filter { !words.contains($0) }
    #expect(missing.sorted() == [])
  }

  @Test func theTreeSitterGrammarHasEveryToken() throws {
    let text = String(decoding: try Self.read("tree-sitter/grammar.js"), as: UTF8.self)
    let missing = (PolicyParser.keywords + PolicyParser.punctuation).filter {
      !text.contains("\"\($0)\"")
    }
    #expect(missing.sorted() == [])
  }

  @Test func theHighlightsNameOnlyRulesOfTheGrammar() throws {
    let grammar = String(decoding: try Self.read("tree-sitter/grammar.js"), as: UTF8.self)
    let text = String(decoding: try Self.read("tree-sitter/queries/highlights.scm"), as: UTF8.self)
    for match in text.matches(of: /\((\w+)/) {
      #expect(grammar.contains("\n    \(match.output.1): "), "\(match.output.1)")
    }
    for match in text.matches(of: /"([^"]+)"/) {
      #expect(grammar.contains("\"\(match.output.1)\""), "\(match.output.1)")
    }
  }
}
