internal import Diagnostics

/// Text with the places where it may be broken into lines, after Wadler and Oppen.
struct Document: Sendable {
  /// What a document is made of.
  indirect enum Content: Sendable {
    /// Text without line breaks.
    case text(String)
    /// Blanks that vanish at either end of a line.
    case space
    /// A line break, or `width` blanks in a group on one line.
    case line(width: Int)
    /// A line break wherever it stands.
    case hardline
    /// A wish for a blank line before what follows, if that starts a line.
    case blank
    /// A comment on lines of its own.
    case comment(String)
    /// A comment at the end of the line.
    case trailingComment(String)
    /// Documents one after the other.
    case concatenation([Document])
    /// A document whose line breaks are indented by two more blanks for each of `levels`.
    case nest(levels: Int, Document)
    /// A document that is on one line when it fits.
    case group(Document)
    /// A document that is on one line even when it does not fit.
    case flat(Document)
    /// A document that is there only when the group around it is broken.
    case ifBroken(Document)
    /// A value after `=` or `:`, on the same line or the next one.
    case value(Document, ValueStyle)
  }

  /// What it is made of.
  let content: Content

  /// Its size on one line.
  let measure: Measure

  /// Whether there is a place in it where a line may be broken.
  let isBreakable: Bool

  private init(_ content: Content, _ measure: Measure) {
    self.content = content
    self.measure = measure
    switch content {
    case .text, .space, .blank, .flat: isBreakable = false
    case .line, .hardline, .comment, .trailingComment, .value: isBreakable = true
    case .concatenation(let parts): isBreakable = parts.contains(where: \.isBreakable)
    case .nest(_, let inner), .group(let inner), .ifBroken(let inner):
      isBreakable = inner.isBreakable
    }
  }

  /// Nothing.
  static let empty = Document(.concatenation([]), Measure())

  /// One blank.
  static let space = Document(.space, Measure(width: 1))

  /// A line break, or a blank.
  static let line = Document(.line(width: 1), Measure(width: 1))

  /// A line break, or nothing.
  static let softline = Document(.line(width: 0), Measure())

  /// A line break, or the two blanks that stand between items.
  static let itemLine = Document(.line(width: 2), Measure(width: 2))

  /// A line break.
  static let hardline = Document(.hardline, Measure(isBroken: true))

  /// A blank line before what follows, if that starts a line.
  static let blank = Document(.blank, Measure())

  /// Returns `text`, which has no line breaks.
  static func text(_ text: String) -> Document {
    let measure = Measure(width: DisplayWidth.columns(of: text), hasText: !text.isEmpty)
    return Document(.text(text), measure)
  }

  /// Returns `comment` on a line of its own.
  static func comment(_ comment: String) -> Document {
    Document(.comment(comment), Measure(startsWithComment: true))
  }

  /// Returns `comment` at the end of the line of what is before it.
  static func trailingComment(_ comment: String) -> Document {
    Document(.trailingComment(comment), Measure(endsWithComment: true))
  }

  /// Returns `parts` one after the other.
  static func concatenation(_ parts: [Document]) -> Document {
    let measure = parts.reduce(Measure()) { $0.followed(by: $1.measure) }
    return Document(.concatenation(parts), measure)
  }

  /// Returns `document` with its line breaks indented `levels` deeper.
  static func nest(_ levels: Int = 1, _ document: Document) -> Document {
    Document(.nest(levels: levels, document), document.measure)
  }

  /// Returns `document`, on one line when it fits.
  static func group(_ document: Document) -> Document {
    Document(.group(document), document.measure)
  }

  /// Returns `document` on one line.
  static func flat(_ document: Document) -> Document {
    Document(.flat(document), document.measure)
  }

  /// Returns `document`, or nothing when the group around it is on one line.
  static func ifBroken(_ document: Document) -> Document {
    Document(.ifBroken(document), Measure())
  }

  /// Returns `value` as what stands after `=` or `:`.
  static func value(_ value: Document, _ style: ValueStyle) -> Document {
    let measure = Measure(width: 1).followed(by: value.measure)
    return Document(.value(value, style), measure)
  }

  static func + (left: Document, right: Document) -> Document {
    .concatenation([left, right])
  }
}
