internal import CByteScan

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
    let count = Swift.min(Int(node.end &- id.index), JSONDocument.mostNodes.after)
    fetch(nodesFrom: Int(node.end), count: count)
    fetch(textFrom: Int(node.upper))
  }

  /// Fetches the start of the value `id`, but not of its text.
  package func fetch(_ id: JSONNodeID?) {
    if let id { fetch(nodesFrom: Int(id.index), count: JSONDocument.mostNodes.of) }
  }

  /// Fetches the start of the text of the value `id`, of which the start was fetched before.
  package func fetch(textOf id: JSONNodeID?) {
    if let id { fetch(textFrom: Int(node(id).lower)) }
  }

  private func fetch(nodesFrom index: Int, count: Int) {
    let count = Swift.min(count, nodes.count - index)
    guard count > 0 else { return }
    unsafe nodes.withUnsafeBufferPointer { nodes in
      guard let base = nodes.baseAddress else { return }
      unsafe byte_scan_fetch(base + index, count * MemoryLayout<JSONNode>.stride)
    }
  }

  private func fetch(textFrom offset: Int) {
    let count = Swift.min(JSONDocument.mostBytes, bytes.count - offset)
    guard count > 0 else { return }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe byte_scan_fetch(base + offset, count)
    }
  }
}
