/// Two conditions, one of which should match whenever the other does, with their fields and what
/// they demand of them by number.
struct FilterQuestion {
  /// A field with what the conditions demand of it.
  struct Field {
    /// The path to it.
    let selector: FilterSelector

    /// What is demanded, each thing once.
    var predicates: [FilterPredicate] = []

    /// The strings that the globs among the predicates tell apart; `nil` if there are too many.
    var strings: [FilterStringClass]? = []

    /// The 0-based indices of the fields before it that lead to it or that it leads to.
    var relatives: [Int] = []
  }

  /// A condition whose leaves are the numbers of a field and of one of its predicates.
  enum Condition {
    case field(Int, predicate: Int)
    indirect case all([Condition])
    indirect case any([Condition])
  }

  /// The fields, those of `wanted` first.
  private(set) var fields: [Field] = []

  /// The number of predicates that both conditions have.
  private(set) var size = 0

  /// The condition that should match whenever `wanted` does.
  private(set) var covering = Condition.any([])

  /// The condition whose events are looked at.
  private(set) var wanted = Condition.all([])

  /// Creates the question whether `covering` matches whenever `wanted` does.
  init(_ covering: FilterCondition, covering wanted: FilterCondition) {
    self.wanted = numbered(wanted)
    self.covering = numbered(covering)
    for index in fields.indices {
      fields[index].strings = FilterStringClass.all(of: fields[index].predicates)
      let selector = fields[index].selector
      fields[index].relatives = fields[..<index].indices.filter {
        let other = fields[$0].selector
        return other.leads(through: selector) || selector.leads(through: other)
      }
    }
  }

  /// Returns `condition` with numbers, having taken in what it speaks of.
  private mutating func numbered(_ condition: FilterCondition) -> Condition {
    switch condition {
    case .field(let selector, let predicate):
      size += 1
      let field = demand(selector)
      if let known = fields[field].predicates.firstIndex(of: predicate) {
        return .field(field, predicate: known)
      }
      fields[field].predicates.append(predicate)
      return .field(field, predicate: fields[field].predicates.count - 1)
    case .all(let parts): return .all(parts.map { numbered($0) })
    case .any(let parts): return .any(parts.map { numbered($0) })
    }
  }

  /// Returns the number of the field `selector`, which is new if it was not met before.
  private mutating func demand(_ selector: FilterSelector) -> Int {
    if let known = fields.firstIndex(where: { $0.selector == selector }) { return known }
    fields.append(Field(selector: selector))
    return fields.count - 1
  }
}

extension FilterQuestion.Condition {
  /// Returns whether the condition holds when the fields have the classes `chosen`, as far as they
  /// have any.
  func evaluate(_ chosen: [FilterValueClass?]) -> Truth {
    switch self {
    case .field(let field, let predicate):
      return chosen[field].map { Truth($0.holds[predicate]) } ?? .unknown
    case .all(let parts):
      var truth = Truth.true
      for part in parts where truth != .false { truth = truth && part.evaluate(chosen) }
      return truth
    case .any(let parts):
      var truth = Truth.false
      for part in parts where truth != .true { truth = truth || part.evaluate(chosen) }
      return truth
    }
  }
}
