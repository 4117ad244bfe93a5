internal import CByteScan

/// A text that equals another one exactly when both are the same bytes.
///
/// Swift takes texts for equal that are equivalent in Unicode, such as `é` as one character and as
/// two. The names that policies speak of are compared by their bytes wherever they come from, so
/// texts that are equal here must never be told apart there, and the other way round. As a property
/// wrapper it gives a `String` that meaning in the equality that the compiler writes.
@propertyWrapper
package struct ExactText: Sendable {
  package var wrappedValue: String

  package init(wrappedValue: String) {
    self.wrappedValue = wrappedValue
  }

  /// Creates the text that is spelled like `text`.
  @inlinable package init(_ text: String) {
    wrappedValue = text
  }

  /// The text itself.
  @inlinable package var text: String { wrappedValue }
}

extension ExactText: Hashable {
  @inlinable package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.isSpelled(like: right.text)
  }

  @inlinable package func hash(into hasher: inout Hasher) {
    // The same bytes are equivalent texts, so that Swift's own hash serves.
    hasher.combine(text)
  }
}

extension ExactText: Comparable {
  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.spellingOrder(to: right.text) < 0
  }
}

extension ExactText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension ExactText: CustomStringConvertible {
  package var description: String { text }
}

extension String {
  /// Returns a number below, at or above zero as the bytes of the text come before, are, or come after
  /// those of `other`.
  package func spellingOrder(to other: String) -> Int {
    let (mine, theirs) = (utf8.span, other.utf8.span)
    let common = unsafe mine.withUnsafeBufferPointer { mine in
      unsafe theirs.withUnsafeBufferPointer { theirs in
        guard let first = mine.baseAddress, let second = theirs.baseAddress else { return 0 }
        return Int(unsafe byte_scan_order(first, second, min(mine.count, theirs.count)))
      }
    }
    return common == 0 ? mine.count - theirs.count : common
  }

  /// Returns whether both texts are the same bytes.
  package func isSpelled(like other: String) -> Bool {
    let (mine, theirs) = (utf8.span, other.utf8.span)
    guard mine.count == theirs.count else { return false }
    return unsafe mine.withUnsafeBufferPointer { mine in
      unsafe theirs.withUnsafeBufferPointer { theirs in
        // Only what is empty has no address.
        guard let first = mine.baseAddress, let second = theirs.baseAddress else { return true }
        return unsafe byte_scan_is_equal(first, second, mine.count) != 0
      }
    }
  }
}
