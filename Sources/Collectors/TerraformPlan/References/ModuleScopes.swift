/// The module instances of a plan and the patterns that references select them with, as a tree.
struct ModuleScopes {
  /// What a scope says of the instance of its module call.
  enum Pattern: Hashable {
    /// It is this one; `nil` when there is only one.
    case exact(InstanceKey?)
    /// It is the one with this key, or any when there is none with it.
    case paired(InstanceKey)
    /// It may be any.
    case every
  }

  /// One module, with a pattern for each of the calls that lead to it.
  struct Scope: Hashable {
    /// The 0-based index of the scope that calls it; `nil` for the root module.
    let parent: Int?

    /// The 0-based index of the module in the configuration.
    let module: Int

    /// Which instances of the call are meant.
    let pattern: Pattern
  }

  /// The scopes; the root module is the first.
  private(set) var scopes: [Scope]

  /// The 0-based indices of the scopes.
  private var indices: [Scope: Int]

  /// The scopes that are module instances of the plan, by the instance and module around them.
  private var instances: [Pair: [Int]] = [:]

  /// What was matched before.
  private var matched: [Int: [Int]] = [:]

  /// The instances of one call.
  private struct Pair: Hashable {
    let parent: Int
    let module: Int
  }

  /// Creates the tree of the root module.
  init() {
    let root = Scope(parent: nil, module: 0, pattern: .exact(nil))
    scopes = [root]
    indices = [root: 0]
    matched = [0: [0]]
  }

  /// Returns the scope of the instances `pattern` of `module`, called in `parent`.
  mutating func demand(_ module: Int, in parent: Int, _ pattern: Pattern) -> Int {
    let scope = Scope(parent: parent, module: module, pattern: pattern)
    if let index = indices[scope] { return index }
    indices[scope] = scopes.count
    scopes.append(scope)
    return scopes.count - 1
  }

  /// Returns the scope of the module instance with the absolute `address`, or `nil` when the
  /// configuration lacks its module.
  mutating func demandInstance(_ address: String, in configuration: PlanConfiguration) -> Int? {
    var path = ReferencePath(address)
    var scope = 0
    while path.popName() != nil {
      guard let name = path.popName(),
        let module = configuration.modules[scopes[scope].module].children[name]
      else { return nil }
      let key = path.popKey() ?? nil
      let count = scopes.count
      let parent = scope
      scope = demand(module, in: parent, .exact(key))
      if scope == count {
        instances[Pair(parent: parent, module: module), default: []].append(scope)
      }
    }
    return scope
  }

  /// Returns the module instances that `scope` selects.
  mutating func instances(of scope: Int) -> [Int] {
    if let known = matched[scope] { return known }
    let (parent, module, pattern) =
      (scopes[scope].parent ?? 0, scopes[scope].module, scopes[scope].pattern)
    var result: [Int] = []
    for outer in instances(of: parent) {
      let all = instances[Pair(parent: outer, module: module)] ?? []
      switch pattern {
      case .every: result += all
      case .exact(let key):
        result += exact(key, of: module, in: outer, among: all)
      case .paired(let key):
        let same = exact(key, of: module, in: outer, among: all)
        result += same.isEmpty ? all : same
      }
    }
    matched[scope] = result
    return result
  }

  /// Returns the one of `all` with the key `key`.
  private func exact(_ key: InstanceKey?, of module: Int, in outer: Int, among all: [Int]) -> [Int]
  {
    let wanted = Scope(parent: outer, module: module, pattern: .exact(key))
    guard let index = indices[wanted], !all.isEmpty else { return [] }
    return [index]
  }
}
