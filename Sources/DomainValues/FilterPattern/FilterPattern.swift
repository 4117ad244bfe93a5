package import SourceText

/// A pattern that chooses log events in CloudWatch Logs.
package struct FilterPattern: Hashable, Sendable {
  /// The languages a pattern can be written in.
  package enum Form: Hashable, Sendable {
    /// The empty pattern, which every event matches.
    case everything

    /// A condition on the fields of JSON events, in braces.
    case json(FilterCondition)

    /// Terms that are looked for in the text of an event, as `FilterTerms` reads them.
    case terms(ExactText)

    /// Fields of events delimited by spaces, in brackets; their meaning is not modelled.
    case delimited(ExactText)
  }

  /// What the pattern demands.
  package let form: Form

  /// Creates the pattern of `form`.
  package init(_ form: Form) {
    self.form = form
  }

  /// Returns the pattern that `text` writes.
  package static func parse(_ text: String) throws(ValueError) -> FilterPattern {
    var scanner = ByteScanner(text)
    _ = scanner.take(while: ASCII.isSpace)
    switch scanner.next {
    case nil: return FilterPattern(.everything)
    case UInt8(ascii: "{"):
      var parser = FilterParser(text)
      return FilterPattern(.json(try parser.parsePattern()))
    case UInt8(ascii: "["):
      guard text.utf8.last(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "]") else {
        throw .malformedFilterPattern(offset: text.utf8.count, expected: "`]`")
      }
      return FilterPattern(.delimited(ExactText(text)))
    default: return FilterPattern(.terms(ExactText(text)))
    }
  }

  /// Returns whether `event` matches; unknown where CloudWatch does not say, and for the forms
  /// that are not modelled.
  package func matches(_ event: FilterEvent, _ regexes: RegexCache) -> Truth {
    switch form {
    case .everything: .true
    case .json(let condition): condition.evaluate { $1.holds(for: event[$0], regexes) }
    case .terms, .delimited: .unknown
    }
  }

  /// Returns whether an event that is no JSON and has this text matches.
  package func matches(text: String, _ regexes: RegexCache) -> Truth {
    switch form {
    case .everything: .true
    case .json: .false
    case .terms(let terms): FilterTerms(terms.text)?.matches(text, regexes) ?? .unknown
    case .delimited: .unknown
    }
  }
}

extension FilterPattern: CustomStringConvertible {
  package var description: String {
    switch form {
    case .everything: ""
    case .json(let condition): "{ \(condition) }"
    case .terms(let text), .delimited(let text): text.text
    }
  }
}
