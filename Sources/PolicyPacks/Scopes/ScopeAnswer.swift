package import ResourceModel

/// Whether a resource is within a scope.
package enum ScopeAnswer: Hashable, Sendable {
  case yes
  case no
  /// What is known does not decide it, because of this.
  case unknown([Cause])

  /// Whether what is known does not decide it.
  package var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// Creates the answer that `isWithin` decides.
  package init(_ isWithin: Bool) {
    self = isWithin ? .yes : .no
  }

  /// Returns whether both hold.
  package func and(_ other: ScopeAnswer) -> ScopeAnswer {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.yes, let rest), (let rest, .yes): rest
    case (.unknown(let first), .unknown(let second)):
      .unknown(first + second.filter { !first.contains($0) })
    }
  }

  /// Returns whether one holds.
  package func or(_ other: ScopeAnswer) -> ScopeAnswer {
    switch (self, other) {
    case (.yes, _), (_, .yes): .yes
    case (.no, let rest), (let rest, .no): rest
    case (.unknown(let first), .unknown(let second)):
      .unknown(first + second.filter { !first.contains($0) })
    }
  }
}
