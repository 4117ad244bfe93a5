/// In which form a file of a pack is written, as the ending of its name says.
package enum PolicyForm: Sendable {
  case language
  case yaml

  /// How the names of files end, in the letters in which they are read, and in which form these are.
  package static let endings: [(text: String, form: PolicyForm)] = [
    (".cispol", .language), (".yaml", .yaml), (".yml", .yaml),
  ]

  /// Determines the form of the file at `path`; `nil` if its name ends like no file of a pack.
  package init?(path: String) {
    for ending in PolicyForm.endings where path.hasSuffix(ending.text) {
      self = ending.form
      return
    }
    return nil
  }
}
