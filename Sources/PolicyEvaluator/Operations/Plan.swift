internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// The operations of all rules that judge one type.
struct Plan: Sendable {
  /// A frame.
  struct Frame: Hashable, Sendable {
    /// The frame whose rows hold the collections.
    let parent: FrameID

    /// The collections; `nil` of frame 0.
    let collection: OperationID?
  }

  /// What a rule asks for each row.
  struct Rule: Sendable {
    /// The 0-based index of the application.
    let application: Int

    /// Whether all `where` are true; `nil` when they surely are.
    var applies: OperationID?

    /// Whether all `require` are true; `nil` when they surely are.
    var holds: OperationID?

    /// The status of every row, when it does not depend on it.
    var constantApplies: UInt8 = 2
    var constantHolds: UInt8 = 2

    /// Whether unknown means that the rule leaves it open, and not that a part was left to the
    /// interpreter.
    var isExact = true

    /// The terms that are evaluated for each row of each nest of frames, outermost first.
    var costs: [Cost] = []
  }

  /// How often the interpreter evaluates how many terms.
  struct Cost: Sendable {
    /// The frames that are nested around the terms.
    let frames: [FrameID]

    /// The number of terms.
    let terms: Int
  }

  /// The type that is judged.
  let population: ResourceTypeID

  /// The operations.
  var operations: [Operation] = []

  /// What each operation gives.
  var shapes: [Shape] = []

  /// The frame of each operation.
  var homes: [FrameID] = []

  /// The frames.
  var frames: [Frame] = [Frame(parent: 0, collection: nil)]

  /// The rules.
  var rules: [Rule] = []

  /// Whether distinct values, or nodes, are looked into one by one.
  var isLaborious: Bool {
    rules.contains { !$0.isExact } || operations.contains(where: \.isLaborious)
  }
}

extension Operation {
  /// Whether distinct values are looked into one by one, or made.
  fileprivate var isLaborious: Bool {
    switch self {
    case .table, .pairTable, .union, .unite: true
    case .subject, .constant, .element, .lift, .read, .referring, .soleReferring, .lookup, .truth,
      .present, .isAbsent, .not, .and, .or, .choice, .chain, .coalesce, .isCase, .equal, .same,
      .compare, .compareBounds, .arithmetic, .isAmong, .isEmpty, .size, .exactBounds, .exactCount,
      .any, .count, .fold:
      false
    }
  }
}
