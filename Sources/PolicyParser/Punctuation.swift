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
}
