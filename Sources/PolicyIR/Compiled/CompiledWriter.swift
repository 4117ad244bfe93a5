package import SourceText

/// Writes the parts of a compiled form behind each other.
///
/// Numbers take as many bytes as they need, a string is written once, and ranges follow each other
/// by their distance.
package struct CompiledWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// The number of terms that may be named.
  var termCount = 0

  private var strings: [ExactText: Int] = [:]
  private var lastLower: UInt32 = 0

  /// Creates a writer that wrote nothing.
  package init() {}

  /// Writes a number that is not negative, seven bits to a byte.
  package mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a count or an index.
  ///
  /// - Precondition: `number` is not negative.
  package mutating func write(_ number: Int) {
    precondition(number >= 0, "counts and indices are not negative")
    write(UInt64(number))
  }

  /// Writes a number that may be negative; near to zero it takes one byte.
  package mutating func write(signed number: Int64) {
    write(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  /// Writes whether something is so.
  package mutating func write(_ isTrue: Bool) { bytes.append(isTrue ? 1 : 0) }

  /// Writes `text`, or which of those written before it is.
  package mutating func write(_ text: String) {
    if let known = strings[ExactText(text)] { return write(known + 1) }
    strings[ExactText(text)] = strings.count
    write(0)
    let content = Array(text.utf8)
    write(content.count)
    bytes += content
  }

  /// Writes which of the cases of its type `value` is.
  package mutating func write<Case: CaseIterable & Equatable>(case value: Case) {
    for (index, other) in Case.allCases.enumerated() where other == value { return write(index) }
  }

  /// Writes where something stands.
  package mutating func write(_ range: SourceRange) {
    write(UInt64(range.file.index))
    write(signed: Int64(range.lower) - Int64(lastLower))
    write(range.count)
    lastLower = range.lower
  }

  /// Writes how far back the term `id` is.
  mutating func write(_ id: TermID) { write(termCount - Int(id.index)) }

  /// Writes the number of `elements` and each of them by `element`.
  package mutating func write<Element>(
    list elements: [Element],
    _ element: (inout CompiledWriter, Element) throws(CompiledFormError) -> Void
  ) throws(CompiledFormError) {
    write(elements.count)
    for each in elements { try element(&self, each) }
  }

  /// Writes whether there is a value, and it by `wrapped`.
  package mutating func write<Wrapped>(
    optional value: Wrapped?,
    _ wrapped: (inout CompiledWriter, Wrapped) throws(CompiledFormError) -> Void
  ) throws(CompiledFormError) {
    write(value != nil)
    if let value { try wrapped(&self, value) }
  }
}
