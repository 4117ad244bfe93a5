internal import SourceText

/// The values of one field that no predicate at hand tells apart.
struct FilterValueClass {
  /// One of the values.
  let example: FilterValue

  /// What each predicate of the field says of them.
  let holds: [Bool]

  /// Whether some of `holds` is a guess, made both ways, where CloudWatch or a regular expression
  /// decides.
  let isDoubtful: Bool

  /// The guesses that may be made for one value: two to this power of classes come from it.
  private static let mostGuesses = 6

  /// The classes that one field may have.
  private static let mostClasses = 2000

  /// Returns the classes into which the predicates of `field` divide the values as `reading` reads
  /// them, or `nil` if there are too many.
  static func all(
    of field: FilterQuestion.Field, reading: FilterReading
  ) -> [FilterValueClass]? {
    let predicates = field.predicates
    if field.selector.isAmbiguous {
      return guesses(for: .container, predicates, predicates.map { _ in nil })
    }
    guard let strings = field.strings else { return nil }
    let numbers = numbers(predicates)
    guard strings.count * numbers.count <= mostClasses else { return nil }
    let regexes = RegexCache()
    var classes: [FilterValueClass] = []
    for string in strings {
      let value = FilterValue.string(ExactText(string.example))
      // The class of a string is made by globs, and an expression may divide it further.
      let said = zip(predicates, string.says).map { predicate, known -> Bool? in
        predicate.isRegex && !string.isSole
          ? nil : known ?? reading.says(predicate, of: value, regexes)
      }
      guard let more = guesses(for: value, predicates, said) else { return nil }
      classes += more
    }
    for value in numbers + [.absent, .null, .boolean(true), .boolean(false), .container] {
      let said = predicates.map { reading.says($0, of: value, regexes) }
      guard let more = guesses(for: value, predicates, said) else { return nil }
      classes += more
    }
    if reading.comparesAcrossKinds, strings.count > 1, numbers.count > 1 {
      // A text that is a number is in a class by its looks and in one by its size.
      for string in strings {
        let value = FilterValue.string(ExactText(string.example))
        for number in numbers {
          let said = zip(predicates, string.says).map { predicate, known -> Bool? in
            guard !predicate.isRegex || string.isSole else { return nil }
            if predicate.isComparison { return reading.says(predicate, of: number, regexes) }
            return known ?? reading.says(predicate, of: value, regexes)
          }
          guard let more = guesses(for: value, predicates, said, isDoubtful: true) else {
            return nil
          }
          classes += more
        }
      }
    }
    return classes
  }

  /// Returns a class for every way to guess what is not said of `value` by `predicates`.
  private static func guesses(
    for value: FilterValue, _ predicates: [FilterPredicate], _ said: [Bool?],
    isDoubtful: Bool = false
  ) -> [FilterValueClass]? {
    let open = said.indices.filter { said[$0] == nil }
    guard open.count <= mostGuesses else { return nil }
    let known = said.map { $0 ?? false }
    if open.isEmpty {
      return [FilterValueClass(example: value, holds: known, isDoubtful: isDoubtful)]
    }
    let exists = predicates.firstIndex(of: .exists)
    let isMissing = predicates.firstIndex(of: .isMissing)
    return (0..<(1 << open.count)).compactMap { choice in
      var holds = known
      for (index, predicate) in open.enumerated() { holds[predicate] = choice >> index & 1 == 1 }
      // These two are opposites, whatever they say.
      if let exists, let isMissing, holds[exists] == holds[isMissing] { return nil }
      return FilterValueClass(example: value, holds: holds, isDoubtful: true)
    }
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
