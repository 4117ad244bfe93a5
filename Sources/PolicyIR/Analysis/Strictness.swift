package import ResourceModel

/// How much a rule with another value of a parameter demands, compared with its own value.
package enum Strictness: String, Hashable, Sendable, CaseIterable {
  /// As much.
  case same
  /// More: whatever fails by the own value fails by this one.
  case stricter
  /// Less: something may pass that fails by the own value.
  case looser
  /// It cannot be told from the rule, so that it may be less.
  case unclear

  /// Whether something may pass that fails by the own value.
  package var mayBeLooser: Bool {
    switch self {
    case .same, .stricter: false
    case .looser, .unclear: true
    }
  }
}

extension Program {
  /// Returns how much `rule` demands with `value` for the parameter at the 0-based index
  /// `parameter`, compared with `own`.
  package func strictness(
    of value: Value, against own: Value, for parameter: Int, of rule: Rule
  ) -> Strictness {
    if value == own { return .same }
    let failures = failures(of: rule, parameter)
    switch (failures, ValueGrowth(from: own, to: value)) {
    case (.constant, _), (_, .none): return .same
    case (.rising, .grown), (.falling, .shrunk): return .stricter
    case (.falling, .grown), (.rising, .shrunk): return .looser
    case (.open, _), (_, .incomparable): return .unclear
    }
  }

  /// Returns how whether the rule fails moves when the parameter grows.
  private func failures(of rule: Rule, _ parameter: Int) -> Variation {
    var analysis = VariationAnalysis(self, parameter: parameter)
    var result = Variation.constant
    for step in rule.steps {
      switch step {
      case .constant(let slot, let term): analysis.slots[slot] = analysis.variation(of: term)
      case .filter(let term): result = result.joined(analysis.variation(of: term))
      case .requirement(let term, _):
        result = result.joined(analysis.variation(of: term).reversed)
      }
    }
    return result
  }
}
