/// The rules of a program by the names that they have or had.
///
/// Within a pack, a name that a rule has comes before one that another had.
package struct RuleDirectory: Sendable {
  private var numbers: [String: Int] = [:]

  /// The rules of each pack by their names, by the number of the pack.
  private var rules: [[String: RuleID]] = []

  /// Creates the directory of `rules`, which have the ids of their places.
  package init(_ rules: [Rule] = []) {
    for (index, rule) in rules.enumerated() { insert(index, as: rule.name, in: rule.pack) }
    for (index, rule) in rules.enumerated() {
      for name in rule.formerNames { insert(index, as: name, in: rule.pack) }
    }
  }

  private mutating func insert(_ index: Int, as name: String, in pack: String) {
    let number = demand(pack)
    if rules[number][name] == nil { rules[number][name] = RuleID(index: index) }
  }

  /// Returns the number of the pack, which is there afterwards.
  private mutating func demand(_ pack: String) -> Int {
    if let known = numbers[pack] { return known }
    numbers[pack] = rules.count
    rules.append([:])
    return rules.count - 1
  }

  /// Returns the rule that is, or was, called `name` in the first of `packs` that has one.
  package func rule(named name: String, inFirstOf packs: [String]) -> RuleID? {
    for pack in packs {
      if let number = numbers[pack], let found = rules[number][name] { return found }
    }
    return nil
  }
}
