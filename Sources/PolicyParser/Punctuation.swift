internal import PolicySyntax

/// A mark that the grammar gives a meaning.
enum Punctuation: String, CaseIterable, Sendable {
  case ampersand = "&"
  case arrow = "->"
  case asterisk = "*"
  case bar = "|"
  case colon = ":"
  case comma = ","
  case dot = "."
  case dotDot = ".."
  case doubleArrow = "=>"
  case equals = "="
  case equalsEquals = "=="
  case greater = ">"
  case greaterEquals = ">="
  case leftBrace = "{"
  case leftBracket = "["
  case leftParenthesis = "("
  case less = "<"
  case lessEquals = "<="
  case minus = "-"
  case notEquals = "!="
  case percent = "%"
  case plus = "+"
  case question = "?"
  case questionDot = "?."
  case questionQuestion = "??"
  case rightBrace = "}"
  case rightBracket = "]"
  case rightParenthesis = ")"
  case slash = "/"

  /// Whether an operand may have ended with the mark.
  var endsOperand: Bool {
    switch self {
    case .rightBrace, .rightBracket, .rightParenthesis, .question: true
    default: false
    }
  }

  /// The operator between operands that the mark is.
  var infixOperator: InfixOperator? {
    switch self {
    case .ampersand: .intersection
    case .asterisk: .multiply
    case .bar: .union
    case .dotDot: .range
    case .equalsEquals: .equal
    case .greater: .greater
    case .greaterEquals: .greaterOrEqual
    case .less: .less
    case .lessEquals: .lessOrEqual
    case .minus: .subtract
    case .notEquals: .notEqual
    case .percent: .remainder
    case .plus: .add
    case .questionQuestion: .coalesce
    case .slash: .divide
    case .arrow, .colon, .comma, .dot, .doubleArrow, .equals, .leftBrace, .leftBracket,
      .leftParenthesis, .question, .questionDot, .rightBrace, .rightBracket, .rightParenthesis:
      nil
    }
  }
}
