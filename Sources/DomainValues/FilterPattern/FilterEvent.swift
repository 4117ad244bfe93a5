/// A log event, as far as some pattern looks at it.
package struct FilterEvent: Hashable, Sendable {
  /// The fields, in the order of their paths' text; one that is missing is absent.
  package let fields: [Field]

  /// A path with the value that stands there.
  package struct Field: Hashable, Sendable {
    /// Where the value stands.
    package let selector: FilterSelector

    /// The value.
    package let value: FilterValue

    /// Creates the field `selector` with `value`.
    package init(_ selector: FilterSelector, _ value: FilterValue) {
      self.selector = selector
      self.value = value
    }
  }

  /// Creates the event that has `fields`.
  package init(_ fields: [Field]) {
    self.fields = fields.sorted { $0.selector.description < $1.selector.description }
  }

  /// The value at `selector`.
  package subscript(selector: FilterSelector) -> FilterValue {
    fields.first { $0.selector == selector }?.value ?? .absent
  }
}

extension FilterEvent: CustomStringConvertible {
  package var description: String {
    fields.isEmpty
      ? "any event"
      : fields.map {
        let place = $0.selector.steps.isEmpty ? "the text" : "`\($0.selector)`"
        return "\(place) is \($0.value)"
      }.joined(separator: ", ")
  }
}
