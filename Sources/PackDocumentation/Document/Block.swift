/// A part of a page that stands for itself.
package enum Block: Hashable, Sendable {
  /// A heading below the title of the page; `level` is 2 or more.
  case heading(String, level: Int)
  case paragraph([Inline])
  case list([[Inline]])
  case table(header: [String], rows: [[[Inline]]])
  /// Lines as they are, in the language of that name.
  case code(String, language: String)
}

extension [Block] {
  /// Returns the paragraphs of a documentation comment, which empty lines separate.
  package static func prose(_ text: String) -> [Block] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { .paragraph(.prose($0.joined(separator: " "))) }
  }
}
