package import SourceText

/// Renders diagnostics for people who read them in a terminal.
package struct TerminalRenderer: Sendable {
  /// Whether to use colour.
  private let isColoured: Bool

  /// Creates a renderer that uses ANSI colours iff `isColoured`.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Returns `diagnostic` with the lines it speaks of, ending with a line break.
  package func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
    let isError = diagnostic.severity == .error
    let head = style(
      "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]", isError ? "1;31" : "1;33")
    return render(
      head: head, diagnostic.message, at: diagnostic.primary, labels: diagnostic.labels,
      notes: diagnostic.notes, help: diagnostic.help, in: sources)
  }

  /// Returns `message`, of the kind `kind` called `name`, with the lines it speaks of, ending with
  /// a line break.
  package func render(
    kind: String, isGrave: Bool, name: String, _ message: String, at primary: SourceRange,
    labels: [Label], notes: [String], help: String?, in sources: SourceMap
  ) -> String {
    let head = style("\(kind)[\(name)]", isGrave ? "1;31" : "1;33")
    return render(
      head: head, message, at: primary, labels: labels, notes: notes, help: help, in: sources)
  }

  private func render(
    head: String, _ message: String, at primary: SourceRange, labels: [Label], notes: [String],
    help: String?, in sources: SourceMap
  ) -> String {
    var text = head + style(": \(expanded(message))\n", "1")
    text += window(primary, mark: "^", words: nil, in: sources)
    for label in labels {
      text += window(label.range, mark: "-", words: label.text, in: sources)
    }
    for note in notes { text += "  = note: \(expanded(note))\n" }
    if let help { text += "  = help: \(expanded(help))\n" }
    return text
  }

  /// Returns the first line of `range`, with the range marked below it.
  private func window(
    _ range: SourceRange, mark: Character, words: String?, in sources: SourceMap
  ) -> String {
    let file = sources[range.file]
    let number = file.lines.line(containing: range.lower)
    let offsets = file.lines.offsets(of: number)
    let lineEnd = Swift.max(offsets.upperBound, Int(range.lower))
    let markEnd = Swift.min(Int(range.upper), lineEnd)
    let before = part(offsets.lowerBound..<Int(range.lower), of: file, keepsEnd: true)
    let marked = part(Int(range.lower)..<markEnd, of: file, keepsEnd: false)
    let rest = part(markEnd..<lineEnd, of: file, keepsEnd: false)
    let gutter = String(repeating: " ", count: String(number).count)
    let carets = String(repeating: mark, count: Swift.max(1, DisplayWidth.columns(of: marked)))
    let indent = String(repeating: " ", count: DisplayWidth.columns(of: before))
    let location = sources.location(of: range)
    var text = style("\(gutter)--> ", "34") + expanded("\(location)") + "\n"
    text += style("\(number) | ", "34") + before + marked + rest + "\n"
    text += style("\(gutter) | ", "34") + indent + style(String(carets), mark == "^" ? "31" : "34")
    if let words { text += " " + expanded(words) }
    return text + "\n"
  }

  /// The most bytes that are shown before, in and after a mark: a file may be one line.
  private static let widest = 120

  /// Returns the text in `range`, of which only the end or the start is kept when it is long.
  private func part(_ range: Range<Int>, of file: SourceFile, keepsEnd: Bool) -> String {
    guard range.count > TerminalRenderer.widest else { return expanded(file.text(in: range)) }
    if keepsEnd {
      let kept = range.upperBound - TerminalRenderer.widest..<range.upperBound
      return "…" + expanded(file.text(in: kept))
    }
    let kept = range.lowerBound..<range.lowerBound + TerminalRenderer.widest
    return expanded(file.text(in: kept)) + "…"
  }

  /// Returns `text` with tabs as four spaces, and without line breaks and control characters.
  private func expanded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result += "    "
      case 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F..<0xA0: result += "\u{FFFD}"
      // Bidirectional controls would reorder the line a person reads.
      case _ where BidirectionalControl.contains(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns `text` in the ANSI style `code`, or as it is when colour is off.
  private func style(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
