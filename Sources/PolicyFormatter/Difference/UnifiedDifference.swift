internal import SourceText

/// The difference between two texts as `diff -u` prints it.
package enum UnifiedDifference {
  /// The lines that are shown around a change.
  private static let context = 3

  /// Returns the difference between two versions of the file `name`; empty when there is none.
  package static func render(from old: [UInt8], to new: [UInt8], name: String) -> String {
    guard old != new else { return "" }
    let (oldLines, newLines) = (lines(old), lines(new))
    let steps = LineDifference.steps(from: oldLines, to: newLines)
    let name = name.safeOnTerminal
    var text = "--- \(name)\n+++ \(name)\n"
    for range in hunks(steps) {
      text += header(steps, range)
      for step in steps[range] {
        switch step {
        case .keep(let index, _): text += " " + line(oldLines[index])
        case .remove(let index): text += "-" + line(oldLines[index])
        case .insert(let index): text += "+" + line(newLines[index])
        }
      }
    }
    return text
  }

  /// Returns the lines of a text, each with its line break.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(String(decoding: bytes[start...index], as: UTF8.self))
      start = index + 1
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }

  /// Returns a line as it is printed.
  private static func line(_ text: String) -> String {
    text.utf8.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
  }

  /// Returns the ranges of steps that are printed, with the context of their changes.
  private static func hunks(_ steps: [LineDifference.Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() {
      if case .keep = step { continue }
      let lower = Swift.max(0, index - context)
      let upper = Swift.min(steps.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= lower {
        hunks[hunks.count - 1] = last.lowerBound..<upper
      } else {
        hunks.append(lower..<upper)
      }
    }
    return hunks
  }

  /// Returns `@@ -first,count +first,count @@`, with 1-based lines.
  private static func header(_ steps: [LineDifference.Step], _ range: Range<Int>) -> String {
    let before = counts(steps[..<range.lowerBound])
    let inside = counts(steps[range])
    // A range without lines is named after the line before it.
    let oldFirst = before.old + (inside.old > 0 ? 1 : 0)
    let newFirst = before.new + (inside.new > 0 ? 1 : 0)
    return "@@ -\(oldFirst),\(inside.old) +\(newFirst),\(inside.new) @@\n"
  }

  /// Returns how many lines of either text the steps go over.
  private static func counts(_ steps: ArraySlice<LineDifference.Step>) -> (old: Int, new: Int) {
    steps.reduce(into: (old: 0, new: 0)) { counts, step in
      switch step {
      case .keep: counts = (counts.old + 1, counts.new + 1)
      case .remove: counts.old += 1
      case .insert: counts.new += 1
      }
    }
  }
}
