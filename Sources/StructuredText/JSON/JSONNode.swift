/// One value, or one key, in the arena of a `JSONScanner` or `JSONDocument`.
///
/// The arena is in pre-order: the children of a container follow it, a member is its key followed
/// by its value, and `end` leads past the last descendant.
///
/// It is public, because other modules get a copy only of what is public, and they ask each node.
public struct JSONNode: Sendable {
  /// What the value is, and how it is written.
  public enum Form: UInt8, Sendable {
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

  /// The 0-based offset of the first byte in the text.
  public let lower: UInt32

  /// The 0-based offset past the last byte in the text.
  public internal(set) var upper: UInt32

  /// The 0-based index past the last descendant in the arena; of a key, the number of its step on the
  /// trails of the scanner, 0 for none.
  public internal(set) var end: UInt32

  /// The form in the lowest three bits, above it the number of elements or members, or the digest
  /// of a key: a node is as small as that, because an arena of many is read again and again.
  @usableFromInline var tag: UInt32

  /// The greatest number of elements or members, and of values in a text.
  static let largestCount = UInt32.max >> 3

  /// Creates the node of a value that ends at `upper`.
  @inline(__always)
  init(_ form: Form, lower: UInt32, upper: UInt32, end: UInt32, number: UInt32 = 0) {
    self.lower = lower
    self.upper = upper
    self.end = end
    tag = number << 3 | UInt32(form.rawValue)
  }

  /// What the value is, and how it is written.
  @inlinable public var form: Form {
    @inline(__always) get {
      switch tag & 7 {
      case 0: .null
      case 1: .false
      case 2: .true
      case 3: .number
      case 4: .plainString
      case 5: .escapedString
      case 6: .array
      default: .object
      }
    }
  }

  /// The number of elements or members; of a key, its digest.
  public internal(set) var number: UInt32 {
    @inlinable @inline(__always) get { tag >> 3 }
    @inline(__always) set { tag = newValue << 3 | tag & 7 }
  }
}
