/// A search for an event that one condition matches and another does not.
///
/// The values of each field fall into few classes that no predicate of either condition tells
/// apart, so going through the classes is going through all events. A condition is evaluated as
/// soon as some fields have a class, and a branch is left when it is decided there.
struct FilterCoverageSearch {
  /// The condition that should match whenever `wanted` does.
  private let covering: FilterCondition
  private let wanted: FilterCondition

  /// The fields, those of `wanted` first, each with its classes of values.
  private var fields: [(selector: FilterSelector, classes: [FilterValueClass])] = []

  /// The class that each field has so far.
  private var chosen: [FilterSelector: FilterValueClass] = [:]

  /// How this search reads what CloudWatch does not say.
  private let reading: FilterReading

  private var doubt: FilterEvent?
  private var steps = 0

  /// The predicates that one search may look up.
  private static let greatestSteps = 400_000

  /// The predicates that both conditions have.
  private var size = 0

  /// Returns whether `covering` matches every event that `wanted` matches.
  static func search(
    _ covering: FilterCondition, covering wanted: FilterCondition
  ) -> FilterCoverage {
    // All readings must agree, or the answer depends on them.
    let answers = FilterReading.all.map { reading in
      var search = FilterCoverageSearch(covering, wanted, reading)
      return search.run()
    }
    if let undecided = answers.first(where: { $0.truth == .unknown }) { return undecided }
    let gaps = answers.filter { $0 != .covers }
    if case .gap(let event) = gaps.first, gaps.count < answers.count {
      return .unknown(.undocumented(event))
    }
    return gaps.first ?? .covers
  }

  private init(
    _ covering: FilterCondition, _ wanted: FilterCondition, _ reading: FilterReading
  ) {
    self.covering = covering
    self.wanted = wanted
    self.reading = reading
  }

  private mutating func run() -> FilterCoverage {
    var selectors: [FilterSelector] = []
    var predicates: [FilterSelector: [FilterPredicate]] = [:]
    for condition in [wanted, covering] {
      condition.forEachField { selector, predicate in
        size += 1
        if predicates[selector] == nil { selectors.append(selector) }
        if predicates[selector]?.contains(predicate) != true {
          predicates[selector, default: []].append(predicate)
        }
      }
    }
    for selector in selectors {
      guard
        let classes = FilterValueClass.all(
          of: predicates[selector] ?? [], isAmbiguous: selector.isAmbiguous, reading: reading)
      else { return .unknown(.limitExceeded) }
      fields.append((selector, classes))
    }
    if let event = findGap(from: 0) { return .gap(event) }
    if steps >= FilterCoverageSearch.greatestSteps { return .unknown(.limitExceeded) }
    return doubt.map { .unknown(.undocumented($0)) } ?? .covers
  }

  /// Returns an event that `wanted` matches and `covering` does not, given the classes chosen for
  /// the fields before `index`; notes the event if it hangs on a class that is in doubt.
  ///
  /// The depth of the recursion is the number of fields; a pattern of the greatest length that
  /// CloudWatch takes has some hundred.
  private mutating func findGap(from index: Int) -> FilterEvent? {
    steps += 1 + size
    guard steps < FilterCoverageSearch.greatestSteps, index <= 500 else {
      steps = FilterCoverageSearch.greatestSteps
      return nil
    }
    let isWanted = evaluate(wanted)
    guard isWanted != .false else { return nil }
    let isCovered = evaluate(covering)
    guard isCovered != .true else { return nil }
    if isWanted == .true, isCovered == .false { return settle() }
    guard index < fields.count else { return nil }
    let (selector, classes) = fields[index]
    for candidate in classes where isConsistent(candidate, at: selector) {
      chosen[selector] = candidate
      if let event = findGap(from: index + 1) { return event }
    }
    chosen[selector] = nil
    return nil
  }

  private func evaluate(_ condition: FilterCondition) -> Truth {
    condition.evaluate { selector, predicate in
      chosen[selector]?.holds[predicate].map(Truth.init) ?? .unknown
    }
  }

  /// Returns `true` iff an event can have `candidate` at `selector` beside what is chosen: only an
  /// object or an array has something inside.
  private func isConsistent(_ candidate: FilterValueClass, at selector: FilterSelector) -> Bool {
    chosen.allSatisfy { other, value in
      if other.leads(through: selector) {
        return value.example == .absent || candidate.example == .container
      }
      if selector.leads(through: other) {
        return candidate.example == .absent || value.example == .container
      }
      return true
    }
  }

  /// Returns the event of the classes chosen, or notes it if one of them is in doubt.
  private mutating func settle() -> FilterEvent? {
    let event = FilterEvent(chosen.map { FilterEvent.Field($0.key, $0.value.example) })
    if chosen.values.contains(where: \.isDoubtful) {
      doubt = doubt ?? event
      return nil
    }
    return event
  }
}

extension FilterCondition {
  /// Calls `body` with each field and what is demanded of it, from left to right.
  fileprivate func forEachField(_ body: (FilterSelector, FilterPredicate) -> Void) {
    switch self {
    case .field(let selector, let predicate): body(selector, predicate)
    case .all(let parts), .any(let parts): for part in parts { part.forEachField(body) }
    }
  }
}
