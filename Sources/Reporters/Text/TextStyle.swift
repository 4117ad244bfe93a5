internal import SourceText

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
    let safe = text.safeOnTerminal
    guard isColoured, role != .plain, !safe.isEmpty else { return safe }
    return "\u{1B}[\(role.rawValue)m\(safe)\u{1B}[0m"
  }
}
