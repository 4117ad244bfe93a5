package import SourceText

/// One statement of a policy document.
///
/// Any part of it may be unknown, because a plan can know what a statement allows without knowing
/// to whom.
package struct PolicyStatement: Hashable, Sendable {
  /// Whether a statement gives or takes.
  package enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  /// The name of the statement, if it has one.
  package let sid: ExactText?

  /// Whether the statement gives or takes, or `nil` if that is unknown.
  package let effect: Effect?

  /// Whom the statement is about.
  package let principals: PolicyPrincipals

  /// The actions the statement is about.
  package let actions: PolicyPatternClause

  /// The resources the statement is about, or `nil` in a policy that is attached to the resource
  /// and names none.
  package let resources: PolicyPatternClause?

  /// The conditions that must all hold.
  package let conditions: [PolicyCondition]

  /// Whether there is no other condition.
  package let hasAllConditions: Bool

  /// Creates the statement of these parts.
  package init(
    sid: String? = nil, effect: Effect?, principals: PolicyPrincipals = .attached,
    actions: PolicyPatternClause, resources: PolicyPatternClause?,
    conditions: [PolicyCondition] = [], hasAllConditions: Bool = true
  ) {
    self.sid = sid.map { ExactText($0) }
    self.effect = effect
    self.principals = principals
    self.actions = actions
    self.resources = resources
    self.conditions = conditions
    self.hasAllConditions = hasAllConditions
  }

  /// Returns whether the statement has `effect`.
  func isEffect(_ effect: Effect) -> Truth {
    self.effect.map { Truth($0 == effect) } ?? .unknown
  }

  /// Returns what all conditions say together of the requests that `context` describes.
  func outcome(in context: PolicyContext) -> PolicyCondition.Outcome {
    var (narrows, isUnknown) = (false, !hasAllConditions)
    for condition in conditions {
      switch condition.outcome(in: context) {
      case .fails: return .fails
      case .narrows: narrows = true
      case .unknown: isUnknown = true
      case .holds: break
      }
    }
    return narrows ? .narrows : isUnknown ? .unknown : .holds
  }
}
