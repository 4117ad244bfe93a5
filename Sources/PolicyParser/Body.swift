/// The kinds of braces that hold items, and thereby what may follow an item that is wrong.
enum Body: Sendable {
  case file
  case attributes
  case enumCases
  case statements
  case mapping
  case test
  case testCase
}
