/// The identity of a term in one `Program`.
package struct TermID: Hashable, Sendable, Comparable {
  /// The 0-based index in the program's terms; operands precede what they are operands of.
  package let index: UInt32

  /// Creates the identity of the term at `index`.
  package init(index: UInt32) {
    self.index = index
  }

  package static func < (left: TermID, right: TermID) -> Bool {
    left.index < right.index
  }
}

/// The identity of a function in one `Program`.
package struct FunctionID: Hashable, Sendable {
  /// The 0-based index in the program's functions.
  package let index: Int

  /// Creates the identity of the function at `index`.
  package init(index: Int) {
    self.index = index
  }
}

/// The identity of a rule in one `Program`.
package struct RuleID: Hashable, Sendable, Comparable {
  /// The 0-based index in the program's rules.
  package let index: Int

  /// Creates the identity of the rule at `index`.
  package init(index: Int) {
    self.index = index
  }

  package static func < (left: RuleID, right: RuleID) -> Bool {
    left.index < right.index
  }
}
