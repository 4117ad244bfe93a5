/// How parts of a text stand out on a terminal.
struct TextStyle: Sendable {
  /// What a part of a text is.
  enum Role: String {
    case heading = "1"
    case pass = "32"
    case fail = "31"
    case unknown = "33"
    case quiet = "2"
    case plain = ""
  }

  /// Whether ANSI colours are used.
  let isColoured: Bool

  /// Returns `text` as `role`, without anything that would change the terminal.
  func apply(_ role: Role, _ text: String) -> String {
    let safe = TextStyle.safe(text)
    guard isColoured, role != .plain, !safe.isEmpty else { return safe }
    return "\u{1B}[\(role.rawValue)m\(safe)\u{1B}[0m"
  }

  /// Returns `text` with control characters replaced: names of resources come from strangers.
  static func safe(_ text: String) -> String {
    // Most texts are such, and stay as they are.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
