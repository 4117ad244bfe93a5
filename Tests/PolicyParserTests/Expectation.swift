import Diagnostics
import Foundation
import SourceText

/// A diagnostic that a case file announces, or that its text gave.
struct Expectation: Hashable, Comparable, CustomStringConvertible {
  /// The 1-based line.
  let line: Int

  /// The severity and id, such as `error expected-token`.
  let kind: String

  var description: String { "\(line): \(kind)" }

  static func < (left: Expectation, right: Expectation) -> Bool {
    (left.line, left.kind) < (right.line, right.kind)
  }

  /// Returns what the comments `//~ error id` of `text` announce for their lines, and
  /// `//~^ error id` for the lines before.
  static func announced(in text: String) -> [Expectation] {
    var found: [Expectation] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for mark in line.components(separatedBy: "//~").dropFirst() {
        let isAbove = mark.first == "^"
        let bare = isAbove ? mark.dropFirst() : mark[...]
        let kind = bare.split(separator: " ").joined(separator: " ")
        found.append(Expectation(line: index + (isAbove ? 0 : 1), kind: kind))
      }
    }
    return found.sorted()
  }

  /// Returns what was said about the file.
  static func given(by file: PolicyFile) -> [Expectation] {
    file.diagnostics.elements.map { diagnostic in
      Expectation(
        line: file.sources.location(of: diagnostic.primary).line,
        kind: "\(diagnostic.severity.rawValue) \(diagnostic.id.rawValue)")
    }.sorted()
  }
}
