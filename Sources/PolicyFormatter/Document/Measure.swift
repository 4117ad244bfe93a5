/// What is known of a document without laying it out.
struct Measure: Sendable {
  /// The columns it takes on one line.
  var width = 0

  /// Whether there is text in it that is no comment.
  var hasText = false

  /// Whether it cannot be on one line.
  var isBroken = false

  /// Whether a comment on a line of its own is before all text.
  var startsWithComment = false

  /// Whether a comment that ends its line is after all text.
  var endsWithComment = false

  /// Returns the measure of a document with this measure and one with `next` after it.
  func followed(by next: Measure) -> Measure {
    let isInterrupted =
      hasText && (next.startsWithComment || (endsWithComment && next.hasText))
    return Measure(
      width: width + next.width,
      hasText: hasText || next.hasText,
      isBroken: isBroken || next.isBroken || isInterrupted,
      startsWithComment: startsWithComment || (!hasText && next.startsWithComment),
      endsWithComment: next.endsWithComment || (endsWithComment && !next.hasText))
  }
}
