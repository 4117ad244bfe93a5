internal import ResourceModel

/// Why something is not known, as it is gathered from many elements: of very many causes, some.
///
/// What is asked of each element of one collection may be unknown for each of another one, so that all
/// causes together would be as many as the product of both.
struct Doubts {
  /// The causes so far.
  private(set) var causes: [Cause]

  /// Whether there are so many that no more are taken.
  private var isFull = false

  /// Creates the doubts that there are because of `causes`.
  init(_ causes: [Cause] = []) {
    self.causes = causes
  }

  /// Whether there is no doubt.
  var isEmpty: Bool { causes.isEmpty }

  /// Adds `more` causes.
  static func += (doubts: inout Doubts, more: [Cause]) {
    if doubts.isFull || more.isEmpty || doubts.causes == more { return }
    doubts.causes += more
    guard doubts.causes.count > [Cause].most else { return }
    doubts.causes = doubts.causes.distinct.bounded
    doubts.isFull = doubts.causes.count > [Cause].most
  }
}

extension [Cause] {
  /// The most causes that are kept of what is not known.
  static let most = 256

  /// The causes, or the first of very many and that there are others.
  var bounded: [Cause] {
    guard count > [Cause].most else { return self }
    let next = self[[Cause].most]
    return Array(prefix([Cause].most)) + [Cause(next.kind, "and others", origin: next.origin)]
  }
}
