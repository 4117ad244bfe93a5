internal import SourceText

/// What tells the instances of one block with `count` or `for_each` apart.
enum InstanceKey: Hashable, Sendable {
  /// The number of an instance made by `count`, as it is written.
  case number(String)
  /// The key of an instance made by `for_each`.
  case string(ExactText)
}
