/// Writes pages as Markdown.
package enum MarkdownRenderer {
  /// The ending of the files.
  package static let ending = ".md"

  /// Returns the text of `page`.
  package static func render(_ page: Page) -> String {
    let blocks = page.blocks.map { text(of: $0, page.path) }
    return (["# \(escaped(page.title))"] + blocks).joined(separator: "\n\n") + "\n"
  }

  private static func text(of block: Block, _ path: String) -> String {
    switch block {
    case .heading(let text, let level):
      return "\(String(repeating: "#", count: level)) \(escaped(text))"
    case .paragraph(let pieces): return line(of: pieces, path)
    case .list(let items):
      return items.map { "- \(line(of: $0, path))" }.joined(separator: "\n")
    case .table(let header, let rows):
      let cells = rows.map { row in row.map { cell(text(of: $0, path)) } }
      let lines = [header.map(escaped), header.map { _ in "---" }] + cells
      return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    case .code(let text, let language):
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
      return "\(fence)\(language)\n\(text)\n\(fence)"
    }
  }

  /// Returns the pieces as a line, which is text from its start: not the mark of a list, of a fence, of
  /// a rule, of a heading or of a table, and not indented like code.
  private static func line(of pieces: [Inline], _ path: String) -> String {
    let text = String(text(of: pieces, path).drop(while: \.isWhitespace))
    if let first = text.first, "-+=~|:".contains(first) { return "\\" + text }
    // A number with a dot or bracket after it starts a list.
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
    return "\(digits)\\\(rest)"
  }

  private static func text(of pieces: [Inline], _ path: String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): escaped(text)
      case .code(let text): code(text)
      case .strong(let text): "**\(escaped(text))**"
      case .link(let text, let target):
        "[\(escaped(text))](\(Page.reference(from: path, to: target, ending: ending)))"
      case .external(let text, let address): "[\(escaped(text))](<\(address)>)"
      }
    }.joined()
  }

  private static func code(_ text: String) -> String {
    let run = longestRun(of: "`", in: text)
    let fence = String(repeating: "`", count: run + 1)
    return run == 0 ? "`\(text)`" : "\(fence) \(text) \(fence)"
  }

  /// A bar ends a cell even inside of code.
  private static func cell(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "|" { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#&".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, current) = (0, 0)
    for found in text {
      current = found == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
