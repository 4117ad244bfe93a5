/// Finds members of objects that mostly have the same ones in one order, several of each in one go.
package struct JSONForm: Sendable {
  /// The names of the members.
  private let keys: [JSONKey]

  /// The 0-based places of the names that keys are; -1 for those that are none.
  private var places = JSONSteps(filledWith: Int32(-1))

  /// The values that were found last.
  private var found: [JSONNodeID?]

  /// Creates a form of members called `keys`.
  package init(_ keys: [JSONKey]) {
    self.keys = keys
    found = Array(repeating: nil, count: keys.count)
  }

  /// The value of the member whose name has the 0-based place `place` in the form, of the object that
  /// was last looked through, or `nil` when it has none.
  package subscript(place: Int) -> JSONNodeID? { found[place] }

  /// Looks through the members of the value `id` of `json`, of which there are none unless it is an
  /// object; all calls are about the same document.
  ///
  /// - Complexity: O(*n*) in the number of members, whatever they hold, if most objects are alike.
  package mutating func read(_ id: JSONNodeID, of json: JSONDocument) {
    for place in found.indices { found[place] = nil }
    let container = json.node(id)
    guard case .object = container.form else { return }
    var index = id.index + 1
    while index < container.end {
      let key = json.nodes[Int(index)]
      let place = places[key] ?? place(of: key, in: json)
      if place >= 0 { found[Int(place)] = JSONNodeID(index: index + 1) }
      index = json.nodes[Int(index) + 1].end
    }
  }

  /// Returns the place of the name `key`, or -1 when it is none, and remembers it.
  @inline(never)
  private mutating func place(of key: JSONNode, in json: JSONDocument) -> Int32 {
    let place = Int32(
      keys.firstIndex { $0.digest == key.number && json.isKey(key, $0) } ?? -1)
    places.remember(place, about: key)
    return place
  }
}
