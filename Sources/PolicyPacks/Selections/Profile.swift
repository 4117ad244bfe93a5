/// Which controls of a benchmark are asked for: those that every part of it lets through.
package struct Profile: Sendable {
  /// A condition on controls.
  package enum Part: Hashable, Sendable {
    /// Controls of level 1.
    case levelOne
    /// Controls of level 2, and of level 1, which it includes.
    case levelTwo
    /// Controls that a program can decide.
    case automated
    /// Controls of the section or subsection with this id.
    case section(String)
  }

  /// The conditions, in the order in which they were given.
  package let parts: [Part]

  /// The profiles of the project, in the order in which they were given.
  package let own: [OwnProfile]

  /// The profile as it is written; `all` when it asks for everything.
  package let label: String

  /// The profile of all controls.
  package static let everything = Profile(parts: [], own: [], label: "")

  /// Creates the profile of the controls that all of `parts` let through.
  package init(parts: [Part]) {
    self.init(parts: parts, own: [], label: parts.map(\.name).joined(separator: ","))
  }

  private init(parts: [Part], own: [OwnProfile], label: String) {
    self.parts = parts
    self.own = own
    self.label = label.isEmpty ? "all" : label
  }

  /// Returns the profile that `text` writes, names with commas between them, of which some may be
  /// of those of the project, `known`.
  ///
  /// - Throws: a `SelectionError` that names the first unknown one.
  package static func parse(
    _ text: String, known: [OwnProfile] = []
  ) throws(SelectionError) -> Profile {
    var parts: [Part] = []
    var own: [OwnProfile] = []
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != " " })
    }
    for name in names {
      if let part = Part(name) {
        parts.append(part)
      } else if let profile = known.first(where: { $0.name == name }) {
        own.append(profile)
      } else {
        throw .unknownProfile(name, known: Part.names + known.map(\.name))
      }
    }
    return Profile(parts: parts, own: own, label: names.joined(separator: ","))
  }

  /// Whether it asks for everything.
  package var isEverything: Bool { parts.isEmpty && own.isEmpty }

  /// Returns `true` iff the profile asks for `control`, unless it is excluded.
  package func contains(_ control: Control) -> Bool {
    parts.allSatisfy { $0.contains(control) }
      && own.allSatisfy { profile in
        let isInSection =
          profile.sections.isEmpty
          || profile.sections.contains { Part.section($0).contains(control) }
        return isInSection && profile.parts.allSatisfy { $0.contains(control) }
      }
  }

  /// Returns why `control` of `benchmark` is left out, and by which profile, if it is.
  package func exclusion(
    of control: Control, in benchmark: Benchmark
  ) -> (profile: String, reason: String)? {
    for profile in own {
      for exclusion in profile.exclusions where exclusion.control.matches(control, of: benchmark) {
        return (profile.name, exclusion.reason)
      }
    }
    return nil
  }
}

extension Profile.Part {
  /// The names of those that are not for one section.
  static let names = ["level-1", "level-2", "automated", "section:ID"]

  private static let sectionPrefix = "section:"

  /// Creates the part called `name`, or returns `nil` if there is none.
  init?(_ name: String) {
    switch name {
    case "level-1": self = .levelOne
    case "level-2": self = .levelTwo
    case "automated": self = .automated
    default:
      guard name.hasPrefix(Self.sectionPrefix), name != Self.sectionPrefix else { return nil }
      self = .section(String(name.dropFirst(Self.sectionPrefix.count)))
    }
  }

  /// The part as it is written.
  package var name: String {
    switch self {
    case .levelOne: "level-1"
    case .levelTwo: "level-2"
    case .automated: "automated"
    case .section(let id): Self.sectionPrefix + id
    }
  }

  /// Returns `true` iff the part lets `control` through.
  func contains(_ control: Control) -> Bool {
    switch self {
    case .levelOne: control.level == .one
    case .levelTwo: true
    case .automated: control.assessment == .automated
    case .section(let id): control.section.id == id || control.section.parent == id
    }
  }
}
