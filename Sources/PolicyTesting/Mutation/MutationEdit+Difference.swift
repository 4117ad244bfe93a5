package import SourceText

extension MutationEdit {
  /// Returns the lines that the edit changes, before and after, each as one line without the
  /// blanks around it.
  package func difference(in sources: SourceMap) -> (before: [String], after: [String]) {
    guard let change = textEdit(in: sources) else {
      return ([OneLine.text(sources.text(in: range), width: 100)], [])
    }
    let file = sources[change.range.file]
    let first = file.lines.offsets(of: file.lines.line(containing: change.range.lower))
    let last = file.lines.offsets(of: file.lines.line(containing: change.range.upper))
    let (lower, upper) = (Int(change.range.lower), Int(change.range.upper))
    let end = max(last.upperBound, upper)
    let before = file.text(in: first.lowerBound..<end)
    let after =
      file.text(in: first.lowerBound..<lower) + change.replacement + file.text(in: upper..<end)
    return (MutationEdit.lines(before), MutationEdit.lines(after))
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { OneLine.text(String($0), width: 160) }
  }
}
