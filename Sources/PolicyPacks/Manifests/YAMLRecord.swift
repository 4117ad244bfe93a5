internal import Diagnostics
internal import DomainValues
internal import SourceText
internal import StructuredText

/// A mapping of a YAML text that is read strictly: every key is known, every value of its kind.
struct YAMLRecord {
  /// What was reported so far.
  var diagnostics: DiagnosticSet

  private let node: YAMLNode
  private let what: String

  /// Creates the reader of `node`, which is called `what` in messages and may have `keys`.
  init(_ node: YAMLNode, of what: String, keys: [String], diagnostics: DiagnosticSet) {
    self.node = node
    self.what = what
    self.diagnostics = diagnostics
    guard let members = node.mapping else {
      self.diagnostics.insert(
        .wrongYAMLKind("\(what): a mapping with the key `\(keys[0])`", at: node.range))
      return
    }
    for (key, _) in members where !keys.contains(key.scalar?.text ?? "") {
      self.diagnostics.insert(
        .unknownYAMLKey(key.scalar?.text ?? "", known: keys, at: key.range))
    }
  }

  /// The place of the whole mapping.
  var range: SourceRange { node.range }

  /// Returns the value of `key`, if there is one.
  func member(_ key: String) -> YAMLNode? { node.member(key) }

  /// Returns the value of `key`, or `nil` after reporting that there is none.
  mutating func demand(_ key: String) -> YAMLNode? {
    if let value = node.member(key) { return value }
    if node.mapping != nil {
      diagnostics.insert(.missingYAMLKey(key, of: what, at: node.range.start))
    }
    return nil
  }

  /// Returns the text that `key` must have.
  mutating func text(_ key: String) -> String? {
    guard let value = demand(key) else { return nil }
    return text(value)
  }

  /// Returns the text that `key` may have.
  mutating func optionalText(_ key: String) -> String? {
    node.member(key).flatMap { text($0) }
  }

  /// Returns the text `value` holds, which may not be empty, or as good as empty.
  mutating func text(_ value: YAMLNode) -> String? {
    let text = value.string ?? ""
    guard text.unicodeScalars.contains(where: YAMLRecord.isSeen) else {
      let isBlank = !text.isEmpty
      diagnostics.insert(
        .wrongYAMLKind(isBlank ? "text, and not only blanks" : "text", at: value.range))
      return nil
    }
    return text
  }

  /// Whether somebody who reads it sees more of it than that there is room.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
      && properties.generalCategory != .control
  }

  /// Returns the name that `key` must have: letters, digits, `-`, `_` and `.`, which is not the first.
  ///
  /// Pages are written to files that are called by names; `..` would lead out of their folder, and
  /// what starts with a dot is hidden.
  mutating func name(_ key: String) -> String? {
    guard let value = demand(key) else { return nil }
    let text = value.string ?? ""
    guard let first = text.utf8.first, first != UInt8(ascii: "."), text.utf8.count <= 100,
      text.utf8.allSatisfy(YAMLRecord.isNameByte)
    else {
      diagnostics.insert(
        .wrongYAMLKind(
          "a name of letters, digits, `-`, `_` and `.`, which is not the first", at: value.range))
      return nil
    }
    return text
  }

  /// Returns the id that `key` must have, as its author writes it: anything that can be read in a line
  /// and that no line of a report is torn by.
  mutating func id(_ key: String) -> String? {
    guard let value = demand(key) else { return nil }
    let text = value.string ?? ""
    guard text.utf8.count <= 100, text.unicodeScalars.contains(where: YAMLRecord.isSeen),
      text == text.safeOnTerminal
    else {
      diagnostics.insert(
        .wrongYAMLKind("an id: text in one line, without control characters", at: value.range))
      return nil
    }
    return text
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// Returns the version that `key` must have.
  mutating func version(_ key: String) -> Version? {
    guard let value = demand(key) else { return nil }
    return version(value)
  }

  /// Returns the version that `value` holds.
  mutating func version(_ value: YAMLNode) -> Version? {
    do {
      return try Version.parse(value.string ?? "")
    } catch {
      diagnostics.insert(.wrongYAMLKind("a version, such as `1.4.0`", at: value.range))
      return nil
    }
  }

  /// Returns the boolean that `key` may have.
  mutating func boolean(_ key: String) -> Bool? {
    guard let value = node.member(key) else { return nil }
    if value.boolean == nil {
      diagnostics.insert(.wrongYAMLKind("`true` or `false`", at: value.range))
    }
    return value.boolean
  }

  /// Returns which of `words` the value of `key`, which must be there, is.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ words: Word.Type
  ) -> Word? {
    guard let value = demand(key) else { return nil }
    if let word = Word(rawValue: value.string ?? "") { return word }
    let list = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    diagnostics.insert(.wrongYAMLKind(list, at: value.range))
    return nil
  }

  /// Returns which of `words` the value of `key`, which may be there, is.
  mutating func optionalWord<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ words: Word.Type
  ) -> Word? {
    node.member(key) == nil ? nil : word(key, words)
  }

  /// Returns the texts of the list that `key` may have.
  mutating func texts(_ key: String) -> [String] {
    elements(key, "a list of texts").compactMap { text($0) }
  }

  /// Returns the elements of the list, called `expected`, that `key` may have.
  mutating func elements(_ key: String, _ expected: String) -> [YAMLNode] {
    guard let value = node.member(key) else { return [] }
    guard let elements = value.sequence else {
      diagnostics.insert(.wrongYAMLKind(expected, at: value.range))
      return []
    }
    return elements
  }

  /// Returns the members of the mapping that `key` may have.
  mutating func entries(_ key: String) -> [(key: YAMLNode, value: YAMLNode)] {
    guard let value = node.member(key) else { return [] }
    guard let members = value.mapping else {
      diagnostics.insert(.wrongYAMLKind("a mapping", at: value.range))
      return []
    }
    return members
  }

  /// Returns the whole number above 0 that `key` may have.
  mutating func count(_ key: String) -> Int? {
    guard let value = node.member(key) else { return nil }
    guard let number = value.integer, number > 0, let count = Int(exactly: number) else {
      diagnostics.insert(.wrongYAMLKind("a whole number above 0", at: value.range))
      return nil
    }
    return count
  }

  /// Returns the duration above 0 that `key` may have.
  mutating func duration(_ key: String) -> PolicyDuration? {
    guard let value = node.member(key) else { return nil }
    do {
      let duration = try PolicyDuration.parse(value.string ?? "")
      if duration.milliseconds > 0 { return duration }
    } catch {
      diagnostics.insert(.wrongYAMLKind("a duration, such as `90d`", at: value.range))
      return nil
    }
    diagnostics.insert(.wrongYAMLKind("a duration above 0, such as `90d`", at: value.range))
    return nil
  }

  /// Reports the list or mapping that `key` may have when there is nothing in it, which could be taken
  /// for everything or be meant to be.
  mutating func refuseEmpty(_ key: String, _ expected: String = "at least one") {
    guard let value = node.member(key) else { return }
    guard value.sequence?.isEmpty == true || value.mapping?.isEmpty == true else { return }
    diagnostics.insert(.wrongYAMLKind(expected, at: value.range))
  }

  /// Returns the start of the day, in UTC, that `key` must have.
  mutating func day(_ key: String) -> Timestamp? {
    guard let value = demand(key) else { return nil }
    // Nothing but a day: a time would invite the question of what it means.
    let text = (value.string ?? "").prefix { $0 != "T" && $0 != "t" && $0 != " " }
    do {
      if text == value.string ?? "" { return try Timestamp.parse(String(text)) }
    } catch {
      diagnostics.insert(.wrongYAMLKind("a day, such as `2026-12-31`", at: value.range))
      return nil
    }
    diagnostics.insert(.wrongYAMLKind("a day without a time", at: value.range))
    return nil
  }
}
