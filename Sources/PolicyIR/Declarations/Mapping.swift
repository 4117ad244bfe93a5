package import ResourceModel
package import SourceText

/// How raw resources become nodes of one type.
package struct Mapping: Sendable {
  /// One line, in the order of the text.
  package enum Step: Hashable, Sendable {
    /// `where condition`.
    case filter(TermID)
    /// `adopted condition`: the raw resource exists already, so that more may be attached to it.
    case adopted(TermID)
    /// Puts the list of the raw resources of these types that have to do with this one in the slot.
    case join(slot: Int, rawTypes: [String], Relation)
    /// `let`: puts the value in the slot.
    case constant(slot: Int, TermID)
    /// Assigns the attribute at the 0-based index; the value of an edge is `Json` that names its
    /// target, or a list of such.
    case field(attribute: Int, TermID)
  }

  /// What joined raw resources have to do with the one that is mapped.
  package enum Relation: Hashable, Sendable {
    /// They refer to it at this path.
    case path([String])
    /// They are in the same account or region.
    case scope(KeyScope)
  }

  /// The source format, such as `terraform`.
  package let source: String
  /// The types of the raw resources it is for.
  package let rawTypes: [String]
  /// The type of the nodes.
  package let target: ResourceTypeID
  /// The variable that stands for the raw resource.
  package let rawSlot: Int
  /// What it does with each.
  package let steps: [Step]
  /// The number of slots it needs.
  package let slotCount: Int
  /// Where it is declared.
  package let range: SourceRange

  /// Creates a mapping.
  package init(
    source: String, rawTypes: [String], target: ResourceTypeID, rawSlot: Int, steps: [Step],
    slotCount: Int, range: SourceRange
  ) {
    self.source = source
    self.rawTypes = rawTypes
    self.target = target
    self.rawSlot = rawSlot
    self.steps = steps
    self.slotCount = slotCount
    self.range = range
  }
}
