/// The stable name of a kind of diagnostic: never renamed, only retired.
///
/// Each has a page in `docs/diagnostics`, named after its raw value.
package enum DiagnosticID: String, CaseIterable, Sendable {
  case bareNegation = "bare-negation"
  case bidirectionalControl = "bidirectional-control"
  case chainedComparison = "chained-comparison"
  case controlCharacter = "control-character"
  case expectedDeclaration = "expected-declaration"
  case expectedExpression = "expected-expression"
  case expectedItem = "expected-item"
  case expectedName = "expected-name"
  case expectedString = "expected-string"
  case expectedToken = "expected-token"
  case expectedTypeMember = "expected-type-member"
  case expectedTypeName = "expected-type-name"
  case foreignOperator = "foreign-operator"
  case invalidUTF8 = "invalid-utf8"
  case nestingTooDeep = "nesting-too-deep"
  case nonASCIIName = "non-ascii-name"
  case reservedName = "reserved-name"
  case unclosedBrace = "unclosed-brace"
  case unknownEscape = "unknown-escape"
  case unknownUnit = "unknown-unit"
  case unrecognizedCharacter = "unrecognized-character"
  case unterminatedRegex = "unterminated-regex"
  case unterminatedString = "unterminated-string"
}
