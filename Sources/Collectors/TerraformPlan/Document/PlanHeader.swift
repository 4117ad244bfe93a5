internal import SourceText
internal import StructuredText

/// What a plan says of itself.
struct PlanHeader {
  /// Things a person should know about the plan.
  let notes: [String]

  /// Whether the plan shows every change that is to be made.
  let isComplete: Bool

  /// Reads the header of `document`.
  ///
  /// - Throws: a `CollectError` when it is not a plan of a supported format.
  init(_ document: PlanDocument) throws(CollectError) {
    let json = document.json
    let root = json.root
    let start = json.range(of: root).start
    guard json.kind(of: root) == .object else {
      throw .notAPlan(missing: "format_version", start)
    }
    let hasPlan = document.present(.plannedValues, of: root) != nil
    let isState = json.member(.values, of: root) != nil || json.member(.lineage, of: root) != nil
    if !hasPlan, isState { throw .state(start) }
    guard json.member(.formatVersion, of: root) != nil else {
      throw .notAPlan(missing: "format_version", start)
    }
    let version = try document.string(.formatVersion, of: root, path: "")
    var notes: [String] = []
    switch PlanHeader.support(of: version) {
    case .full: break
    case .newer: notes.append("plan format \(version) is newer than the newest known one, 1.2")
    case .none:
      let range = json.member(.formatVersion, of: root).map { json.range(of: $0) } ?? start
      throw .unsupportedVersion(version, range)
    }
    guard hasPlan else { throw .notAPlan(missing: "planned_values", start) }
    if document.present(.configuration, of: root) == nil {
      notes.append("the plan lacks `configuration`, so what values refer to is not known")
    }
    let isErrored = try document.boolean(.errored, of: root, path: "") == true
    let isPartial = try document.boolean(.complete, of: root, path: "") == false
    if isErrored {
      notes.append("planning ended with an error, so the plan lacks some changes")
    } else if isPartial {
      notes.append("the plan lacks some changes: they were deferred or not targeted")
    }
    self.notes = notes
    self.isComplete = !isErrored && !isPartial
  }

  /// How well a version of the format is known.
  private enum Support { case full, newer, none }

  /// Returns how well `version` is known.
  private static func support(of version: String) -> Support {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let minor = UInt(parts[1]) else { return .none }
    switch (parts[0], minor) {
    case ("0", 1), ("0", 2), ("1", 0...2): return .full
    case ("1", _): return .newer
    default: return .none
    }
  }
}
