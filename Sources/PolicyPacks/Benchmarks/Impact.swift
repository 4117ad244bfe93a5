/// What doing something about a failure may do to what runs.
package enum Impact: String, Hashable, Sendable, CaseIterable {
  /// Nothing that runs can notice.
  case safe
  /// It depends on how things are set up.
  case possible
  /// It is likely to break access or traffic, or cannot be undone.
  case impactful

  /// What the class means, in a few words.
  package var summary: String {
    switch self {
    case .safe: "safe; nothing that runs can notice"
    case .possible: "possible; it depends on how things are set up"
    case .impactful: "high; it is likely to break access or traffic, or cannot be undone"
    }
  }
}
