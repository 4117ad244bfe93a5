import DomainValues
import Foundation
import SourceText
import Testing

/// The cases of `Cases/filter-patterns.json`: which events patterns match, and which patterns cover
/// others.
struct FilterPatternCaseTests {
  struct Table: Decodable {
    let matches: [Match]
    let coverage: [Coverage]
  }

  /// A pattern and an event, JSON or plain text.
  struct Match: Decodable, CustomTestStringConvertible {
    let name: String
    let pattern: String
    var text: String?
    var event: Node?
    let expect: String

    var testDescription: String { name }
  }

  /// A pattern, and those that may cover it.
  struct Coverage: Decodable, CustomTestStringConvertible {
    let name: String
    let by: [String]
    let wanted: String
    let expect: String
    var gap: String?

    var testDescription: String { name }
  }

  static let table: Table? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/filter-patterns.json")
    return (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode(Table.self, from: $0)
    }
  }()

  @Test func thereAreManyCasesOfEveryAnswer() throws {
    let table = try #require(Self.table)
    #expect(table.matches.count >= 80 && table.coverage.count >= 45)
    for answer in ["true", "false", "unknown"] {
      #expect(table.matches.count { $0.expect == answer } >= 8)
      #expect(table.coverage.count { $0.expect == answer } >= 8)
    }
  }

  @Test(arguments: table?.matches ?? [])
  func aPatternMatchesOrDoesNot(_ match: Match) throws {
    let pattern = try FilterPattern.parse(match.pattern)
    let regexes = RegexCache()
    if let text = match.text {
      #expect(pattern.matches(text: text, regexes).description == match.expect)
    } else {
      let event = FilterEvent(
        pattern.selectors.map { .init($0, match.event?.value(at: $0.steps[...]) ?? .absent) })
      #expect(pattern.matches(event, regexes).description == match.expect)
    }
  }

  @Test(arguments: table?.coverage ?? [])
  func aPatternIsCoveredOrNot(_ question: Coverage) throws {
    let wanted = try FilterPattern.parse(question.wanted)
    let patterns = try question.by.map { try FilterPattern.parse($0) }
    let found = FilterPattern.coverage(of: wanted, by: patterns)
    #expect(found.truth.description == question.expect, "\(found)")
    if let only = patterns.first, patterns.count == 1 {
      #expect(only.covers(wanted).truth == found.truth)
    }
    guard case .gap(let event) = found else { return }
    if let gap = question.gap { #expect(event.description == gap) }
    // The event that shows the gap is one.
    let regexes = RegexCache()
    for (pattern, isMissed) in [(wanted, false)] + patterns.map({ ($0, true) }) {
      let truth =
        if event.fields.count == 1, event.fields[0].selector.steps.isEmpty,
          case .string(let text) = event.fields[0].value
        { pattern.matches(text: text.text, regexes) } else { pattern.matches(event, regexes) }
      #expect(truth != (isMissed ? .true : .false), "\(pattern) and \(event)")
    }
  }
}

/// JSON, by its paths.
indirect enum Node: Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case list([Node])
  case object([String: Node])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Node].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: Node].self))
    }
  }

  /// Returns what a filter pattern reads at the path.
  func value(at steps: ArraySlice<FilterSelector.Step>) -> FilterValue {
    guard let step = steps.first else {
      switch self {
      case .null: return .null
      case .boolean(let value): return .boolean(value)
      case .number(let value): return .number(value)
      case .string(let value): return .string(ExactText(value))
      case .list, .object: return .container
      }
    }
    switch (step, self) {
    case (.member(let name), .object(let members)):
      return members[name.text]?.value(at: steps.dropFirst()) ?? .absent
    case (.element(let index), .list(let elements)):
      let place = Int(index)
      return elements.indices.contains(place)
        ? elements[place].value(at: steps.dropFirst()) : .absent
    default: return .absent
    }
  }
}

extension FilterPattern {
  /// The paths that the pattern looks at.
  fileprivate var selectors: [FilterSelector] {
    guard case .json(let condition) = form else { return [] }
    return Array(Set(condition.selectors))
  }
}

extension FilterCondition {
  fileprivate var selectors: [FilterSelector] {
    switch self {
    case .field(let selector, _): [selector]
    case .all(let parts), .any(let parts): parts.flatMap(\.selectors)
    }
  }
}
