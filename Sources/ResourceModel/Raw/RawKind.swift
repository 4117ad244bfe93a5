/// What a raw value is.
package enum RawKind: Hashable, Sendable {
  case null
  case boolean
  case number
  case string
  case list
  case object
  case unknown
}
