package import DomainValues
package import SourceText
package import StructuredText

/// What a pack says of itself in its pack file.
package struct PackManifest: Sendable {
  /// A pack that is needed, and from which version on.
  package struct Requirement: Sendable {
    /// The name of the pack.
    package let name: String

    /// The least version that will do.
    package let version: Version

    /// Where the name is written.
    package let range: SourceRange
  }

  /// The name.
  package let name: String

  /// The version.
  package let version: Version

  /// What people call the pack.
  package let title: String

  /// The packs whose declarations it sees, in the order of the file.
  package let requirements: [Requirement]

  /// When its benchmarks are evaluated.
  package let benchmarks: BenchmarkUse

  /// What the pack tells the linter, which reads it.
  package let lint: YAMLNode?

  /// Where the name is written.
  package let range: SourceRange
}

extension PackManifest {
  /// Returns `true` iff `version` is at least `least` and promises to be compatible with it: the
  /// first number is the same, and as long as that is 0 the second one too.
  package static func does(_ version: Version, satisfy least: Version) -> Bool {
    let numbers = version.numbers + [0, 0]
    let wanted = least.numbers + [0, 0]
    guard version >= least, numbers[0] == wanted[0] else { return false }
    return numbers[0] > 0 || numbers[1] == wanted[1]
  }

  /// Returns the names of the packs that `manifests` require, directly or by one of `others`.
  package static func names(
    requiredBy manifests: [PackManifest], among others: [PackManifest]
  ) -> Set<String> {
    var names: Set<String> = []
    var waiting = manifests
    while let manifest = waiting.popLast() {
      for requirement in manifest.requirements
      where names.insert(requirement.name).inserted {
        waiting += others.filter { $0.name == requirement.name }
      }
    }
    return names
  }
}
