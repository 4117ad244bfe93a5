internal import Diagnostics
internal import PolicyPacks

/// Packs that a session checked, and what they were made of.
struct KeptPacks: Sendable {
  /// The request of the run that they were checked for.
  let request: CheckRequest

  /// The packs.
  let analyzed: AnalyzedPacks

  /// What was said of them.
  let diagnostics: DiagnosticSet

  /// The texts of what they declare.
  let texts: DeclarationTexts

  /// A number that the session gives to the texts of all but rules, the same for the same texts.
  let meaning: Int

  /// Returns whether the packs of `other`, and what people decided, are these; the shipped packs do
  /// not change while the program runs.
  func areMade(of other: CheckRequest) -> Bool {
    func isSame(_ left: [PolicyFile], _ right: [PolicyFile]) -> Bool {
      left.elementsEqual(right) { $0.name == $1.name && $0.bytes == $1.bytes }
    }
    guard request.packs.count == other.packs.count, isSame(request.waivers, other.waivers),
      isSame(request.attestations, other.attestations)
    else { return false }
    return zip(request.packs, other.packs).allSatisfy { left, right in
      left.name == right.name && left.files.count == right.files.count
        && zip(left.files, right.files).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
  }
}
