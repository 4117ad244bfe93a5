package import ResourceModel
package import SourceText

/// A cause, and the place in the source as people read it.
package struct LocatedCause: Hashable, Sendable {
  /// Why something is unknown.
  package let cause: Cause

  /// Where that came from.
  package let location: SourceLocation?
}
