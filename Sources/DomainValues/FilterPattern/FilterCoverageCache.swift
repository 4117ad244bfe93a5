/// What filter patterns catch of others, decided once for equal patterns.
///
/// Filters that many log groups have alike are asked the same again and again, and an answer takes
/// long to find. It is a class because answers add up while it is shared; it stays in one task.
package final class FilterCoverageCache {
  private struct Question: Hashable {
    let wanted: FilterPattern
    let patterns: [FilterPattern]
  }

  /// How many answers are kept; what strangers write must not fill the memory.
  private static let limit = 4096

  private var answers: [Question: FilterCoverage] = [:]

  /// Creates an empty cache.
  package init() {}

  /// Returns whether every event that `wanted` matches is matched by one of `patterns`.
  package func coverage(of wanted: FilterPattern, by patterns: [FilterPattern]) -> FilterCoverage {
    let question = Question(wanted: wanted, patterns: patterns)
    if let known = answers[question] { return known }
    let answer = FilterPattern.coverage(of: wanted, by: patterns)
    if answers.count < FilterCoverageCache.limit { answers[question] = answer }
    return answer
  }
}
