/// The files that something new starts from, and what is left to do by hand.
package struct Scaffold: Hashable, Sendable {
  /// A file that is to be made.
  package struct File: Hashable, Sendable {
    /// The path below the folder that the scaffold is for, with `/` between its parts.
    package let path: String

    /// The contents.
    package var text: String

    /// Creates the file at `path`.
    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The files, in the order in which a person would look at them.
  package var files: [File]

  /// What is left to do, one line each.
  package let steps: [String]

  /// Creates a scaffold of `files`.
  package init(files: [File], steps: [String]) {
    self.files = files
    self.steps = steps
  }
}
