/// The values of one field that no predicate at hand tells apart.
struct FilterValueClass {
  /// One of the values.
  let example: FilterValue

  /// What each predicate says of them.
  let holds: [FilterPredicate: Bool]

  /// Whether some of `holds` is a guess, made both ways, where CloudWatch or a regular expression
  /// decides.
  let isDoubtful: Bool

  /// The guesses that may be made for one value: two to this power of classes come from it.
  private static let mostGuesses = 6

  /// The classes that one field may have.
  private static let mostClasses = 2000

  /// Returns the classes into which `predicates` divide the values as `reading` reads them, or
  /// `nil` if there are too many.
  static func all(
    of predicates: [FilterPredicate], isAmbiguous: Bool, reading: FilterReading
  ) -> [FilterValueClass]? {
    if isAmbiguous {
      return guesses(for: .container, predicates.map { ($0, nil) })
    }
    guard let strings = strings(predicates) else { return nil }
    let numbers = numbers(predicates)
    guard strings.count * numbers.count <= mostClasses else { return nil }
    let regexes = RegexCache()
    var classes: [FilterValueClass] = []
    for value in strings + numbers + [.absent, .null, .boolean(true), .boolean(false), .container] {
      let said = predicates.map { predicate -> (FilterPredicate, Bool?) in
        // The class of a string is made by globs, and an expression may divide it further.
        let isDivided = predicate.isRegex && value.isString
        return (predicate, isDivided ? nil : reading.says(predicate, of: value, regexes))
      }
      guard let more = guesses(for: value, said) else { return nil }
      classes += more
    }
    if reading.comparesAcrossKinds, strings.count > 1, numbers.count > 1 {
      // A text that is a number is in a class by its looks and in one by its size.
      for string in strings {
        for number in numbers {
          let said = predicates.map { predicate -> (FilterPredicate, Bool?) in
            guard !predicate.isRegex else { return (predicate, nil) }
            let value = predicate.isComparison ? number : string
            return (predicate, reading.says(predicate, of: value, regexes))
          }
          guard let more = guesses(for: string, said, isDoubtful: true) else { return nil }
          classes += more
        }
      }
    }
    return classes
  }

  /// Returns a class for every way to guess what is not said.
  private static func guesses(
    for value: FilterValue, _ said: [(FilterPredicate, Bool?)], isDoubtful: Bool = false
  ) -> [FilterValueClass]? {
    let open = said.filter { $0.1 == nil }.map(\.0)
    guard open.count <= mostGuesses else { return nil }
    return (0..<(1 << open.count)).compactMap { choice in
      var holds: [FilterPredicate: Bool] = [:]
      for (predicate, truth) in said { holds[predicate] = truth }
      for (index, predicate) in open.enumerated() { holds[predicate] = choice >> index & 1 == 1 }
      // These two are opposites, whatever they say.
      if let exists = holds[.exists], holds[.isMissing] == exists { return nil }
      return FilterValueClass(example: value, holds: holds, isDoubtful: isDoubtful || !open.isEmpty)
    }
  }

  /// Returns a string for each way to match some of the globs and not the others.
  private static func strings(_ predicates: [FilterPredicate]) -> [FilterValue]? {
    var globs: [Glob] = []
    for predicate in predicates {
      switch predicate {
      case .matches(let glob), .differs(let glob): globs.append(glob)
      case .compares: break
      case .finds, .lacks, .isNull, .isBoolean, .exists, .isMissing: break
      }
    }
    return GlobSignatures.all(of: globs, limit: 10_000)?.map { .string($0.witness) }
  }

  /// Returns each number compared with, and one on each side of it.
  private static func numbers(_ predicates: [FilterPredicate]) -> [FilterValue] {
    var points: Set<Double> = []
    for predicate in predicates {
      if case .compares(_, let number) = predicate { points.insert(number) }
    }
    if points.isEmpty { return [.number(0)] }
    let sorted = points.sorted()
    var numbers: [Double] = []
    for (index, point) in sorted.enumerated() {
      if index == 0 { numbers.append(below(point)) }
      numbers.append(point)
      if index + 1 < sorted.count {
        let middle = point / 2 + sorted[index + 1] / 2
        // Neighbours have no number between them that this model could tell.
        if middle > point, middle < sorted[index + 1] { numbers.append(middle) }
      } else {
        numbers.append(above(point))
      }
    }
    return numbers.map(FilterValue.number)
  }

  private static func above(_ number: Double) -> Double {
    number + 1 > number ? number + 1 : number.nextUp
  }

  private static func below(_ number: Double) -> Double {
    number - 1 < number ? number - 1 : number.nextDown
  }
}

extension FilterPredicate {
  fileprivate var isRegex: Bool {
    switch self {
    case .finds, .lacks: true
    case .matches, .differs, .compares, .isNull, .isBoolean, .exists, .isMissing: false
    }
  }

  fileprivate var isComparison: Bool {
    switch self {
    case .compares: true
    case .matches, .differs, .finds, .lacks, .isNull, .isBoolean, .exists, .isMissing: false
    }
  }
}

extension FilterValue {
  fileprivate var isString: Bool {
    switch self {
    case .string: true
    case .absent, .null, .boolean, .number, .container: false
    }
  }
}
