internal import Diagnostics

/// Lays a document out in lines.
///
/// Each part is visited once, and what follows a group is looked at for as many columns as a line
/// has at most: the time is linear in the size of the document.
struct DocumentRenderer {
  /// A part that is still to be laid out.
  private struct Task {
    let indentation: Int
    let isFlat: Bool
    let document: Document
  }

  /// The columns of a line.
  static let width = 100

  /// The columns that each level of nesting adds.
  static let step = 2

  private var tasks: [Task] = []
  private var output: [UInt8] = []

  /// The columns of the line so far, its indentation included.
  private var column = 0

  /// Whether nothing is on the line yet; its indentation is written with what comes first.
  private var isAtLineStart = true

  /// The blanks before the next text, unless the line ends.
  private var spaces = 0

  /// Whether a comment has ended the line.
  private var isLineOver = false

  /// Whether a blank line is wanted before the next text, if that starts a line.
  private var wantsBlankLine = false

  private init() {}

  /// Returns the lines of `document`, each with its line break.
  static func render(_ document: Document) -> [UInt8] {
    var renderer = DocumentRenderer()
    renderer.tasks.append(Task(indentation: 0, isFlat: false, document: document))
    while let task = renderer.tasks.popLast() { renderer.run(task) }
    if !renderer.output.isEmpty, !renderer.isAtLineStart { renderer.output.append(0x0A) }
    return renderer.output
  }

  private mutating func run(_ task: Task) {
    switch task.document.content {
    case .text(let text): write(text, indentation: task.indentation)
    case .space: addSpaces(1)
    case .line(let width):
      if task.isFlat { addSpaces(width) } else { breakLine(task.indentation) }
    case .hardline: breakLine(task.indentation)
    case .blank: wantsBlankLine = true
    case .comment(let text):
      if !isAtLineStart { breakLine(task.indentation) }
      write(text, indentation: task.indentation)
      isLineOver = true
    case .trailingComment(let text):
      if !isAtLineStart, !isLineOver { spaces = 2 }
      write(text, indentation: task.indentation)
      isLineOver = true
    case .concatenation(let parts):
      for part in parts.reversed() { push(part, like: task) }
    case .nest(let levels, let inner):
      let indentation = task.indentation + levels * DocumentRenderer.step
      push(inner, indentation: indentation, isFlat: task.isFlat)
    case .group(let inner):
      let isFlat = task.isFlat || fits(inner.measure, indentation: task.indentation)
      push(inner, indentation: task.indentation, isFlat: isFlat)
    case .flat(let inner): push(inner, indentation: task.indentation, isFlat: true)
    case .ifBroken(let inner): if !task.isFlat { push(inner, like: task) }
    case .value(let value, let style): place(value, style, task)
    }
  }

  private mutating func push(_ document: Document, like task: Task) {
    push(document, indentation: task.indentation, isFlat: task.isFlat)
  }

  private mutating func push(_ document: Document, indentation: Int, isFlat: Bool) {
    tasks.append(Task(indentation: indentation, isFlat: isFlat, document: document))
  }

  /// Puts a value on this line or the next.
  private mutating func place(_ value: Document, _ style: ValueStyle, _ task: Task) {
    let measure = value.measure
    let indentation = task.indentation + DocumentRenderer.step
    let mustBreak = isLineOver || measure.startsWithComment
    if task.isFlat || (!mustBreak && fits(measure, after: column + 1)) {
      addSpaces(1)
      return push(value, indentation: task.indentation, isFlat: true)
    }
    if !mustBreak, startsHere(value, style, nextLine: indentation) {
      addSpaces(1)
      return push(value, like: task)
    }
    breakLine(indentation)
    push(value, indentation: indentation, isFlat: false)
  }

  /// Returns whether a value that does not fit on this line starts on it nevertheless.
  private func startsHere(_ value: Document, _ style: ValueStyle, nextLine: Int) -> Bool {
    let fitsNext = fits(value.measure, after: nextLine)
    if !value.isBreakable { return !fitsNext }
    switch style {
    case .indented: return false
    case .indentedOrBracketed where fitsNext: return false
    case .indentedOrBracketed, .bracketed:
      return column + 1 + width(before: [value], limit: DocumentRenderer.width)
        <= DocumentRenderer.width
    }
  }

  /// Returns whether text of this measure fits on the line, with what cannot be broken off it.
  private func fits(_ measure: Measure, indentation: Int) -> Bool {
    let isOnNextLine = isLineOver || (measure.startsWithComment && !isAtLineStart)
    return fits(measure, after: isOnNextLine ? indentation : column + spaces)
  }

  /// Returns whether text of this measure fits on a line with `column` columns taken.
  private func fits(_ measure: Measure, after column: Int) -> Bool {
    guard !measure.isBroken else { return false }
    let rest = DocumentRenderer.width - column - measure.width
    guard rest >= 0 else { return false }
    return measure.endsWithComment || restWidth(limit: rest) <= rest
  }

  /// Returns the columns, up to past `limit`, of what follows the current task up to where the
  /// line may be broken.
  private func restWidth(limit: Int) -> Int {
    var total = 0
    for task in tasks.reversed() {
      let (width, isEnd) = width(of: task.document, isFlat: task.isFlat, limit: limit - total)
      total += width
      if isEnd || total > limit { return total }
    }
    return total
  }

  /// Returns the columns, up to past `limit`, of `documents` up to where the line may be broken.
  private func width(before documents: [Document], limit: Int) -> Int {
    var total = 0
    for document in documents {
      let (width, isEnd) = width(of: document, isFlat: false, limit: limit - total)
      total += width
      if isEnd || total > limit { return total }
    }
    return total
  }

  /// Returns the columns of `document` up to where it may be broken, and whether it may.
  private func width(of document: Document, isFlat: Bool, limit: Int) -> (Int, isEnd: Bool) {
    if isFlat { return (document.measure.width, document.measure.endsWithComment) }
    switch document.content {
    case .text, .space, .flat: return (document.measure.width, false)
    case .line, .hardline, .comment, .trailingComment, .value: return (0, true)
    case .blank: return (0, false)
    case .nest(_, let inner), .group(let inner), .ifBroken(let inner):
      return width(of: inner, isFlat: false, limit: limit)
    case .concatenation(let parts):
      var total = 0
      for part in parts {
        let (width, isEnd) = width(of: part, isFlat: false, limit: limit - total)
        total += width
        if isEnd || total > limit { return (total, isEnd) }
      }
      return (total, false)
    }
  }

  private mutating func addSpaces(_ count: Int) {
    if !isAtLineStart, !isLineOver { spaces = Swift.max(spaces, count) }
  }

  private mutating func breakLine(_ indentation: Int) {
    output.append(0x0A)
    column = indentation
    isAtLineStart = true
    isLineOver = false
    spaces = 0
  }

  private mutating func write(_ text: String, indentation: Int) {
    guard !text.isEmpty else { return }
    if isLineOver { breakLine(indentation) }
    if isAtLineStart {
      if wantsBlankLine, mayHaveBlankLine { output.append(0x0A) }
      output.append(contentsOf: repeatElement(0x20, count: column))
    } else {
      output.append(contentsOf: repeatElement(0x20, count: spaces))
      column += spaces
    }
    wantsBlankLine = false
    isAtLineStart = false
    spaces = 0
    output.append(contentsOf: text.utf8)
    column += DisplayWidth.columns(of: text)
  }

  /// Whether a blank line may follow the line before: it opens no body.
  private var mayHaveBlankLine: Bool {
    guard let last = output.last(where: { $0 != 0x0A }) else { return false }
    return last != 0x7B && last != 0x5B && last != 0x28
  }
}
