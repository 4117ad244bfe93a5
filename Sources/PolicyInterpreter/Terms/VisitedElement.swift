internal import ResourceModel

/// An element of a collection that an iteration visits.
struct VisitedElement {
  /// The element.
  let cell: Cell

  /// Whether it passes the filter, which is not surely false.
  let passes: Answer

  /// Why it may be equal to another element, so that the two are one: it is of a set, and not all of
  /// it is known. Empty when it is none of the others.
  let likeness: [Cause]
}
