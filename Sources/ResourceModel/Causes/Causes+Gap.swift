extension Sequence<Cause> {
  /// Whether these, as reasons why there may be more resources of a type, are those of a source that
  /// was asked for all of them and could not show them.
  ///
  /// A source that nobody asked for all, such as a plan, shows what it shows.
  package var isGap: Bool {
    var isEmpty = true
    for cause in self {
      if cause.kind == .notCollected { return false }
      isEmpty = false
    }
    return !isEmpty
  }
}
