/// All requests within some actions and resources, in classes that no statement tells apart.
struct PolicyRequestSpace {
  /// One class: the requests for one class of actions on one class of resources.
  struct Cell {
    /// For each statement, whether it is about the action and the resource.
    let applies: [Truth]
  }

  /// The cells of which one question may look at.
  private static let mostCells = 2_000_000

  /// The sets of positions to explore: some for each character of the longest policy there is.
  private static let mostStates = 40_000

  /// The states times patterns to explore: what a state takes grows with the patterns it stands in,
  /// and a policy that is longer than any there is must not take the square of its length.
  private static let mostWork = 40_000_000

  private static func limit(of patterns: [Glob]) -> Int {
    Swift.min(mostStates, mostWork / Swift.max(1, patterns.count))
  }

  /// Returns the classes of the requests whose action `actions` matches and whose resource
  /// `resources` matches, or `nil` when there are too many.
  static func cells(
    of statements: [PolicyStatement], actions: Glob, resources: Glob
  ) -> [Cell]? {
    guard let byAction = applications(of: statements, toActions: actions) else { return nil }
    return cells(byAction, of: statements, resources: resources)
  }

  /// Returns for each class of the actions that `actions` matches which statements are about it, or
  /// `nil` when there are too many.
  static func applications(
    of statements: [PolicyStatement], toActions actions: Glob
  ) -> [[Truth]]? {
    let globs = statements.flatMap { $0.actions.patterns.map(\.glob) }
    let bounds = Glob(tokens: actions.tokens, isCaseInsensitive: true)
    let classes = GlobSignatures.all(of: globs, within: bounds, limit: limit(of: globs))
    return classes?.map { covers($0.isMatched, statements.map(\.actions)) }
  }

  /// Returns the classes of the requests whose actions are in classes to which statements apply as
  /// `byAction` says, and whose resource `resources` matches, or `nil` when there are too many.
  static func cells(
    _ byAction: [[Truth]], of statements: [PolicyStatement], resources: Glob
  ) -> [Cell]? {
    let globs = statements.flatMap { $0.resources?.patterns.map(\.glob) ?? [] }
    guard
      let classes = GlobSignatures.all(of: globs, within: resources, limit: limit(of: globs)),
      byAction.count * classes.count * Swift.max(1, statements.count) <= mostCells
    else { return nil }
    let byResource = classes.map { covers($0.isMatched, statements.map(\.resources)) }
    return byAction.flatMap { action in
      byResource.map { resource in Cell(applies: zip(action, resource).map { $0 && $1 }) }
    }
  }

  /// Returns for each clause whether it covers what has `isMatched`, which goes through the
  /// patterns of all clauses; a clause that is not there covers all.
  private static func covers(_ isMatched: [Bool], _ clauses: [PolicyPatternClause?]) -> [Truth] {
    var start = 0
    return clauses.map { clause in
      guard let clause else { return .true }
      defer { start += clause.patterns.count }
      return clause.covers(isMatched[start..<start + clause.patterns.count])
    }
  }
}
