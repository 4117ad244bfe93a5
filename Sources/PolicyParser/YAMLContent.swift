/// What a YAML file of a pack holds, besides its pack file and benchmarks.
package enum YAMLContent: String, Hashable, Sendable {
  /// A list of rules.
  case rules
  /// A list of tests.
  case tests

  /// Returns what is to be held by the YAML file at `path`: tests when one of its folders is called
  /// so, else rules.
  package static func expected(at path: String) -> YAMLContent {
    path.split(separator: "/").dropLast().contains("tests") ? .tests : .rules
  }
}
