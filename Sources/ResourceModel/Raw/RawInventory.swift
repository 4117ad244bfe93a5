/// What a collector read from one source.
package struct RawInventory: Sendable {
  /// The format, by which mappings are chosen, such as `terraform`.
  package let source: String

  /// The values.
  package var values: RawValues

  /// The resources, in source order.
  package var resources: [RawResource]

  /// Why the input may not show every resource there is; empty when it shows everything.
  package var missing: [Cause]

  /// Things a person should know about the input, such as deprecated formats.
  package var notes: [String]

  /// Creates an inventory of `resources`.
  package init(
    source: String, values: RawValues, resources: [RawResource], missing: [Cause],
    notes: [String] = []
  ) {
    self.source = source
    self.values = values
    self.resources = resources
    self.missing = missing
    self.notes = notes
  }
}
