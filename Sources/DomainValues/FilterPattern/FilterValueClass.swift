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

  /// Returns the classes into which `predicates` divide the values, or `nil` if there are too
  /// many.
  static func all(
    of predicates: [FilterPredicate], isAmbiguous: Bool, differsFromAbsent: Bool
  ) -> [FilterValueClass]? {
    if isAmbiguous {
      return guesses(for: .container, predicates.map { ($0, nil) })
    }
    guard let strings = strings(predicates) else { return nil }
    let values =
      strings + numbers(predicates) + [.absent, .null, .boolean(true), .boolean(false), .container]
    var classes: [FilterValueClass] = []
    let regexes = RegexCache()
    for value in values {
      let said = predicates.map { predicate -> (FilterPredicate, Bool?) in
        switch predicate {
        case .differs, .lacks:
          if value == .absent { return (predicate, differsFromAbsent) }
        case .compares(.notEqual, _):
          if value == .absent { return (predicate, differsFromAbsent) }
        case .matches, .compares, .finds, .isNull, .isBoolean, .exists, .isMissing:
          break
        }
        return (predicate, predicate.isDecidedByClass(of: value, regexes))
      }
      guard let more = guesses(for: value, said) else { return nil }
      classes += more
    }
    return classes
  }

  /// Returns a class for every way to guess what is not said.
  private static func guesses(
    for value: FilterValue, _ said: [(FilterPredicate, Bool?)]
  ) -> [FilterValueClass]? {
    let open = said.filter { $0.1 == nil }.map(\.0)
    guard open.count <= mostGuesses else { return nil }
    return (0..<(1 << open.count)).compactMap { choice in
      var holds: [FilterPredicate: Bool] = [:]
      for (predicate, truth) in said { holds[predicate] = truth }
      for (index, predicate) in open.enumerated() { holds[predicate] = choice >> index & 1 == 1 }
      // These two are opposites, whatever they say.
      if let exists = holds[.exists], holds[.isMissing] == exists { return nil }
      return FilterValueClass(example: value, holds: holds, isDoubtful: !open.isEmpty)
    }
  }

  /// Returns a string for each way to match some of the globs and not the others.
  private static func strings(_ predicates: [FilterPredicate]) -> [FilterValue]? {
    var globs: [Glob] = []
    for predicate in predicates {
      switch predicate {
      case .matches(let glob), .differs(let glob): globs.append(glob)
      case .compares(_, let number):
        // A string that writes the number is a case of its own, because it is in doubt.
        globs.append(Glob(exactly: FilterPredicate.text(of: number)))
      case .finds, .lacks, .isNull, .isBoolean, .exists, .isMissing: break
      }
    }
    return GlobSignatures.all(of: globs, limit: 50_000)?.map { .string($0.witness) }
  }

  /// Returns each number compared with, and one on each side of it.
  private static func numbers(_ predicates: [FilterPredicate]) -> [FilterValue] {
    var points: Set<Double> = [0]
    for predicate in predicates {
      if case .compares(_, let number) = predicate { points.insert(number) }
    }
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
  /// Returns what the predicate says of every value in the class of `value`, or `nil` if it does
  /// not say the same of all.
  fileprivate func isDecidedByClass(of value: FilterValue, _ regexes: RegexCache) -> Bool? {
    switch self {
    case .finds, .lacks:
      // The class of a string is made by globs, and an expression may divide it further.
      if case .string = value { return nil }
      return holds(for: value, regexes).decided
    case .matches, .differs, .compares, .isNull, .isBoolean, .exists, .isMissing:
      return holds(for: value, regexes).decided
    }
  }
}
