package import SourceText

/// A filter pattern of plain terms, like `ERROR -debug` or `?ERROR ?WARN`, which looks at the text of
/// events.
package struct FilterTerms: Hashable, Sendable {
  /// What is looked for.
  package enum Term: Hashable, Sendable {
    /// A word or a phrase, letters as they are.
    case phrase(ExactText)

    /// A regular expression between `%`.
    case expression(RegexPattern)
  }

  /// The terms that must all be there.
  package let required: [Term]

  /// The terms of which one must be there, written with `?`.
  package let alternatives: [Term]

  /// The terms that must not be there, written with `-`.
  package let excluded: [Term]

  /// Creates the pattern that `text` writes, or returns `nil` when it is none.
  package init?(_ text: String) {
    var scanner = ByteScanner(text)
    var terms: [(mark: UInt8, term: Term)] = []
    while true {
      _ = scanner.take(while: ASCII.isSpace)
      guard let first = scanner.next else { break }
      var mark: UInt8 = 0
      if first == UInt8(ascii: "?") || first == UInt8(ascii: "-"), scanner.peek(1) != nil {
        mark = first
        scanner.offset += 1
      }
      guard let term = FilterTerms.term(&scanner) else { return nil }
      terms.append((mark, term))
    }
    guard !terms.isEmpty else { return nil }
    required = terms.filter { $0.mark == 0 }.map(\.term)
    alternatives = terms.filter { $0.mark == UInt8(ascii: "?") }.map(\.term)
    excluded = terms.filter { $0.mark == UInt8(ascii: "-") }.map(\.term)
  }

  private static func term(_ scanner: inout ByteScanner) -> Term? {
    let quote = UInt8(ascii: "\"")
    let percent = UInt8(ascii: "%")
    guard let first = scanner.next else { return nil }
    if first == quote || first == percent {
      scanner.offset += 1
      var bytes: [UInt8] = []
      while let byte = scanner.next, byte != first {
        if byte == 0x5C, let escaped = scanner.peek(1) {
          if first == percent || escaped != quote { bytes.append(byte) }
          bytes.append(escaped)
          scanner.offset += 2
        } else {
          bytes.append(byte)
          scanner.offset += 1
        }
      }
      guard scanner.skip(first), !bytes.isEmpty else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      guard first == percent else { return .phrase(ExactText(text)) }
      return (try? RegexPattern.parse(text)).map { .expression($0) }
    }
    let bytes = scanner.take { !ASCII.isSpace($0) && $0 != quote }
    return bytes.isEmpty ? nil : .phrase(ExactText(String(decoding: bytes, as: UTF8.self)))
  }

  /// Whether what the pattern means is documented: alternatives stand alone.
  var isDocumented: Bool {
    alternatives.isEmpty || required.isEmpty && excluded.isEmpty
  }

  /// Returns whether an event with this text matches; unknown where CloudWatch does not say.
  package func matches(_ text: String, _ regexes: RegexCache) -> Truth {
    guard isDocumented else { return .unknown }
    if !alternatives.isEmpty {
      return Truth.any(alternatives.map { FilterTerms.finds($0, in: text, regexes) })
    }
    return Truth.all(
      required.map { FilterTerms.finds($0, in: text, regexes) }
        + excluded.map { !FilterTerms.finds($0, in: text, regexes) })
  }

  /// Returns whether the term is in the text; whether a part of a word counts is not documented.
  private static func finds(_ term: Term, in text: String, _ regexes: RegexCache) -> Truth {
    switch term {
    case .expression(let regex):
      return regexes.matches(regex, in: text).decided.map { Truth($0) } ?? .unknown
    case .phrase(let phrase):
      let (bytes, wanted) = (Array(text.utf8), Array(phrase.text.utf8))
      var truth = Truth.false
      guard wanted.count <= bytes.count else { return .false }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start..<start + wanted.count].elementsEqual(wanted) {
        let end = start + wanted.count
        let isWhole =
          (start == 0 || !isWord(bytes[start - 1]) || !isWord(bytes[start]))
          && (end == bytes.count || !isWord(bytes[end]) || !isWord(bytes[end - 1]))
        if isWhole { return .true }
        truth = .unknown
      }
      return truth
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Returns whether this pattern matches every text that `other` matches.
  func covers(_ other: FilterTerms) -> FilterCoverage {
    if self == other || implied(by: other) { return .covers }
    guard isDocumented, other.isDocumented else { return .unknown(.unmodelledForm) }
    return gap(among: other.examples) ?? .unknown(.unmodelledForm)
  }

  /// Returns the first of `texts` that this pattern surely does not match, as a gap.
  func gap(among texts: [String]) -> FilterCoverage? {
    let regexes = RegexCache()
    return texts.first { matches($0, regexes) == .false }.map { .gap(FilterEvent(text: $0)) }
  }

  /// Texts that the pattern surely matches, among which each alternative has one.
  var examples: [String] {
    let regexes = RegexCache()
    let phrases = { (terms: [Term]) in
      terms.compactMap { if case .phrase(let phrase) = $0 { phrase.text } else { nil } }
    }
    let texts =
      alternatives.isEmpty ? [phrases(required).joined(separator: " ")] : phrases(alternatives)
    return texts.filter { matches($0, regexes) == .true }
  }

  /// Whether what the other demands has what this one demands among it.
  private func implied(by other: FilterTerms) -> Bool {
    guard isDocumented, other.isDocumented else { return false }
    if !alternatives.isEmpty {
      return other.alternatives.isEmpty
        ? other.required.contains(where: alternatives.contains)
        : other.alternatives.allSatisfy(alternatives.contains)
    }
    let isRequired = required.allSatisfy { term in
      other.required.contains(term)
        || !other.alternatives.isEmpty && other.alternatives.allSatisfy { $0 == term }
    }
    return isRequired && excluded.allSatisfy(other.excluded.contains)
  }
}

extension FilterEvent {
  /// Creates the event that is no JSON and has this text.
  package init(text: String) {
    self.init([Field(FilterSelector([]), .string(ExactText(text)))])
  }
}
