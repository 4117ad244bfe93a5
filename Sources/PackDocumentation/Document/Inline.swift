/// A piece of running text.
package enum Inline: Hashable, Sendable {
  case text(String)
  /// A name or value, as it is written in a policy.
  case code(String)
  case strong(String)
  /// A text that leads to the page at `path`, which is without an ending.
  case link(String, to: String)
  /// A text that leads to a place outside of the book.
  case external(String, address: String)
}

extension [Inline] {
  /// Returns the pieces of `text`, in which backticks surround code.
  package static func prose(_ text: String) -> [Inline] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return [.text(text)] }
    return parts.enumerated().compactMap { index, part in
      if part.isEmpty { return nil }
      return index % 2 == 0 ? .text(String(part)) : .code(String(part))
    }
  }

  /// Returns `items` with commas between them.
  package static func list(_ items: [Inline]) -> [Inline] {
    items.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(", "), $0.element] }
  }
}
