package import SourceText

/// One reason why something is unknown, and where it came from.
package struct Cause: Hashable, Sendable {
  /// Why.
  package let kind: CauseKind

  /// What exactly, in a few words; empty when the kind says it all.
  @ExactText package private(set) var detail: String

  /// Where in the source it came from.
  package let origin: SourceRange?

  /// Creates a cause of the kind `kind`.
  package init(_ kind: CauseKind, _ detail: String = "", origin: SourceRange? = nil) {
    self.kind = kind
    self.detail = detail
    self.origin = origin
  }

  /// Returns the same cause, which came from `origin` unless it says otherwise.
  package func located(at origin: SourceRange?) -> Cause {
    self.origin == nil ? Cause(kind, detail, origin: origin) : self
  }
}

extension Cause: CustomStringConvertible {
  package var description: String {
    detail.isEmpty ? kind.summary : "\(kind.summary): \(detail)"
  }
}

extension Cause: Comparable {
  package static func < (left: Cause, right: Cause) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    let order = left.detail.spellingOrder(to: right.detail)
    if order != 0 { return order < 0 }
    switch (left.origin, right.origin) {
    case (nil, nil): return false
    case (nil, _): return true
    case (_, nil): return false
    case (let first?, let second?): return first < second
    }
  }
}
