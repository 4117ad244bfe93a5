internal import Diagnostics
internal import PolicyPacks

/// Packs that a session checked, and what they were made of.
struct KeptPacks: Sendable {
  /// The folders that were named.
  let folders: [PackFolder]

  /// The packs.
  let analyzed: AnalyzedPacks

  /// What was said of them.
  let diagnostics: DiagnosticSet

  /// The texts of what they declare.
  let texts: DeclarationTexts

  /// A number that the session gives to the texts of all but rules, the same for the same texts.
  let meaning: Int

  /// Returns whether the packs in `others` are these; the shipped ones do not change while the
  /// program runs.
  func areMade(of others: [PackFolder]) -> Bool {
    guard folders.count == others.count else { return false }
    return zip(folders, others).allSatisfy { left, right in
      left.name == right.name && left.files.count == right.files.count
        && zip(left.files, right.files).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
  }
}
