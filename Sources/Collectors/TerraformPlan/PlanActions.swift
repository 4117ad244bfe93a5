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

  /// Creates the actions that a plan writes as `words`, or returns `nil` for unknown ones.
  init?(_ words: [String]) {
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
