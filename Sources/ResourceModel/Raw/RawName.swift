/// The number of a name that members of objects have in one `RawValues`, which has each name once.
package struct RawName: Hashable, Sendable {
  /// The 0-based index of the name.
  let index: UInt32
}
