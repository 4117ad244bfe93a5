/// What a filter pattern demands of an event.
package enum FilterCondition: Hashable, Sendable {
  /// The field is as the predicate demands.
  case field(FilterSelector, FilterPredicate)

  /// Every one holds.
  indirect case all([FilterCondition])

  /// One of them holds.
  indirect case any([FilterCondition])

  /// Returns whether the condition holds, given for each field and predicate whether it does.
  func evaluate(_ holds: (FilterSelector, FilterPredicate) -> Truth) -> Truth {
    switch self {
    case .field(let selector, let predicate): return holds(selector, predicate)
    case .all(let parts):
      var truth = Truth.true
      for part in parts where truth != .false { truth = truth && part.evaluate(holds) }
      return truth
    case .any(let parts):
      var truth = Truth.false
      for part in parts where truth != .true { truth = truth || part.evaluate(holds) }
      return truth
    }
  }
}

extension FilterCondition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .field(let selector, let predicate): "\(selector) \(predicate)"
    case .all(let parts): FilterCondition.joined(parts, by: " && ")
    case .any(let parts): FilterCondition.joined(parts, by: " || ")
    }
  }

  private static func joined(_ parts: [FilterCondition], by connective: String) -> String {
    parts.map { "(\($0))" }.joined(separator: connective)
  }
}
