/// How two values are compared.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison with its sides exchanged.
  package var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// What is made of two numbers, durations, sizes, instants, texts or lists.
package enum Arithmetic: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
}

/// What is made of two sets.
package enum SetOperation: String, Hashable, Sendable, CaseIterable {
  case union = "|"
  case intersection = "&"
  case difference = "-"
}

/// How many of the elements must satisfy the body.
package enum LogicalQuantifier: String, Hashable, Sendable, CaseIterable {
  case all
  case any
  case none
}

/// What is made of the values of the elements.
package enum Fold: String, Hashable, Sendable, CaseIterable {
  case sum
  case min
  case max
}
