/// Tells whether keys are among some names, quickly for those that were asked for before.
package struct JSONNames: Sendable {
  /// The names and their digests.
  private let names: [(text: [UInt8], digest: UInt32)]

  /// Whether keys are among the names.
  private var known = JSONSteps(filledWith: false)

  /// Creates a store of `names`.
  package init(_ names: [String]) {
    self.names = names.map { (Array($0.utf8), JSONDigest.of(Array($0.utf8))) }
  }

  /// Returns `true` iff the key `id` of `json` is one of the names; all calls are about the same
  /// document.
  ///
  /// - Precondition: `id` is a key.
  package mutating func contains(_ id: JSONNodeID, of json: JSONDocument) -> Bool {
    let key = json.node(id)
    if let isName = known[key] { return isName }
    let isName = names.contains { $0.digest == key.number && json.isKey(key, $0.text) }
    known.remember(isName, about: key)
    return isName
  }
}
