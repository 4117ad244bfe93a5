/// What one input was.
package struct InputReport: Hashable, Sendable {
  /// The name people know it by.
  package let name: String

  /// The format it is in.
  package let format: String

  /// The number of resources it holds.
  package let resourceCount: Int

  /// What a person should know about it.
  package let notes: [String]

  /// Creates the report of the input called `name`.
  package init(name: String, format: String, resourceCount: Int, notes: [String]) {
    self.name = name
    self.format = format
    self.resourceCount = resourceCount
    self.notes = notes
  }
}
