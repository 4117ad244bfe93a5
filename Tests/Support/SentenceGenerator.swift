internal import PolicyParser

/// Makes random sentences of a grammar.
package struct SentenceGenerator {
  private let grammar: Grammar
  private var state: UInt64

  /// The productions that were used.
  package private(set) var used: Set<String> = []

  /// Whether a structure literal may stand here: not in the subject of a `match`, whose brace it
  /// would take.
  private var allowsStructures = true

  /// How many strings are open, in which no line ends.
  private var openStrings = 0

  /// Creates a generator of sentences of `grammar` with `seed`.
  package init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    state = seed
  }

  /// Returns a sentence of the production `name`.
  package mutating func sentence(_ name: String, depth: Int = 0) -> String {
    used.insert(name)
    guard let part = grammar.productions[name] else { return primitive(name) }
    if grammar.tokens.contains(name) { return token(name, part, depth: depth) }
    let outer = allowsStructures
    defer { allowsStructures = outer }
    switch name {
    case "primary":
      return primary(depth: depth)
    case "match":
      return match(depth: depth)
    case "closure":
      // Without parentheses it depends on what follows.
      return "(\(sentence("paths", depth: depth)))" + pick(["*", "+"])
    case "arguments", "list", "braces", "struct_literal":
      allowsStructures = true
    case "postfix" where depth > 34:
      return sentence("primary", depth: depth)
    default: break
    }
    return expand(part, depth: depth, isToken: false)
  }

  // What extends as far as it can stands in parentheses, so that nothing follows it.
  private mutating func primary(depth: Int) -> String {
    if depth > 34 { return pick(["a", "now", "1", "true"]) }
    let names = [
      "literal", "name", "now", "world", "absent", "struct_literal", "enum_literal", "list",
      "braces", "quantifier", "aggregate", "conditional", "match", "group",
    ]
    let outer = allowsStructures
    defer { allowsStructures = outer }
    switch pick(names) {
    case "name":
      let word = sentence("word")
      return chance(3) ? word + space() + sentence("arguments", depth: depth + 1) : word
    case "struct_literal" where !allowsStructures: return "a"
    case "group", "quantifier", "aggregate", "conditional":
      allowsStructures = true
      let inner = pick(["expression", "quantifier", "aggregate", "conditional"])
      return "(" + space() + sentence(inner, depth: depth + 1) + space() + ")"
    case let name where ["now", "world", "absent"].contains(name): return name
    case let name: return sentence(name, depth: depth + 1)
    }
  }

  private mutating func match(depth: Int) -> String {
    allowsStructures = false
    let subject = sentence("coalescing", depth: depth + 1)
    allowsStructures = true
    var arms: [String] = []
    repeat {
      arms.append(sentence("arm", depth: depth + 1))
    } while chance(2)
    return "match\(space())\(subject) { \(arms.joined(separator: ", ")) }"
  }

  private mutating func token(_ name: String, _ part: Grammar.Part, depth: Int) -> String {
    switch name {
    case "word":
      var word = ""
      repeat {
        word = expand(part, depth: 0, isToken: true)
      } while PolicyParser.keywords.contains(word)
      return word
    case "string":
      var text = "\""
      repeat {
        switch pick(["character", "escape", "expression"]) {
        case "expression" where depth < 20:
          // A string ends on its line, and so does what is in it.
          openStrings += 1
          let inner = sentence("expression", depth: depth + 24)
          openStrings -= 1
          let opens = inner.first.map { $0.isLetter } ?? false
          text += "{\(opens ? inner : "a")}"
        case "escape": text += sentence("escape")
        default: text += sentence("character")
        }
      } while chance(2)
      return text + "\""
    default: return expand(part, depth: depth, isToken: true)
    }
  }

  private mutating func expand(_ part: Grammar.Part, depth: Int, isToken: Bool) -> String {
    switch part {
    case .text(let text): return text
    case .name(let name): return sentence(name, depth: isToken ? depth : depth + 1)
    case .sequence(let parts):
      let texts = parts.map { expand($0, depth: depth, isToken: isToken) }.filter { !$0.isEmpty }
      return isToken ? texts.joined() : spaced(texts)
    case .choice(let choices):
      return expand(pick(choices), depth: depth, isToken: isToken)
    case .optional(let inner):
      return chance(depth > 12 ? 6 : 2) ? expand(inner, depth: depth, isToken: isToken) : ""
    case .repetition(let inner):
      var texts: [String] = []
      // A note is there once at most.
      let most = isNote(inner) ? 1 : 4
      while texts.count < most, chance(depth > 12 ? 6 : 2) {
        texts.append(expand(inner, depth: depth, isToken: isToken))
      }
      return isToken ? texts.joined() : spaced(texts)
    }
  }

  private func isNote(_ part: Grammar.Part) -> Bool {
    switch part {
    case .name(let name): name == "attribute_note"
    case .sequence(let parts): parts.count == 1 && isNote(parts[0])
    default: false
    }
  }

  private mutating func spaced(_ texts: [String]) -> String {
    var result = ""
    for text in texts where !text.isEmpty {
      if !result.isEmpty, result.last != "\n" { result += space() }
      result += text
    }
    return result
  }

  /// Returns what may stand between two tokens.
  private mutating func space() -> String {
    if openStrings > 0 { return " " }
    if chance(60) { return " " + sentence("comment") }
    return chance(30) ? "\n  " : " "
  }

  /// Returns a character of the kinds that the grammar does not define.
  private mutating func primitive(_ name: String) -> String {
    switch name {
    case "lower": pick(["a", "b", "x", "z"])
    case "upper": pick(["A", "B", "X", "Z"])
    case "digit": pick(["0", "1", "5", "9"])
    case "hex": pick(["0", "4", "1", "c", "E"])
    case "character": pick(["a", " ", ".", "é", "日", "$", "-"])
    case "line_end": "\n"
    default: "<\(name)>"
    }
  }

  private mutating func chance(_ count: Int) -> Bool { random() % UInt64(count) == 0 }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(random() % UInt64(elements.count))]
  }

  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
