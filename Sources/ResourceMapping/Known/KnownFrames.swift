/// The variables of a mapping, and those of the functions that are being evaluated.
struct KnownFrames {
  /// How far there are variables: a place to come back to.
  struct Mark {
    fileprivate let base: Int
    fileprivate let count: Int
  }

  /// What the variables hold, those of the innermost function last, and after them places that were
  /// used before.
  private var places: [Known] = []

  /// The number of variables.
  private var count = 0

  /// Where the variables of the innermost function start.
  private var base = 0

  /// Where there are variables now.
  var mark: Mark { Mark(base: base, count: count) }

  /// Whether a function is being evaluated.
  var isInFunction: Bool { base > 0 }

  /// What the variables of the innermost function hold, or of the mapping outside of functions.
  var innermost: ArraySlice<Known> { places[base..<count] }

  /// Forgets all variables, and makes `slotCount` for a mapping.
  mutating func begin(slotCount: Int) {
    (base, count) = (0, 0)
    for _ in 0..<slotCount { push(.unset) }
  }

  /// Adds a variable that holds `known`.
  @inline(__always)
  mutating func push(_ known: Known) {
    if count < places.count { places[count] = known } else { places.append(known) }
    count += 1
  }

  /// Enters the function whose first variables, its arguments, were added after `outer`; it has
  /// `slotCount` in all.
  @inline(__always)
  mutating func enter(after outer: Mark, slotCount: Int) {
    while count < outer.count + slotCount { push(.unset) }
    base = outer.count
  }

  /// Forgets the variables that were added after `mark`.
  @inline(__always)
  mutating func leave(to mark: Mark) { (base, count) = (mark.base, mark.count) }

  /// Puts `known` in the slot.
  @inline(__always)
  mutating func bind(_ slot: Int, _ known: Known) {
    if slot >= 0, base + slot < count { places[base + slot] = known }
  }

  /// What the slot holds.
  subscript(slot: Int32) -> Known {
    let place = base + Int(slot)
    return place < count ? places[place] : Known(.unknown(KnownStore.misplaced))
  }
}
