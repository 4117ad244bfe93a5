/// What one input was.
package struct InputReport: Hashable, Sendable {
  /// The name people know it by.
  package let name: String

  /// The format it is in.
  package let format: String

  /// The number of resources it holds.
  package let resourceCount: Int

  /// What everyone should know about it, such as that something in it was not judged.
  package let warnings: [String]

  /// What whoever wants to know more may be told about it.
  package let details: [String]

  /// Creates the report of the input called `name`.
  package init(
    name: String, format: String, resourceCount: Int, warnings: [String] = [], details: [String]
  ) {
    self.name = name
    self.format = format
    self.resourceCount = resourceCount
    self.warnings = warnings
    self.details = details
  }
}
