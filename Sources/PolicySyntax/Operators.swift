/// An operator before its operand.
package enum PrefixOperator: String, Hashable, Sendable, CaseIterable {
  case negate = "-"
  case not
}

/// An operator between its operands.
package enum InfixOperator: String, Hashable, Sendable, CaseIterable {
  case implies
  case or
  case and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case member = "in"
  case notMember = "not in"
  case matches
  case covers
  case meets
  case coalesce = "??"
  case range = ".."
  case add = "+"
  case subtract = "-"
  case union = "|"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case intersection = "&"
}

/// A test after its operand.
package enum TestOperator: String, Hashable, Sendable, CaseIterable {
  case present = "is present"
  case absent = "is absent"
  case empty = "is empty"
  case notEmpty = "is not empty"
  case world = "is world"
  case notWorld = "is not world"
}

/// How many of the elements must satisfy the body.
package enum Quantifier: String, Hashable, Sendable, CaseIterable {
  case all
  case any
  case none
  case exactly
}

/// What is made of the elements.
package enum Aggregate: String, Hashable, Sendable, CaseIterable {
  case count
  case sum
  case min
  case max
}
