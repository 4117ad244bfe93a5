/// Which controls of a benchmark are asked for: those that every part of it lets through.
package struct Profile: Hashable, Sendable {
  /// A condition on controls.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    /// Controls of level 1.
    case levelOne = "level-1"
    /// Controls of level 2, and of level 1, which it includes.
    case levelTwo = "level-2"
    /// Controls that a program can decide.
    case automated
  }

  /// The conditions, in the order in which they were given.
  package let parts: [Part]

  /// The profile of all controls.
  package static let everything = Profile(parts: [])

  /// Creates the profile of the controls that all of `parts` let through.
  package init(parts: [Part]) {
    self.parts = parts
  }

  /// Returns the profile that `text` writes, names with commas between them.
  ///
  /// - Throws: a `SelectionError` that names the first unknown one.
  package static func parse(_ text: String) throws(SelectionError) -> Profile {
    var parts: [Part] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = word.filter { $0 != " " }
      guard let part = Part(rawValue: name) else { throw .unknownProfile(name) }
      parts.append(part)
    }
    return Profile(parts: parts)
  }

  /// Returns `true` iff the profile asks for `control`.
  package func contains(_ control: Control) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .levelOne: control.level == .one
      case .levelTwo: true
      case .automated: control.assessment == .automated
      }
    }
  }

  /// The profile as it is written; `all` when it asks for everything.
  package var label: String {
    parts.isEmpty ? "all" : parts.map(\.rawValue).joined(separator: ",")
  }
}
