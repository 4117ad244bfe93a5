/// A page of a book about packs.
package struct Page: Hashable, Sendable {
  /// Where it stands in the book, with `/` between its parts and without an ending.
  package let path: String

  /// Its title.
  package let title: String

  /// What it says.
  package let blocks: [Block]

  /// Creates a page.
  package init(path: String, title: String, blocks: [Block]) {
    self.path = path
    self.title = title
    self.blocks = blocks
  }

  /// Returns the relative path from the page at `source` to that at `target`, with `ending`.
  static func reference(from source: String, to target: String, ending: String) -> String {
    let depth = source.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + target + ending
  }
}
