internal import ResourceModel

/// An element of a collection that an iteration visits.
struct VisitedElement {
  /// The element.
  let cell: Cell

  /// Whether it passes the filter, which is not surely false.
  let passes: Answer

  /// Why it may be one with another element; empty when it is none of the others.
  ///
  /// That may be where it is of a set, and not all of it is known.
  let likeness: [Cause]
}
