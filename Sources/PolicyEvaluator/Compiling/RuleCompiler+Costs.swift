internal import PolicyIR
internal import ResourceModel

/// What the interpreter takes for what is left to it.
extension RuleCompiler {
  /// Counts the steps of a term that was not compiled.
  ///
  /// The rows that other parts of the rule decide are not looked at by the interpreter, which might
  /// have run out of steps in this one. Where they cannot be counted, the whole rule is left to it.
  mutating func account(for id: TermID) {
    guard let steps = countedSteps(of: id) else {
      isTooLarge = true
      return
    }
    costs[nest, default: 0] += steps
  }

  /// Returns how many terms the interpreter evaluates at most; `nil` if that depends on values.
  private func countedSteps(of id: TermID) -> Int? {
    var pending = [id]
    var steps = 0
    while let next = pending.popLast() {
      steps += 1
      guard steps < 10_000 else { return nil }
      switch program[next] {
      case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups,
        .closure, .decode, .text, .setOperation, .fixture:
        return nil
      case .builtin(let builtin, _):
        guard RuleCompiler.isSteady(builtin) else { return nil }
        // Functions of policies count for a hundred.
        steps += 100
      case .arithmetic(.add, let left, _):
        switch plainType(of: left) {
        case .string, .list: return nil
        default: break
        }
      case .call(let function, _): pending.append(program[function].body)
      case .constant, .absent, .parameter, .variable, .now, .attribute, .field, .member, .element,
        .lookup, .chain, .coalesce, .not, .and, .or, .implies, .compare, .membership, .matches,
        .covers, .meets, .isPresent, .isEmpty, .isWorld, .negate, .arithmetic, .conditional,
        .match, .list, .set, .map, .structure, .widen, .portRange:
        break
      }
      pending += program[next].operands
    }
    return steps
  }

  /// Whether the function takes as many steps whatever it is given.
  private static func isSteady(_ builtin: Builtin) -> Bool {
    switch builtin {
    case .count, .partition, .service, .region, .account, .resource, .major, .minor, .patch,
      .isPublic,
      .grantsFullAdministration, .denies, .allows, .keys, .values:
      true
    case .first, .flatten, .distinct, .union, .length, .startsWith, .endsWith, .contains,
      .lowercased, .uppercased, .trimmed, .split, .joined, .toString, .permits, .principals, .gap,
      .computed, .configured,
      .referenced, .isNew, .shown, .collected, .rawAddress, .rawType, .redacted,
      .undecided:
      false
    }
  }
}
