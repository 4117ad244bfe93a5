/// Finds members of objects that mostly have the same ones in one order, several of each in one go.
package struct JSONForm: Sendable {
  /// The names of the members, in the order in which they are expected.
  private let keys: [JSONKey]

  /// The step of the key that was last found to be the name at the same place; 0 for none.
  private var steps: [UInt32]

  /// The values that were found last.
  private var found: [JSONNodeID?]

  /// Creates a form of members called `keys`.
  package init(_ keys: [JSONKey]) {
    self.keys = keys
    steps = Array(repeating: 0, count: keys.count)
    found = Array(repeating: nil, count: keys.count)
  }

  /// The value of the member whose name has the 0-based place `place` in the form, of the object that
  /// was last looked through, or `nil` when it has none.
  package subscript(place: Int) -> JSONNodeID? { found[place] }

  /// Looks through the members of the value `id` of `json`, of which there are none unless it is an
  /// object; all calls are about the same document.
  ///
  /// - Complexity: O(*n*) in the number of members, whatever they hold, if they are in order.
  package mutating func read(_ id: JSONNodeID, of json: JSONDocument) {
    for place in found.indices { found[place] = nil }
    let container = json.node(id)
    guard container.form == .object else { return }
    var index = id.index + 1
    var expected = 0
    while index < container.end {
      let key = json.nodes[Int(index)]
      if let place = place(of: key, from: expected, in: json) {
        found[place] = JSONNodeID(index: index + 1)
        expected = place + 1
      }
      index = json.nodes[Int(index) + 1].end
    }
  }

  /// Returns the place of the name `key`, which is likely to be `expected` or after it.
  @inline(__always)
  private mutating func place(
    of key: JSONNode, from expected: Int, in json: JSONDocument
  ) -> Int? {
    for place in expected..<keys.count where isKey(key, at: place, in: json) { return place }
    for place in 0..<expected where isKey(key, at: place, in: json) { return place }
    return nil
  }

  @inline(__always)
  private mutating func isKey(_ key: JSONNode, at place: Int, in json: JSONDocument) -> Bool {
    guard key.number == keys[place].digest else { return false }
    // Keys at the same step of a trail are the same.
    if key.end != 0, key.end == steps[place] { return true }
    guard json.isKey(key, keys[place]) else { return false }
    steps[place] = key.end
    return true
  }
}
