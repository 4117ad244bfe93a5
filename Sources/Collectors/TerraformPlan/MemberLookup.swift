internal import SourceText
internal import StructuredText

/// Finds members of JSON objects, the large ones through an index, so that looking for many in one
/// takes no longer than reading it.
struct MemberLookup {
  /// The document of the objects.
  private let json: JSONDocument

  /// The members of large objects by key.
  private var indices: [JSONNodeID: [ExactText: JSONNodeID]] = [:]

  /// Creates a lookup in `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns the value of `key` in `object`, or `nil` when it is absent or `object` is no object.
  mutating func member(_ key: String, of object: JSONNodeID) -> JSONNodeID? {
    guard json.kind(of: object) == .object, json.count(of: object) > 32 else {
      return json.member(key, of: object)
    }
    if let index = indices[object] { return index[ExactText(key)] }
    var index: [ExactText: JSONNodeID] = [:]
    index.reserveCapacity(json.count(of: object))
    for (key, _, value) in json.members(of: object) { index[ExactText(key)] = value }
    indices[object] = index
    return index[ExactText(key)]
  }
}
