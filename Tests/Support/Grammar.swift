internal import Foundation

/// A grammar in the notation of `grammar/cispol.ebnf`.
package struct Grammar: Sendable {
  /// A part of a production.
  package indirect enum Part: Sendable {
    case text(String)
    case name(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repetition(Part)
  }

  /// The grammar of the rule language.
  package static let cispol = Grammar(ProjectFiles.text("grammar/cispol.ebnf") ?? "")

  /// The productions by name.
  package private(set) var productions: [String: Part] = [:]

  /// The names of those that make up one token, whose parts have nothing between them.
  package private(set) var tokens: Set<String> = []

  private var words: [String] = []
  private var next = 0

  /// Reads `text`; what comes after the comment `Tokens` makes up tokens.
  package init(_ text: String) {
    let parts = text.components(separatedBy: "(* Tokens *)")
    read(parts[0], areTokens: false)
    read(parts.dropFirst().joined(), areTokens: true)
  }

  private mutating func read(_ text: String, areTokens: Bool) {
    words = Grammar.words(of: text)
    next = 0
    while next + 1 < words.count {
      let name = words[next]
      next += 2
      productions[name] = choice()
      if areTokens { tokens.insert(name) }
      next += 1
    }
  }

  private mutating func choice() -> Part {
    var choices = [sequence()]
    while next < words.count, words[next] == "|" {
      next += 1
      choices.append(sequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() -> Part {
    var parts: [Part] = []
    while next < words.count, !["|", ";", ")", "]", "}"].contains(words[next]) {
      let word = words[next]
      next += 1
      switch word {
      case "(", "[", "{":
        let inner = choice()
        next += 1
        parts.append(word == "(" ? inner : word == "[" ? .optional(inner) : .repetition(inner))
      default:
        let isQuoted = word.hasPrefix("\"") || word.hasPrefix("'")
        parts.append(isQuoted ? .text(String(word.dropFirst().dropLast())) : .name(word))
      }
    }
    return .sequence(parts)
  }

  /// Returns the names, marks and quoted texts of `text`, without its comments.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("(*") {
        let end = rest.range(of: "*)")?.upperBound ?? rest.endIndex
        rest = rest[end...]
      } else if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" || first == "'" {
        let end = rest.dropFirst().firstIndex(of: first) ?? rest.index(before: rest.endIndex)
        words.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "_" }
        words.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        words.append(String(first))
        rest = rest.dropFirst()
      }
    }
    return words
  }
}
