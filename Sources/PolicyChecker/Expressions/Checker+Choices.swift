internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks `operand as Type`.
  mutating func checkCast(
    _ operand: ExpressionID, to type: TypeNameID, at range: SourceRange
  ) -> Checked {
    let checked = check(operand, expecting: jsonType)
    // In two steps: asked in one, `unwrapped` would not know of a type that is named first here.
    let named = resolve(type)
    let target = unwrapped(named)
    if self[checked.type] == .error || self[target] == .error { return failed(at: range) }
    guard isReadable(checked.type),
      let json = adapted(checked, to: jsonType, at: tree.range(of: operand))
    else {
      diagnostics.insert(.castOfTyped(name(of: checked.type), at: tree.range(of: operand)))
      return failed(at: range)
    }
    return insert(
      .decode(json.term, as: target), optional(target), at: range,
      path: checked.path?.appending(" as \(name(of: target))"))
  }

  /// Whether `as` may read a value of the type: `Json`, or a collection made to be read as such.
  private func isReadable(_ type: TypeID) -> Bool {
    switch self[type] {
    case .json, .list, .set, .map: true
    default: false
    }
  }

  /// Checks `if condition then consequence else alternative`.
  mutating func checkConditional(
    _ condition: ExpressionID, _ consequence: ExpressionID, _ alternative: ExpressionID,
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    let test = checkCondition(condition)
    let first = assuming(test.facts.whenTrue) { $0.check(consequence, expecting: expected) }
    let second = assuming(test.facts.whenFalse) {
      $0.check(
        alternative, expecting: expected ?? $0.context(for: alternative, beside: first.type))
    }
    let (left, right) = unify(
      first, second, at: tree.range(of: consequence), tree.range(of: alternative))
    return insert(
      .conditional(test.term, then: left.term, else: right.term), left.type, at: range)
  }

  /// Returns both as values of one type, or reports that there is none.
  private mutating func unify(
    _ first: Checked, _ second: Checked, at firstRange: SourceRange, _ secondRange: SourceRange
  ) -> (Checked, Checked) {
    if let matched = matched(first, at: firstRange, second, at: secondRange) { return matched }
    let either = optional(first.type)
    if let wider = adapted(second, to: either, at: secondRange),
      let other = adapted(first, to: either, at: firstRange)
    {
      return (other, wider)
    }
    let fitted = adapt(second, to: first.type, at: secondRange)
    return (first, fitted)
  }

  /// Checks `match subject { Case | Case => value, … }`.
  mutating func checkMatch(
    _ subject: ExpressionID, _ arms: ArraySlice<MatchArm>, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    let checked = check(subject)
    guard case .enumeration(let id) = self[checked.type] else {
      if isOptional(checked.type) {
        diagnostics.insert(
          .optionalNeedsGuard(name(of: checked.type), at: tree.range(of: subject)))
      } else if self[checked.type] != .error {
        diagnostics.insert(
          .notAnEnumeration(name(of: checked.type), at: tree.range(of: subject)))
      }
      return failed(at: range)
    }
    var seen: [Int: SourceRange] = [:]
    var lowered: [(cases: [Int], value: Checked, range: SourceRange)] = []
    for arm in arms {
      var cases: [Int] = []
      for pattern in tree[arm.patterns] {
        let patternRange = tree.range(of: pattern)
        let value = check(pattern, expecting: checked.type)
        guard case .constant(.enumeration(id, let index)) = program[value.term] else { continue }
        if let first = seen[index] {
          let name = program.schema[id].cases[index].name
          diagnostics.insert(
            .duplicateName(name, at: patternRange, first: first, help: "remove one of the two"))
        }
        seen[index] = patternRange
        cases.append(index)
      }
      let beside = lowered.map(\.value.type).first { !isOpen($0) } ?? lowered.first?.value.type
      let value = check(
        arm.value, expecting: expected ?? beside.flatMap { context(for: arm.value, beside: $0) })
      lowered.append((cases, value, tree.range(of: arm.value)))
    }
    let missing = program.schema[id].cases.enumerated().filter { seen[$0.offset] == nil }
    if !missing.isEmpty {
      diagnostics.insert(.missingCases(missing.map(\.element.name), at: range))
      return failed(at: range)
    }
    guard let first = lowered.first?.value.type else { return failed(at: range) }
    let type = type(of: lowered.map { ($0.value, $0.range) }, wanted: expected) ?? first
    var result: [Arm] = []
    for arm in lowered {
      let value = adapt(arm.value, to: type, at: arm.range)
      // That the arms have not one type is said once.
      if self[value.type] == .error { return failed(at: range) }
      result.append(Arm(cases: arm.cases, value: value.term))
    }
    return insert(.match(checked.term, arms: result), type, at: range)
  }

  /// Returns a type that all `arms` may be read as.
  ///
  /// It is the `wanted` one, else one of theirs, else one that may be absent. When none will do, it
  /// is the `wanted` one if an arm has it.
  private mutating func type(
    of arms: [(value: Checked, range: SourceRange)], wanted: TypeID?
  ) -> TypeID? {
    let types = arms.map(\.value.type)
    let own = types.filter { !isOpen($0) } + types.filter { isOpen($0) }
    for type in [wanted].compactMap(\.self) + own + own.map({ optional($0) }) {
      if arms.allSatisfy({ adapted($0.value, to: type, at: $0.range) != nil }) { return type }
    }
    return wanted.flatMap { own.contains($0) ? $0 : nil }
  }
}
