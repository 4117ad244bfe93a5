import Diagnostics
import Foundation
import PolicyParser
import TestSupport
import Testing

/// The grammar and the lexer know the same tokens.
struct GrammarTests {
  /// The grammar, without its comments.
  static let grammar: String = {
    let path = CaseFiles.folder.appending(path: "../../../grammar/cispol.ebnf")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "(*").map { part in
      part.components(separatedBy: "*)").last ?? part
    }.joined()
  }()

  /// The texts in double quotes among the productions of the parser.
  static var quoted: Set<String> {
    let productions = grammar.components(separatedBy: "literal       =").first ?? ""
    let pieces = productions.components(separatedBy: "\"")
    return Set(pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
  }

  @Test(arguments: PolicyParser.keywords + PolicyParser.punctuation)
  func everyTokenOfTheLexerIsInTheGrammar(_ text: String) {
    let literals = ["true", "false"]
    #expect(Self.quoted.contains(text) || literals.contains(text))
  }

  @Test func everyTokenOfTheGrammarIsKnownToTheLexer() {
    let known = Set(PolicyParser.keywords + PolicyParser.punctuation)
    #expect(Self.quoted.subtracting(known).sorted() == [])
  }

  /// What the functions of the parser say that they parse.
  static let productions: [String] = ShippedPacks.files(
    below: "Sources/PolicyParser", extension: "swift"
  ).flatMap { file -> [String] in
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.replacing(#/\n\s*/// /#, with: " ").matches(of: /Parses `([^`]+)`/)
      .map { joined(String($0.output.1)) }
  }

  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: productions)
  func whatTheParserParsesIsInTheGrammar(_ production: String) {
    let isNamed = Grammar.cispol.productions[production] != nil
    #expect(isNamed || Self.joined(Self.grammar).contains(production))
  }

  @Test func theParserSaysWhatItParses() {
    #expect(Self.productions.count > 40)
  }

  @Test(arguments: PolicyParser.units)
  func everyUnitIsInTheGrammar(_ unit: String) {
    #expect(Self.grammar.contains("\"\(unit)\""))
  }

  @Test(arguments: PolicyParser.reservedWords)
  func aReservedWordNamesNoVariable(_ word: String) {
    let file = PolicyFile(Array("rule r { for x in T let \(word) = 1 require x.\(word) }".utf8))
    let expected = word == "in" ? "expected-name" : "reserved-name"
    #expect(file.diagnostics.elements.map(\.id.rawValue) == [expected])
  }

  @Test(arguments: PolicyParser.keywords)
  func anyKeywordNamesAnAttribute(_ word: String) {
    let text = """
      resource T { \(word): Int  other: Int }
      map terraform "a" to T { \(word) = raw.\(word).\(word)  other = raw?.\(word) }
      rule \(word) { for x in T require T { \(word): 1 }.\(word) == x.\(word)(1) }
      """
    #expect(PolicyFile(Array(text.utf8)).report == "")
  }
}
