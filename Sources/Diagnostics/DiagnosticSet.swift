/// Diagnostics without duplicates, in the order they were found.
package struct DiagnosticSet: Sendable {
  /// The diagnostics, in the order they were inserted.
  package private(set) var elements: [Diagnostic] = []

  /// The same, for finding duplicates.
  private var known: Set<Diagnostic> = []

  /// `true` iff an error was inserted.
  package private(set) var containsError = false

  /// Creates an empty set.
  package init() {}

  /// Adds `diagnostic` unless an equal one is there.
  package mutating func insert(_ diagnostic: Diagnostic) {
    guard known.insert(diagnostic).inserted else { return }
    elements.append(diagnostic)
    if diagnostic.severity == .error { containsError = true }
  }

  /// Adds every member of `other`.
  package mutating func formUnion(_ other: DiagnosticSet) {
    for diagnostic in other.elements { insert(diagnostic) }
  }

  /// `true` iff nothing was inserted.
  package var isEmpty: Bool { elements.isEmpty }

  /// The diagnostics by file, offset, severity and kind: the order in which they are shown.
  package var sorted: [Diagnostic] {
    elements.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.primary != b.primary { return a.primary < b.primary }
      if a.severity != b.severity { return a.severity == .error }
      if a.id != b.id { return a.id.rawValue < b.id.rawValue }
      return left.offset < right.offset
    }.map(\.element)
  }
}
