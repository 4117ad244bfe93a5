internal import ResourceModel
internal import StructuredText

/// The names that the keys of a document are among raw values; the same few come again and again.
struct KeyNames {
  /// A key and its name.
  private struct Entry {
    let key: JSONNodeID
    let name: RawName
  }

  /// How many names are remembered.
  private static let count = 1024

  private let json: JSONDocument

  /// The key that was last met of those whose digests lead to a place.
  private var entries: [Entry?] = Array(repeating: nil, count: count)

  /// Creates an empty store of the names of keys of `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns the name in `values` of the key at `key`; all calls are about the same values.
  mutating func name(of key: JSONNodeID, in values: inout RawValues) -> RawName {
    let place = Int(json.digest(of: key)) % KeyNames.count
    if let known = entries[place], json.isSameKey(known.key, key) { return known.name }
    let name = values.demand(name: json.string(key) ?? "")
    entries[place] = Entry(key: key, name: name)
    return name
  }
}
