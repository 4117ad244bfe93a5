/// A name of members with the number by which it is looked for, for names that are looked for often.
package struct JSONKey: Sendable {
  /// The name.
  let text: StaticString

  /// Its digest.
  let digest: UInt32

  /// Prepares `text`.
  package init(_ text: StaticString) {
    self.text = text
    digest = unsafe JSONDigest.of(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The name as a text.
  package var spelling: String { "\(text)" }
}
