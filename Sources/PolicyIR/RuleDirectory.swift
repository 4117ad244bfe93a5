/// The rules of a program by the names that they have or had.
///
/// Within a pack, a name that a rule has comes before one that another had.
package struct RuleDirectory: Sendable {
  private var rules: [String: [String: RuleID]] = [:]

  /// Creates the directory of `rules`, which have the ids of their places.
  package init(_ rules: [Rule] = []) {
    for (index, rule) in rules.enumerated() { insert(index, as: rule.name, in: rule.pack) }
    for (index, rule) in rules.enumerated() {
      for name in rule.formerNames { insert(index, as: name, in: rule.pack) }
    }
  }

  private mutating func insert(_ index: Int, as name: String, in pack: String) {
    let id = rules[pack]?[name] ?? RuleID(index: index)
    rules[pack, default: [:]][name] = id
  }

  /// Returns the rule that is, or was, called `name` in the first of `packs` that has one.
  package func rule(named name: String, inFirstOf packs: [String]) -> RuleID? {
    packs.lazy.compactMap { rules[$0]?[name] }.first
  }
}
