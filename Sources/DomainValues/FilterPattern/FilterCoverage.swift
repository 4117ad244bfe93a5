internal import SourceText

/// Whether one filter pattern catches every event that another does.
package enum FilterCoverage: Hashable, Sendable {
  /// It does.
  case covers

  /// It does not: the other pattern matches this event, and it does not.
  case gap(FilterEvent)

  /// It is not decided.
  case unknown(Reason)

  /// Why coverage is not decided.
  package enum Reason: Hashable, Sendable {
    /// A pattern is not in the form for JSON events.
    case unmodelledForm

    /// The answer depends on what CloudWatch does not say about this field, or on a regular
    /// expression.
    case undocumented(FilterEvent)

    /// There are too many cases to go through.
    case limitExceeded
  }

  /// The answer without its grounds.
  package var truth: Truth {
    switch self {
    case .covers: .true
    case .gap: .false
    case .unknown: .unknown
    }
  }
}

extension FilterCoverage: CustomStringConvertible {
  package var description: String {
    switch self {
    case .covers: "covers"
    case .gap(let event): "misses an event in which \(event)"
    case .unknown(.unmodelledForm): "cannot be decided for patterns that are not in braces"
    case .unknown(.undocumented(let event)): "depends on how an event is read in which \(event)"
    case .unknown(.limitExceeded): "takes too long to decide"
    }
  }
}

extension FilterPattern {
  /// Returns whether this pattern matches every event that `other` matches.
  package func covers(_ other: FilterPattern) -> FilterCoverage {
    if self == other { return .covers }
    switch (form, other.form) {
    case (.everything, _): return .covers
    case (.json(let mine), .json(let theirs)):
      return FilterCoverageSearch.search(mine, covering: theirs)
    case (.json(let mine), .everything):
      return FilterCoverageSearch.search(mine, covering: .all([]))
    case (.terms(let mine), .terms(let theirs)):
      guard let mine = FilterTerms(mine.text), let theirs = FilterTerms(theirs.text) else {
        return .unknown(.unmodelledForm)
      }
      return mine.covers(theirs)
    case (.terms(let mine), .everything):
      return FilterTerms(mine.text)?.gap(among: ["", "x"]) ?? .unknown(.unmodelledForm)
    case (.json, .terms(let theirs)):
      // A pattern in braces matches JSON only.
      let examples = FilterTerms(theirs.text)?.examples ?? []
      guard let example = examples.first(where: { $0.utf8.first != UInt8(ascii: "{") }) else {
        return .unknown(.unmodelledForm)
      }
      return .gap(FilterEvent(text: example))
    case (.terms, .json), (.terms, .delimited), (.delimited, _), (.json, .delimited):
      return .unknown(.unmodelledForm)
    }
  }

  /// Returns whether every event that `wanted` matches is matched by one of `patterns`, among which
  /// people split a list that is too long for one.
  package static func coverage(
    of wanted: FilterPattern, by patterns: [FilterPattern]
  ) -> FilterCoverage {
    if patterns.contains(where: { $0 == wanted || $0.form == .everything }) { return .covers }
    if patterns.count == 1 { return patterns[0].covers(wanted) }
    switch wanted.form {
    case .terms, .delimited:
      // Patterns of these forms do not add up, as far as it is known.
      if patterns.contains(where: { $0.covers(wanted) == .covers }) { return .covers }
    case .everything, .json: break
    }
    var conditions: [FilterCondition] = []
    for pattern in patterns {
      if case .json(let condition) = pattern.form { conditions.append(condition) }
    }
    let found = FilterPattern(.json(.any(conditions))).covers(wanted)
    // What is not modelled might catch the rest.
    let hasOther = conditions.count < patterns.count
    return hasOther && found != .covers ? .unknown(.unmodelledForm) : found
  }
}
