package import SourceText

/// The account or region that a raw resource is in, as far as the source tells.
package struct RawScope: Hashable, Sendable {
  /// What tells scopes apart within the input, such as the provider configuration's name.
  @ExactText package private(set) var key: String

  /// The account's id or the region's name, if known.
  package var name: String? { exactName?.text }

  private let exactName: ExactText?

  /// Why the name is not known.
  package let cause: Cause?

  /// Creates the scope that is called `name`.
  package init(name: String) {
    self.key = name
    self.exactName = ExactText(name)
    self.cause = nil
  }

  /// Creates a scope whose name is not known because of `cause`; scopes with one `key` are one.
  package init(unknown key: String, because cause: Cause) {
    self.key = key
    self.exactName = nil
    self.cause = cause
  }

  /// Returns whether the two are one; `nil` if that is not known.
  func isSame(as other: RawScope) -> Bool? {
    if key.isSpelled(like: other.key) { return true }
    return name == nil || other.name == nil ? nil : false
  }
}
