import DomainValues
import PolicyIR
import ResourceModel
import SourceText

/// Conditions on versions, addresses and globs, paths over edges, and groups.
extension RandomRules {
  mutating func extendedBool(_ depth: Int) throws -> TermID {
    switch world.below(9) {
    case 0:
      let left = try expression(.version, depth - 1)
      let right = try expression(.version, depth - 1)
      return term(.compare(world.pick(Comparison.allCases), left, right), .bool)
    case 1:
      let type = world.pick([ValueType.version, .ipAddress, .glob])
      let left = try perhaps(type, depth - 1)
      let right = try expression(type, depth - 1)
      return term(.compare(world.pick([.equal, .notEqual]), left, right), .bool)
    case 2:
      let address = try expression(.ipAddress, depth - 1)
      return term(.membership(address, in: try expression(.cidrSet, depth - 1)), .bool)
    case 3:
      let text = try expression(.string, depth - 1)
      return term(.matches(text, try expression(.glob, depth - 1)), .bool)
    case 4:
      let left = try expression(.glob, depth - 1)
      let right = try expression(.glob, depth - 1)
      return term(world.below(2) == 0 ? .covers(left, right) : .meets(left, right), .bool)
    case 5: return term(.isEmpty(try closure(depth)), .bool)
    case 6:
      let row = try node(depth - 1)
      return term(.membership(row, in: try closure(depth)), .bool)
    case 7:
      let quantifier = world.pick(LogicalQuantifier.allCases)
      let set = try closure(depth)
      var body = TermID(index: 0)
      let iteration = try iteration(over: set, .resource(RandomWorld.node), depth) {
        body = try $0.bool(depth - 1)
      }.iteration
      return term(.quantifier(quantifier, iteration, body: body), .bool)
    default: return try groups(depth)
    }
  }

  /// Returns what is reached from a node over edges of the world.
  private mutating func closure(_ depth: Int) throws -> TermID {
    // next; the kids of the other; the owners of the items.
    let paths = world.pick([[[20]], [[21, 5]], [[22, 0]], [[20], [22, 1]]])
    let base = try node(depth - 1)
    let set = ValueType.set(world.type(.resource(RandomWorld.node)))
    return term(.closure(of: base, paths: paths, includesBase: world.below(2) == 0), set)
  }

  /// Returns a condition on what elements are put together.
  private mutating func groups(_ depth: Int) throws -> TermID {
    var (key, body) = (TermID(index: 0), TermID(index: 0))
    let iteration = try iteration(depth) { rules in
      key = try rules.expression(.string, depth - 1)
      body = try rules.expression(.int, depth - 1)
    }.iteration
    let (string, ints) = (world.type(.string), world.type(world.list(of: .int)))
    let map = ValueType.map(key: string, value: ints)
    let groups = term(.groups(iteration, key: key, body: body), map)
    guard world.below(2) == 0 else { return term(.isEmpty(groups), .bool) }
    let wanted = try expression(.string, depth - 1)
    let found = term(.lookup(in: groups, key: wanted), world.optional(world.list(of: .int)))
    return term(.isPresent(found), .bool)
  }
}
