internal import StructuredText

/// The texts of the keys of a document, of which the same few come again and again.
struct KeyNames {
  /// A key and its text.
  private struct Entry {
    let key: JSONNodeID
    let text: String
  }

  /// How many texts are remembered.
  private static let count = 1024

  private let json: JSONDocument

  /// The key that was last met of those whose digests lead to a place.
  private var entries: [Entry?] = Array(repeating: nil, count: count)

  /// Creates an empty store of the texts of keys of `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns the text of the key at `key`.
  mutating func text(of key: JSONNodeID) -> String {
    let place = Int(json.digest(of: key)) % KeyNames.count
    if let known = entries[place], json.isSameKey(known.key, key) { return known.text }
    let text = json.string(key) ?? ""
    entries[place] = Entry(key: key, text: text)
    return text
  }
}
