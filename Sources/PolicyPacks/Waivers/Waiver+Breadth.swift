internal import DomainValues

extension Waiver {
  /// Whether nothing limits what it covers of the rule or control that it is for.
  package var isBroad: Bool {
    let isForElements = !elements.isEmpty && !elements.contains(where: \.isEverything)
    if isForElements { return false }
    return resources.isEmpty || resources.contains(where: \.isEverything)
  }
}

extension ResourcePattern {
  /// Whether every resource of a finding matches; a type alone says little more than the rule does.
  fileprivate var isEverything: Bool {
    scope.isWide && [address, id].allSatisfy { $0.map { Glob($0).matchesAnyText } ?? true }
  }
}

extension ElementPattern {
  /// Whether every element matches.
  fileprivate var isEverything: Bool {
    switch self {
    case .text(let pattern): Glob(pattern).matchesAnyText
    case .attributes(let attributes): attributes.allSatisfy { Glob($0.pattern).matchesAnyText }
    }
  }
}
