extension [Cause] {
  /// Whether these, as reasons why there may be more resources of a type, are those of a source that
  /// was asked for all of them and could not show them.
  ///
  /// A source that nobody asked for all, such as a plan, shows what it shows.
  package var isGap: Bool {
    !isEmpty && allSatisfy { $0.kind != .notCollected }
  }
}
