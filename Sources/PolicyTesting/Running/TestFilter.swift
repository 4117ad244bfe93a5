internal import DomainValues

/// A choice of cases by their names.
///
/// A text with `*` or `?` is a glob for the whole of a rule's or a case's name; any other text may
/// stand anywhere in one of them. `rule/case` speaks of both at once.
package struct TestFilter: Hashable, Sendable {
  /// What was asked for.
  package let text: String

  private let glob: Glob?

  /// Creates the filter that `text` writes.
  package init(_ text: String) {
    self.text = text
    glob = text.utf8.contains { $0 == 0x2A || $0 == 0x3F } ? Glob(text) : nil
  }

  /// Returns whether the case is chosen.
  package func admits(rule: String, caseName: String) -> Bool {
    [rule, caseName, "\(rule)/\(caseName)"].contains { name in
      glob.map { $0.matches(name) } ?? TestFilter.holds(name, text)
    }
  }

  /// Returns whether `part` stands anywhere in `name`.
  static func holds(_ name: String, _ part: String) -> Bool {
    let (name, part) = (Array(name.utf8), Array(part.utf8))
    guard !part.isEmpty else { return true }
    guard name.count >= part.count else { return false }
    return (0...(name.count - part.count)).contains {
      name[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// Returns whether `part` stands anywhere in `text`, whatever blanks and line breaks are in them.
  static func holds(_ text: String, unbroken part: String) -> Bool {
    holds(text.filter { !$0.isWhitespace }, part.filter { !$0.isWhitespace })
  }
}
