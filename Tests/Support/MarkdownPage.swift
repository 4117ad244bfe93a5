internal import Foundation

/// A page of the documentation, as its blocks of code.
package struct MarkdownPage: Sendable {
  /// A fenced block.
  package struct Block: Sendable, CustomStringConvertible {
    /// The path of the page.
    package let page: String
    /// The heading of the second level above it.
    package let section: String
    /// The words after the fence.
    package let tags: [String]
    /// The number of its first line.
    package let line: Int
    /// What it holds, without the fences.
    package let text: String

    package var description: String { "\(page):\(line)" }

    /// Returns the value of the tag `name=value`.
    package func value(of name: String) -> String? {
      tags.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }
  }

  /// A table, as its cells without the row of dashes.
  package struct Table: Sendable, CustomStringConvertible {
    /// The path of the page.
    package let page: String
    /// The number of its first line.
    package let line: Int
    /// The rows, the first of which is the head.
    package let rows: [[String]]

    package var description: String { "\(page):\(line)" }
  }

  /// The path of the page.
  package let path: String

  /// The tables, in their order.
  package let tables: [Table]

  /// The blocks, in their order.
  package let blocks: [Block]

  /// Reads the page at `path` below the project's folder.
  package init?(_ path: String) {
    guard let text = ProjectFiles.text(path) else { return nil }
    var blocks: [Block] = []
    var section = ""
    var open: (tags: [String], line: Int, lines: [Substring])?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let block = open {
        if line == "```" {
          blocks.append(
            Block(
              page: path, section: section, tags: block.tags, line: block.line,
              text: block.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 2, [])
      } else if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
      }
    }
    // A block that nothing closes ends with its page.
    if let open {
      blocks.append(
        Block(
          page: path, section: section, tags: open.tags, line: open.line,
          text: open.lines.joined(separator: "\n")))
    }
    self.path = path
    tables = Self.tables(of: lines, page: path)
    self.blocks = blocks
  }

  private static func tables(of lines: [Substring], page: String) -> [Table] {
    var tables: [Table] = []
    var rows: [[String]] = []
    for (index, line) in (lines + [""]).enumerated() {
      if line.hasPrefix("| ") || line.hasPrefix("|-") {
        if line.hasPrefix("|-") { continue }
        // A bar that is no border is written `\|`.
        let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|").map {
          $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces)
        }
        rows.append(cells)
      } else if !rows.isEmpty {
        tables.append(Table(page: page, line: index - rows.count, rows: rows))
        rows = []
      }
    }
    return tables
  }

  /// Returns the blocks of the section `name`.
  package func blocks(in name: String) -> [Block] { blocks.filter { $0.section == name } }
}

extension MarkdownPage.Block {
  /// The bytes that the text stands for: `<U+202E>` is that character, `<0xE9>` that byte, and
  /// `<65×[>` the character 65 times.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      bytes += rest[..<start].utf8
      rest = rest[start...]
      if let end = rest.firstIndex(of: ">"),
        let meant = Self.meaning(of: rest[rest.index(after: start)..<end])
      {
        bytes += meant
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(UInt8(ascii: "<"))
        rest = rest.dropFirst()
      }
    }
    return bytes + rest.utf8
  }

  private static func meaning(of mark: Substring) -> [UInt8]? {
    if mark.hasPrefix("U+") {
      return UInt32(mark.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map {
        Array(String($0).utf8)
      }
    }
    if mark.hasPrefix("0x") { return UInt8(mark.dropFirst(2), radix: 16).map { [$0] } }
    let parts = mark.split(separator: "×")
    guard parts.count == 2, let count = Int(parts[0]) else { return nil }
    return Array(String(repeating: String(parts[1]), count: count).utf8)
  }
}
