/// The least coverage that is accepted.
package struct CoverageThresholds: Hashable, Sendable {
  private var percents: [CoverageKind: Int] = [:]

  /// Accepts any coverage.
  package init() {}

  /// Creates the thresholds that `text` writes, like `outcomes=100,branches=80`.
  package init(parsing text: String) throws(CoverageThresholdError) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let number = Int(sides[1]) else { throw .malformed(String(part)) }
      guard let kind = CoverageKind(rawValue: String(sides[0])) else {
        throw .unknownKind(String(sides[0]))
      }
      guard (0...100).contains(number) else { throw .outOfRange(String(sides[1])) }
      guard percents.updateValue(number, forKey: kind) == nil else { throw .repeated(kind) }
    }
  }

  /// Returns the percentage that is demanded of the kind, if one is.
  package func percent(of kind: CoverageKind) -> Int? { percents[kind] }
}

/// What is wrong with a text that should write thresholds.
package enum CoverageThresholdError: Error, Hashable, Sendable {
  /// The part is not a kind, `=` and a whole number.
  case malformed(String)
  /// There is no such kind of coverage.
  case unknownKind(String)
  /// The number is not from 0 to 100.
  case outOfRange(String)
  /// The kind is written twice.
  case repeated(CoverageKind)

  /// What is wrong, in one sentence.
  package var message: String {
    let kinds = CoverageKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return switch self {
    case .malformed(let text): "`\(text)` is not like `outcomes=100`"
    case .unknownKind(let text): "`\(text)` is not one of \(kinds)"
    case .outOfRange(let text): "`\(text)` is not a percentage from 0 to 100"
    case .repeated(let kind): "`\(kind.rawValue)` is written twice"
    }
  }
}
