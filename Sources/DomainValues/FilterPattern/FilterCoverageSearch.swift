internal import SourceText

/// A search for an event that one condition matches and another does not.
///
/// The values of each field fall into few classes that no predicate of either condition tells
/// apart, so going through the classes is going through all events. A condition is evaluated as
/// soon as some fields have a class, and a branch is left when it is decided there.
struct FilterCoverageSearch {
  /// What is asked.
  private let question: FilterQuestion

  /// The classes of values of each field.
  private var classes: [[FilterValueClass]] = []

  /// The class that each field has so far.
  private var chosen: [FilterValueClass?]

  /// How this search reads what CloudWatch does not say.
  private let reading: FilterReading

  private var doubt: FilterEvent?
  private var steps = 0

  /// The predicates that one search may look up.
  private static let greatestSteps = 400_000

  /// Returns whether `covering` matches every event that `wanted` matches.
  static func search(
    _ covering: FilterCondition, covering wanted: FilterCondition
  ) -> FilterCoverage {
    // All readings must agree, or the answer depends on them.
    let question = FilterQuestion(covering, covering: wanted)
    let answers = FilterReading.all.map { reading in
      var search = FilterCoverageSearch(question, reading)
      return search.run()
    }
    if let undecided = answers.first(where: { $0.truth == .unknown }) { return undecided }
    let gaps = answers.filter { $0 != .covers }
    if case .gap(let event) = gaps.first, gaps.count < answers.count {
      return .unknown(.undocumented(event))
    }
    return gaps.first ?? .covers
  }

  private init(_ question: FilterQuestion, _ reading: FilterReading) {
    self.question = question
    self.reading = reading
    chosen = Array(repeating: nil, count: question.fields.count)
  }

  private mutating func run() -> FilterCoverage {
    for field in question.fields {
      guard let all = FilterValueClass.all(of: field, reading: reading) else {
        return .unknown(.limitExceeded)
      }
      classes.append(all)
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
    steps += 1 + question.size
    guard steps < FilterCoverageSearch.greatestSteps, index <= 500 else {
      steps = FilterCoverageSearch.greatestSteps
      return nil
    }
    let isWanted = question.wanted.evaluate(chosen)
    guard isWanted != .false else { return nil }
    let isCovered = question.covering.evaluate(chosen)
    guard isCovered != .true else { return nil }
    if isWanted == .true, isCovered == .false { return settle() }
    guard index < classes.count else { return nil }
    for candidate in classes[index] where isConsistent(candidate, at: index) {
      chosen[index] = candidate
      if let event = findGap(from: index + 1) { return event }
    }
    chosen[index] = nil
    return nil
  }

  /// Returns `true` iff an event can have `candidate` at the field `index` beside what is chosen:
  /// only an object or an array has something inside.
  private func isConsistent(_ candidate: FilterValueClass, at index: Int) -> Bool {
    let selector = question.fields[index].selector
    return question.fields[index].relatives.allSatisfy { other in
      guard let value = chosen[other] else { return true }
      return question.fields[other].selector.leads(through: selector)
        ? value.example == .absent || candidate.example == .container
        : candidate.example == .absent || value.example == .container
    }
  }

  /// Returns the event of the classes chosen, or notes it if one of them is in doubt.
  private mutating func settle() -> FilterEvent? {
    var fields: [FilterEvent.Field] = []
    var isDoubtful = false
    for (field, choice) in zip(question.fields, chosen) {
      guard let choice else { continue }
      fields.append(FilterEvent.Field(field.selector, choice.example))
      isDoubtful = isDoubtful || choice.isDoubtful
    }
    let event = FilterEvent(fields)
    if isDoubtful {
      doubt = doubt ?? event
      return nil
    }
    return event
  }
}
