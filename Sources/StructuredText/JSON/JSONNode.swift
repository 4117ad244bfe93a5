/// One value, or one key, in the arena of a `JSONDocument`.
///
/// The arena is in pre-order: the children of a container follow it, a member is its key followed
/// by its value, and `end` leads past the last descendant.
struct JSONNode: Sendable {
  /// What the value is, and how it is written.
  enum Form: UInt8 {
    case null
    case `false`
    case `true`
    case number
    /// A string whose bytes between the quotes are its value.
    case plainString
    /// A string that has escapes.
    case escapedString
    case array
    case object
  }

  /// The 0-based offset of the first byte in the document's bytes.
  let lower: UInt32

  /// The 0-based offset past the last byte in the document's bytes.
  var upper: UInt32

  /// The 0-based index past the last descendant in the arena.
  var end: UInt32

  /// The number of elements or members.
  var count: UInt32

  /// What the value is, and how it is written.
  let form: Form
}
