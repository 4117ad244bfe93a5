internal import SourceText

/// Having the processor fetch what is looked at soon.
///
/// The arena of a large text and the text are larger than the caches. Whoever goes from one value to
/// the next and looks at a few places of each waits for memory at every one of them, unless those of
/// the next value are on their way while this one is looked at.
extension JSONDocument {
  /// The most nodes that are fetched of a value after another, and of one that is named.
  private static let mostNodes = (after: 96, of: 32)

  /// The most bytes of text that are fetched at once.
  private static let mostBytes = 256

  /// Fetches the start of the value that follows `id`, as if it were as large as that.
  func fetch(after id: JSONNodeID) {
    guard bytes.count > JSONDocument.largeText else { return }
    let node = node(id)
    let (start, size) = (Int(node.end), Int(node.end) - Int(id.index))
    nodes.fetch(start..<start + Swift.min(size, JSONDocument.mostNodes.after))
    fetch(textFrom: node.upper)
  }

  /// Fetches the start of the value `id`, but not of its text.
  package func fetch(_ id: JSONNodeID?) {
    guard let id else { return }
    nodes.fetch(Int(id.index)..<Int(id.index) + JSONDocument.mostNodes.of)
  }

  /// Fetches the start of the text of the value `id`, of which the start was fetched before.
  package func fetch(textOf id: JSONNodeID?) {
    if let id { fetch(textFrom: node(id).lower) }
  }

  private func fetch(textFrom offset: UInt32) {
    bytes.fetch(Int(offset)..<Int(offset) + JSONDocument.mostBytes)
  }
}
