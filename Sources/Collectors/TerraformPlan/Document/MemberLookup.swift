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
    guard isLarge(object) else { return json.member(key, of: object) }
    return index(of: object)[ExactText(key)]
  }

  /// Returns the value in `object` of the key that is like `key`, a key of any object, or `nil` when
  /// it is absent or `object` is no object.
  mutating func member(like key: JSONNodeID, of object: JSONNodeID) -> JSONNodeID? {
    guard isLarge(object) else { return json.member(like: key, of: object) }
    return index(of: object)[ExactText(json.string(key) ?? "")]
  }

  /// Whether looking through the members would take long if it were done often.
  private func isLarge(_ object: JSONNodeID) -> Bool {
    json.count(of: object) > 32 && json.kind(of: object) == .object
  }

  private mutating func index(of object: JSONNodeID) -> [ExactText: JSONNodeID] {
    if let index = indices[object] { return index }
    var index: [ExactText: JSONNodeID] = [:]
    index.reserveCapacity(json.count(of: object))
    for (key, _, value) in json.members(of: object) { index[ExactText(key)] = value }
    indices[object] = index
    return index
  }
}
