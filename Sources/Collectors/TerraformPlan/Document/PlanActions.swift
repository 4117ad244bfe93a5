internal import StructuredText

/// What a plan does to a resource instance.
enum PlanActions: Hashable, Sendable {
  /// It stays, changed or not.
  case keep
  /// It is made, maybe in place of an old one.
  case create
  /// It is gone afterwards.
  case remove
  /// It is a data source that is read during apply.
  case read

  /// Creates the actions that a plan writes as `list`, or returns `nil` for unknown ones, and for what
  /// is no list of words.
  init?(_ list: JSONNodeID, in json: JSONDocument) {
    guard json.kind(of: list) == .array else { return nil }
    // Most lists have one word, of which no text need be made.
    if json.count(of: list) == 1, let word = json.firstElement(of: list) {
      for (name, actions) in PlanActions.words where json.isString(word, name) {
        self = actions
        return
      }
    }
    self.init(json.children(of: list).map { json.string($0) ?? "" })
  }

  /// Returns whether the actions that a plan writes as `list` take away or change what is there; what
  /// is forgotten stays as it is.
  static func endFormer(_ list: JSONNodeID, in json: JSONDocument) -> Bool {
    json.elements(of: list).contains { json.isString($0, "delete") || json.isString($0, "update") }
  }

  /// Returns whether the actions that a plan writes as `list` make something before what is in its
  /// place is gone.
  static func createFirst(_ list: JSONNodeID, in json: JSONDocument) -> Bool {
    guard json.count(of: list) > 1, let first = json.firstElement(of: list) else { return false }
    return json.isString(first, "create")
  }

  /// What single words mean.
  private static let words: [(StaticString, PlanActions)] = [
    ("no-op", .keep), ("create", .create), ("update", .keep), ("delete", .remove), ("read", .read),
    ("forget", .remove),
  ]

  /// Creates the actions that a plan writes as `words`, or returns `nil` for unknown ones.
  private init?(_ words: [String]) {
    switch words {
    case ["no-op"], ["update"]: self = .keep
    case ["create"], ["delete", "create"], ["create", "delete"], ["forget", "create"],
      ["create", "forget"]:
      self = .create
    case ["delete"], ["forget"]: self = .remove
    case ["read"]: self = .read
    default: return nil
    }
  }
}
