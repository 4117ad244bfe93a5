internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The mutants of one term, whose operands stay as they are.
extension MutantFinder {
  /// Adds the mutants of the term itself.
  mutating func mutate(_ id: TermID) {
    switch program[id] {
    case .compare(let comparison, let left, let right):
      let other = comparison.neighbour
      add(
        .comparison, "`\(comparison.rawValue)` → `\(other.rawValue)`",
        .swap(comparison.rawValue, with: other.rawValue, within: gap(left, right, in: id)),
        .term(id, .compare(other, left, right)))
    case .constant(let value):
      for other in value.neighbours {
        add(
          value.isBool ? .negation : .constant, "\(text(value)) → \(text(other))",
          .replace(program.range(of: id), with: text(other)), .term(id, .constant(other)))
      }
    case .quantifier(let quantifier, let iteration, let body):
      for other in LogicalQuantifier.allCases where other != quantifier {
        add(
          .quantifier, "`\(quantifier.rawValue)` → `\(other.rawValue)`",
          .swap(quantifier.rawValue, with: other.rawValue, within: program.range(of: id)),
          .term(id, .quantifier(other, iteration, body: body)))
      }
      dropFilter(of: iteration) { .quantifier(quantifier, $0, body: body) }(id, &self)
    case .exactly(let count, let iteration, let body):
      dropFilter(of: iteration) { .exactly(count, $0, body: body) }(id, &self)
    case .count(let iteration):
      dropFilter(of: iteration) { .count($0) }(id, &self)
    case .fold(let fold, let iteration, let body):
      dropFilter(of: iteration) { .fold(fold, $0, body: body) }(id, &self)
    case .comprehension(let iteration, let body, let isSet):
      dropFilter(of: iteration) { .comprehension($0, body: body, isSet: isSet) }(id, &self)
    case .mapComprehension(let iteration, let key, let value):
      dropFilter(of: iteration) { .mapComprehension($0, key: key, value: value) }(id, &self)
    case .groups(let iteration, let key, let body):
      dropFilter(of: iteration) { .groups($0, key: key, body: body) }(id, &self)
    case .and(let left, let right): dropSides(left, right, "and", of: id)
    case .or(let left, let right): dropSides(left, right, "or", of: id)
    case .implies(let left, let right):
      if !guards.doesGuard(left, [right]) { keep(right, "premise of `implies` dropped", of: id) }
    case .not(let operand):
      if case .isPresent = program[operand] {
        add(
          .negation, "`absent` → `present`",
          .swap("is absent", with: "is present", within: program.range(of: id)),
          .term(id, program[operand]))
        return
      }
      add(
        .negation, "`not` dropped",
        .swap("not ", with: "", within: program.range(of: id)), .term(id, program[operand]))
    case .attribute(let base, let index):
      guard case .resource(let type) = plainType(of: base) else { return }
      swapAttribute(index, of: program.schema[type].attributes, base, id) {
        .attribute(of: base, index: $0)
      }
    case .field(let base, let index):
      guard case .structure(let type) = plainType(of: base) else { return }
      swapAttribute(index, of: program.schema[type].attributes, base, id) {
        .field(of: base, index: $0)
      }
    default: return
    }
  }

  private func plainType(of id: TermID) -> ValueType {
    program.schema.types[program.schema.types.unwrapped(program.type(of: id))]
  }

  /// Returns what is written between two operands.
  private func gap(_ left: TermID, _ right: TermID, in whole: TermID) -> SourceRange {
    let (first, second) = (program.range(of: left), program.range(of: right))
    guard first.file == second.file, first.upper <= second.lower else {
      return program.range(of: whole)
    }
    return SourceRange(file: first.file, lower: first.upper, upper: second.lower)
  }

  private func dropFilter(
    of iteration: Iteration, _ rebuilt: (Iteration) -> Term
  ) -> (TermID, inout MutantFinder) -> Void {
    let term = rebuilt(
      Iteration(
        slot: iteration.slot, valueSlot: iteration.valueSlot, collection: iteration.collection,
        filter: nil))
    guard let filter = iteration.filter, !guards.doesGuard(filter, term.operands) else {
      return { _, _ in }
    }
    return { id, finder in
      finder.add(
        .filter, "`where` dropped",
        .replace(finder.program.range(of: filter), with: "true"), .term(id, term))
    }
  }

  private mutating func dropSides(_ left: TermID, _ right: TermID, _ word: String, of id: TermID) {
    keep(left, "right side of `\(word)` dropped", of: id)
    if word == "or" || !guards.doesGuard(left, [right]) {
      keep(right, "left side of `\(word)` dropped", of: id)
    }
  }

  private mutating func keep(_ side: TermID, _ summary: String, of id: TermID) {
    add(
      .connective, summary, .keep(program.range(of: side), of: program.range(of: id)),
      .term(id, program[side]))
  }

  /// Adds the mutant that reads the next attribute of the same type, the first coming after the
  /// last.
  private mutating func swapAttribute(
    _ index: Int, of attributes: [Attribute], _ base: TermID, _ id: TermID,
    _ rebuilt: (Int) -> Term
  ) {
    let type = attributes[index].type
    let same = attributes.indices.filter { attributes[$0].type == type }
    guard same.count > 1, let position = same.firstIndex(of: index) else { return }
    let other = same[(position + 1) % same.count]
    let (name, another) = (attributes[index].name, attributes[other].name)
    let (whole, inner) = (program.range(of: id), program.range(of: base))
    let isAfter = inner.file == whole.file && inner.upper <= whole.upper
    let within =
      isAfter ? SourceRange(file: whole.file, lower: inner.upper, upper: whole.upper) : whole
    add(
      .attribute, "`\(name)` → `\(another)`", .swap(name, with: another, within: within),
      .term(id, rebuilt(other)))
  }
}

extension Comparison {
  /// The operator that differs from it least.
  fileprivate var neighbour: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .lessOrEqual
    case .lessOrEqual: .less
    case .greater: .greaterOrEqual
    case .greaterOrEqual: .greater
    }
  }
}

extension Value {
  /// Whether it is a truth.
  fileprivate var isBool: Bool {
    if case .bool = self { true } else { false }
  }
}
