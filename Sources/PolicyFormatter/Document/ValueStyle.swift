/// How a value that does not fit on the line of its `=` or `:` is broken.
enum ValueStyle: Sendable {
  /// It starts on that line, and is broken between its brackets.
  case bracketed
  /// It is on the next line; when that is too short too, it is as if bracketed.
  case indentedOrBracketed
  /// It starts on the next line.
  case indented
}
