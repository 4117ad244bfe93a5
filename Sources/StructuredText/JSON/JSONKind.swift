/// What a JSON value is.
package enum JSONKind: String, Hashable, Sendable, CaseIterable {
  case null
  case bool
  case number
  case string
  case array
  case object
}
