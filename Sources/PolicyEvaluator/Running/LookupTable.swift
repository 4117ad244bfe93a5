/// What a term gives for distinct values, as far as it was asked.
struct LookupTable {
  /// What it gives for one value.
  struct Entry {
    /// A raw value of `CellState`.
    let state: UInt8

    /// The truth byte, enum case or number.
    let word: Int64

    /// The steps that it takes beyond what every such term is counted for.
    let extraSteps: Int
  }

  /// The entries made so far.
  var entries: [Entry] = []

  /// The truths that the term gives, by the number of the value; 255 where it was not asked, or took
  /// many steps.
  var truths: [UInt8] = []

  /// The indices of the entries plus one, by the number of the value; 0 where it was not asked.
  var places: [UInt32] = []

  /// The indices of the entries, for values that have no small number.
  var sparsePlaces: [LookupKey: UInt32] = [:]

  /// The question, if it can be told from the intervals of addresses.
  var coverage: AddressCoverage?

  /// The entry for what is absent, and for what is unknown.
  var absent: Entry?
  var unknown: Entry?
}

/// One or two values that a term is asked of.
struct LookupKey: Hashable {
  /// The word of the first.
  let one: Int64

  /// The word of the second.
  let other: Int64

  /// The states of both.
  let states: UInt8
}
