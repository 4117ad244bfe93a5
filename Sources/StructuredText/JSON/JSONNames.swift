/// Tells whether keys are among some names, quickly for those that were asked for before.
package struct JSONNames: Sendable {
  /// The names and their digests.
  private let names: [(text: [UInt8], digest: UInt32)]

  /// Steps of keys and whether those are among the names, each at the place that its number leads to.
  private var known: [(step: UInt32, isName: Bool)]

  /// How many steps are remembered.
  private static let count = 64

  /// Creates a store of `names`.
  package init(_ names: [String]) {
    self.names = names.map { (Array($0.utf8), JSONDigest.of(Array($0.utf8))) }
    known = Array(repeating: (0, false), count: JSONNames.count)
  }

  /// Returns `true` iff the key `id` of `json` is one of the names; all calls are about the same
  /// document.
  ///
  /// - Precondition: `id` is a key.
  package mutating func contains(_ id: JSONNodeID, of json: JSONDocument) -> Bool {
    let key = json.node(id)
    let place = Int(key.end) % JSONNames.count
    // Keys at the same step of a trail are the same.
    if key.end != 0, known[place].step == key.end { return known[place].isName }
    let isName = names.contains { $0.digest == key.number && json.isKey(key, $0.text) }
    if key.end != 0 { known[place] = (key.end, isName) }
    return isName
  }
}
