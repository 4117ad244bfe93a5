package import ResourceModel
package import SourceText

/// Why an expression gave what it gave: the sub-expressions that decided it, and no others.
package struct Proof: Hashable, Sendable {
  /// Where the expression stands in its policy.
  package let range: SourceRange

  /// What it gave, as text.
  package let result: String

  /// Where its value stands in the source, if it was read there.
  package let origin: SourceRange?

  /// The resource it was read from, or that it is; empty when there is none.
  package let address: String

  /// More in a few words, such as how many elements there were; often empty.
  package let note: String

  /// Why it is not known, each cause once; empty when it is.
  package let causes: [Cause]

  /// What decided it, in the order of the text.
  package let children: [Proof]

  /// Creates the proof of the expression at `range`.
  package init(
    range: SourceRange, result: String, origin: SourceRange? = nil, address: String = "",
    note: String = "", causes: [Cause] = [], children: [Proof] = []
  ) {
    self.range = range
    self.result = result
    self.origin = origin
    self.address = address
    self.note = note
    self.causes = causes
    self.children = children
  }
}
