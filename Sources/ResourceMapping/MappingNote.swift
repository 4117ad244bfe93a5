package import ResourceModel
package import SourceText

/// Something that a person should know about how raw resources became nodes.
package enum MappingNote: Hashable, Sendable {
  /// No mapping is for the raw resources of this type, of which there are this many.
  case unmapped(type: String, count: Int)

  /// It is not known whether a mapping is for the raw resource; what it assigns is not known either.
  case undecided(address: String, type: String, causes: [Cause], origin: SourceRange?)
}

extension MappingNote: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unmapped(let type, let count):
      "no mapping is for `\(type)`, of which there \(count == 1 ? "is 1" : "are \(count)")"
    case .undecided(let address, let type, let causes, _):
      "`\(address)` may be \(type) or not, so that nothing of it is sure: "
        + causes.map(\.description).joined(separator: "; ")
    }
  }
}
