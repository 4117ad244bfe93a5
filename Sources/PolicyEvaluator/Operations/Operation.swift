internal import PolicyIR
internal import ResourceModel

/// The 0-based index of an operation in its plan; operands precede what they are operands of.
typealias OperationID = Int

/// The 0-based index of a frame in its plan: rows that are worked on together.
///
/// Frame 0 has the nodes
/// that are judged; every other one has the elements of the collections of an earlier one.
typealias FrameID = Int

/// What makes a vector of others, for all rows of its frame at once.
enum Operation: Hashable, Sendable {
  /// The nodes that are judged.
  case subject
  /// The same in every row.
  case constant(Reading)
  /// The elements of the frame.
  case element(FrameID)
  /// For each row, what its row of the outer frame has.
  case lift(OperationID)
  /// The rows of a column that the operand's rows name.
  case read(OperationID, ColumnPath, absent: Substitute)
  /// The nodes that refer to the operand's by the edge.
  case referring(OperationID, EdgeID)
  /// The one node that refers to the operand's by the edge.
  case soleReferring(OperationID, EdgeID)
  /// The values of maps for the text with this number in the pool; `.max` is in no map.
  case lookup(OperationID, ColumnPath, key: UInt32)
  /// A `Bool` that may be absent as one that may not.
  case truth(OperationID)
  /// Whether something is there.
  case present(OperationID)
  /// Whether something is surely absent; what is unknown is not.
  case isAbsent(OperationID)
  case not(OperationID)
  case and(OperationID, OperationID)
  case or(OperationID, OperationID)
  /// The second or third, by the first; where that is not known, what both agree on.
  case choice(OperationID, OperationID, OperationID)
  /// The second where the first is there, else the first.
  case chain(OperationID, OperationID)
  /// The first where it is not absent, else the second.
  case coalesce(OperationID, OperationID)
  /// Whether the case is among these.
  case isCase(OperationID, [Int])
  /// Whether two values are equal, where an absent one equals nothing.
  case equal(OperationID, OperationID)
  /// Whether two values are equal, where absent ones are.
  case same(OperationID, OperationID)
  case compare(Comparison, OperationID, OperationID)
  case compareBounds(Comparison, OperationID, OperationID)
  case arithmetic(Calculation, OperationID, OperationID)
  /// Whether the number is among these.
  case isAmong(OperationID, [Int64])
  /// What a term gives for each distinct value.
  case table(OperationID, TermID)
  /// What a term gives for each distinct pair of values.
  case pairTable(OperationID, OperationID, TermID)
  /// Whether a collection has no elements.
  case isEmpty(OperationID)
  /// The number of members of a collection.
  case size(OperationID)
  /// A number as the bounds of a count.
  case exactBounds(OperationID)
  /// A count as a number, where it is exact.
  case exactCount(OperationID)
  /// Whether there is a row of the frame for which the hit is true, for each row of its outer one.
  ///
  /// Where a strict filter is not known, there may be an element whatever the body says.
  case any(FrameID, filter: OperationID?, hit: OperationID?)
  /// How many rows of the frame there are for which the hit is true; filters are as for `any`.
  case count(FrameID, filter: OperationID?, hit: OperationID?)
  /// The union of the sets that the body is, over the rows of the frame; filters are as for `any`, and
  /// sets that are not known leave it open.
  ///
  /// When `isWhole`, the list of the sets is the collection of the frame, and where that is not known,
  /// neither is the union.
  case union(FrameID, filter: OperationID?, body: OperationID, SetKind, isWhole: Bool)
  /// The union of these sets.
  case unite([OperationID], SetKind)
  /// The sum, least or greatest of the body over the rows of the frame; of none, the number, or
  /// absent.
  case fold(Fold, FrameID, filter: OperationID?, body: OperationID, isFloat: Bool)
}

/// What an absent row is read as.
enum Substitute: Hashable, Sendable {
  /// It stays absent.
  case absent
  /// It breaks the schema.
  case unknown
  /// It stands for this truth byte, enum case, number or pool number.
  case word(Int64)
  /// It stands for an empty collection.
  case empty
}

/// How two numbers become one, by their types.
enum Calculation: Hashable, Sendable {
  /// Numbers, durations, sizes, and a number times one of the others: unknown when out of range.
  case integers(Arithmetic)
  case floats(Arithmetic)
  /// An instant and a duration, of which either may come first in a sum.
  case instant(Arithmetic)
}
