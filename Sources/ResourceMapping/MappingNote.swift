package import ResourceModel
package import SourceText

/// Something that a person should know about how raw resources became nodes.
package enum MappingNote: Hashable, Sendable {
  /// No mapping is for the raw resources of this type, of which there are this many.
  case unmapped(type: String, count: Int)

  /// Raw resources of this type, of which there are this many, are read as parts of others, and what
  /// they belong to is not in the input: the one at the address belongs to what `text` names.
  case unattached(type: String, count: Int, address: String, text: String)

  /// It is not known whether a mapping is for the raw resource; what it assigns is not known either.
  case undecided(address: String, type: String, causes: [Cause], origin: SourceRange?)
}

extension MappingNote {
  /// Whether it tells of something that rules are about and that is not judged as it is written.
  package var isWarning: Bool {
    switch self {
    case .unattached, .undecided: true
    case .unmapped: false
    }
  }
}

extension MappingNote: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unmapped(let type, let count):
      "no mapping is for `\(type)`, of which there \(count == 1 ? "is 1" : "are \(count)")"
    case .unattached(_, 1, let address, let text):
      "`\(address)` belongs to `\(text)`, which the input does not show, so that it is not judged"
    case .unattached(let type, let count, let address, let text):
      "\(count) of `\(type)` belong to what the input does not show, so that they are not judged, "
        + "such as `\(address)`, which belongs to `\(text)`"
    case .undecided(let address, let type, let causes, _):
      "`\(address)` may be \(type) or not, so that nothing of it is sure: "
        + causes.map(\.description).joined(separator: "; ")
    }
  }
}
