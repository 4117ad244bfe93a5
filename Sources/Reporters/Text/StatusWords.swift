internal import Compliance

/// How a status is shown to people: a mark and a colour, and words that say the same.
struct StatusWords {
  /// One character.
  let mark: String

  /// The colour of the mark.
  let role: TextStyle.Role

  /// Creates the words for `status`.
  init(_ status: ControlStatus) {
    switch status {
    case .pass: (mark, role) = ("✓", .pass)
    case .fail: (mark, role) = ("✗", .fail)
    case .unknown: (mark, role) = ("?", .unknown)
    case .attested: (mark, role) = ("✓", .quiet)
    case .notApplicable, .noResources, .manual, .notImplemented: (mark, role) = ("–", .quiet)
    }
  }

  /// Returns the status and the counts of resources behind it, in a few words.
  static func summary(
    _ status: ControlStatus, _ counts: StatusCounts, waived: StatusCounts,
    notCollected types: [String]
  ) -> String {
    switch status {
    case .noResources: return "no resources"
    case .manual, .attested:
      let seen = words(counts, waived)
      return (status == .manual ? "manual: a person has to look" : "attested")
        + (seen.isEmpty ? "" : "; by its rules \(seen)")
    case .notImplemented: return "not implemented"
    case .notApplicable:
      return counts.total == 0 ? "not applicable" : "not applicable to \(counts.notApplicable)"
    case .pass, .fail, .unknown: break
    }
    var parts = words(counts, waived)
    if !types.isEmpty {
      parts += (parts.isEmpty ? "" : ", ") + "\(types.joined(separator: ", ")) not collected"
    }
    return parts.isEmpty ? status.rawValue : parts
  }

  /// Returns how many resources fail, are undecided and pass.
  private static func words(_ counts: StatusCounts, _ waived: StatusCounts) -> String {
    var parts: [String] = []
    if counts.fail > 0 { parts.append("\(counts.fail) fail" + note(waived.fail)) }
    if counts.unknown > 0 { parts.append("\(counts.unknown) unknown" + note(waived.unknown)) }
    if counts.pass > 0 { parts.append("\(counts.pass) pass") }
    return parts.joined(separator: ", ")
  }

  private static func note(_ waived: Int) -> String { waived == 0 ? "" : " (\(waived) waived)" }
}
