package import SourceText

/// A change of a rule or function that no test need notice, and why.
package struct AcceptedSurvivor: Sendable {
  /// The name of the rule or function that is changed.
  package let owner: String
  /// The change, as reports call it.
  package let change: String
  /// A part of what is changed, where there are several such changes.
  package let place: String?
  /// Why no test need notice it.
  package let reason: String
  /// The pack that accepts it.
  package let pack: String
  /// Where it is accepted.
  package let range: SourceRange

  /// Creates an accepted change.
  package init(
    owner: String, change: String, place: String?, reason: String, pack: String,
    range: SourceRange
  ) {
    self.owner = owner
    self.change = change
    self.place = place
    self.reason = reason
    self.pack = pack
    self.range = range
  }
}
