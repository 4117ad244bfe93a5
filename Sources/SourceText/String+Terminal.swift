extension String {
  /// The text, of several lines, without anything that would change a terminal.
  package var linesSafeOnTerminal: String {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).safeOnTerminal }.joined(separator: "\n")
  }

  /// The text without anything that would change a terminal: names of files and resources come from
  /// strangers.
  package var safeOnTerminal: String {
    // Most texts are such, and stay as they are.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
      case _ where BidirectionalControl.contains(scalar): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
