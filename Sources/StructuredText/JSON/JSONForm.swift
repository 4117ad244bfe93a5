/// Finds members of objects that mostly have the same ones in one order, several of each in one go.
package struct JSONForm: Sendable {
  /// The names of the members.
  private let keys: [JSONKey]

  /// Steps of keys with the 0-based places of their names, -1 for those that are no names, each where
  /// its number leads to.
  private var known: [(step: UInt32, place: Int32)]

  /// The values that were found last.
  private var found: [JSONNodeID?]

  /// How many steps are remembered.
  private static let stepCount = 64

  /// Creates a form of members called `keys`.
  package init(_ keys: [JSONKey]) {
    self.keys = keys
    known = Array(repeating: (0, -1), count: JSONForm.stepCount)
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
      let slot = Int(key.end) % JSONForm.stepCount
      // Keys at the same step of a trail are the same.
      let isKnown = key.end != 0 && known[slot].step == key.end
      let place = isKnown ? Int(known[slot].place) : place(of: key, rememberedAt: slot, in: json)
      if place >= 0 { found[place] = JSONNodeID(index: index + 1) }
      index = json.nodes[Int(index) + 1].end
    }
  }

  /// Returns the place of the name `key`, or -1 when it is none, and remembers it if the key is a step
  /// of a trail.
  @inline(never)
  private mutating func place(
    of key: JSONNode, rememberedAt slot: Int, in json: JSONDocument
  ) -> Int {
    let place = keys.firstIndex { $0.digest == key.number && json.isKey(key, $0) } ?? -1
    if key.end != 0 { known[slot] = (key.end, Int32(place)) }
    return place
  }
}
