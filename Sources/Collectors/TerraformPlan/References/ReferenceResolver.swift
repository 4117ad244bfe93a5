internal import ResourceModel
internal import StructuredText

/// Finds the raw resources that expressions refer to, through the inputs and outputs of modules.
struct ReferenceResolver {
  /// What `each` and `count` mean where an expression stands.
  struct Repetition: Hashable {
    /// The expression of `for_each`, if that is what repeats.
    let forEach: JSONNodeID?

    /// Which repetition is meant.
    let key: ModuleScopes.Pattern
  }

  /// Where an expression stands.
  struct Site: Hashable {
    /// The expression.
    let expression: JSONNodeID

    /// The 0-based index of the scope around it.
    let scope: Int

    /// What `each` and `count` mean there.
    let repetition: Repetition?
  }

  /// The references of an expression.
  private struct Parsed {
    /// Each as it is written and in parts.
    let paths: [(text: String, path: ReferencePath)]

    /// Whether they speak of the repetition the expression stands in.
    let isPaired: Bool
  }

  /// The most steps from an expression to what it refers to.
  private static let deepest = 100

  private let json: JSONDocument
  private let configuration: PlanConfiguration
  private let names: PlanNames

  /// The module instances.
  var scopes = ModuleScopes()

  /// What can be referred to.
  var targets = ReferenceTargets()

  /// What was resolved before; of sites that are being resolved, nothing yet.
  private var resolved: [Site: [RawReference]] = [:]

  /// The expressions that were taken apart.
  private var expressions: [JSONNodeID: Parsed] = [:]

  /// Finds the inputs of module calls.
  private var lookup: MemberLookup

  /// How many more references may be followed or listed, so that no plan takes forever.
  private var budget: Int

  /// Whether references were left unresolved because the budget was spent.
  private(set) var isExhausted = false

  /// Creates a resolver that follows at most `budget` references.
  init(
    _ json: JSONDocument, _ configuration: PlanConfiguration, _ names: PlanNames,
    budget: Int = 2_000_000
  ) {
    self.json = json
    self.configuration = configuration
    self.names = names
    self.budget = budget
    lookup = MemberLookup(json)
  }

  /// Returns what the expression at `site` refers to.
  mutating func references(at site: Site, depth: Int = 0) -> [RawReference] {
    let parsed = parsed(site.expression)
    if parsed.paths.isEmpty { return [] }
    // All repetitions share the answer when the expression does not speak of them.
    let site = Site(
      expression: site.expression, scope: site.scope,
      repetition: parsed.isPaired ? site.repetition : nil)
    if let known = resolved[site] { return known }
    resolved[site] = []
    let result = list(parsed.paths, at: site, isPaired: parsed.isPaired, depth: depth)
    resolved[site] = result
    return result
  }

  /// Returns what `paths`, references of the expression at `site`, refer to.
  private mutating func list(
    _ paths: [(text: String, path: ReferencePath)], at site: Site, isPaired: Bool, depth: Int
  ) -> [RawReference] {
    var result: [RawReference] = []
    for (text, path) in paths {
      let found = references(
        of: path, text: text, at: site, isPaired: isPaired, depth: depth)
      budget -= 1 + found.count
      result = result.isEmpty ? found : result + found
    }
    return paths.count > 1 ? unique(result) : result
  }

  /// Returns the references of `expression` in parts.
  private mutating func parsed(_ expression: JSONNodeID) -> Parsed {
    if let known = expressions[expression] { return known }
    let paths = PlanExpression.references(of: expression, in: json).map {
      (text: $0, path: ReferencePath($0))
    }
    let result = Parsed(paths: paths, isPaired: paths.contains { isIteration($0.path) })
    expressions[expression] = result
    return result
  }

  /// Returns the members of both lists, or one that leads nowhere when the budget is spent.
  mutating func union(_ first: [RawReference], _ second: [RawReference]) -> [RawReference] {
    // Lists are shared and not copied, so that many instances may refer to many others.
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    guard budget > 0 else {
      isExhausted = true
      return [RawReference(resource: nil, text: first[0].text, attribute: "")]
    }
    budget -= first.count + second.count
    return unique(first + second)
  }

  /// Returns `true` iff `path` speaks of the repetition it stands in.
  private func isIteration(_ path: ReferencePath) -> Bool {
    guard case .name(let name)? = path.steps.first else { return false }
    return name == "each" || name == "count"
  }

  /// Returns what `path`, written as `text` in the expression at `site`, refers to.
  private mutating func references(
    of path: ReferencePath, text: String, at site: Site, isPaired: Bool, depth: Int
  ) -> [RawReference] {
    let unresolved = [RawReference(resource: nil, text: text, attribute: "")]
    guard depth < ReferenceResolver.deepest, budget > 0 else {
      isExhausted = true
      return unresolved
    }
    var rest = path
    guard let first = rest.popName() else { return unresolved }
    let pattern = isPaired ? site.repetition?.key : nil
    switch first {
    case "path", "terraform", "self", "count": return []
    case "local": return unresolved
    case "each":
      guard rest.popName() == "value" else { return [] }
      guard let repetition = site.repetition, let list = repetition.forEach else {
        return unresolved
      }
      let key = Repetition(forEach: nil, key: repetition.key)
      return through(
        Site(expression: list, scope: site.scope, repetition: key), pairedWith: repetition.key,
        rest, text: text, depth)
    case "var":
      // Whoever runs Terraform sets the variables of the root module before it plans anything.
      return input(rest, text: text, scope: site.scope, depth)
        ?? [RawReference(resource: nil, text: text, attribute: "", isGiven: true)]
    case "module":
      return output(rest, text: text, scope: site.scope, pattern, depth) ?? unresolved
    case "data":
      guard let type = rest.popName() else { return unresolved }
      return block("data.\(type)", rest, text: text, scope: site.scope, pattern)
    default:
      return block(first, rest, text: text, scope: site.scope, pattern)
    }
  }

  /// Returns the instances of a block of `type` that are selected by `path`, which starts with
  /// its name.
  private mutating func block(
    _ type: String, _ path: ReferencePath, text: String, scope: Int,
    _ pattern: ModuleScopes.Pattern?
  ) -> [RawReference] {
    var rest = path
    let name = rest.popName() ?? ""
    let chosen = selection(&rest, pattern)
    let attribute = rest.text
    var result: [RawReference] = []
    if let block = names.block("\(type).\(name)") {
      for instance in scopes.instances(of: scope) {
        let place = ReferenceTargets.Place(scope: instance, block: block)
        for index in targets.indices(at: place, chosen) {
          result.append(
            RawReference(
              resource: index, text: text, attribute: attribute, isGiven: targets.isGiven(index)))
        }
      }
    }
    if result.isEmpty {
      result.append(RawReference(resource: nil, text: text, attribute: attribute))
    }
    return result
  }

  /// Removes the key that `path` starts with, and returns which instances it selects.
  private func selection(
    _ path: inout ReferencePath, _ pattern: ModuleScopes.Pattern?
  ) -> ModuleScopes.Pattern {
    switch path.popKey() {
    case .some(.some(let key)): return .exact(key)
    case .some(.none): return .every
    case .none: return pattern.map(loosened) ?? .every
    }
  }

  /// Returns the pattern that prefers what `pattern` demands.
  private func loosened(_ pattern: ModuleScopes.Pattern) -> ModuleScopes.Pattern {
    guard case .exact(let key) = pattern else { return pattern }
    return key.map { .paired($0) } ?? .every
  }

  /// Returns what the input of a module refers to whose name `path` starts with, or `nil` when
  /// it is an input of the root module.
  private mutating func input(
    _ path: ReferencePath, text: String, scope: Int, _ depth: Int
  ) -> [RawReference]? {
    var rest = path
    let inner = scopes.scopes[scope]
    guard let name = rest.popName(), let outer = inner.parent,
      let call = configuration.modules[inner.module].call
    else { return nil }
    // Without an expression the module's own default holds, which is a constant.
    guard let inputs = json.member(.expressions, of: call),
      let expression = lookup.member(name, of: inputs)
    else { return [] }
    let repetition = Repetition(
      forEach: json.member(.forEachExpression, of: call), key: loosened(inner.pattern))
    return through(
      Site(expression: expression, scope: outer, repetition: repetition), pairedWith: nil, rest,
      text: text, depth)
  }

  /// Returns what the output refers to that `path`, which starts with the name of a module call,
  /// selects, or `nil` when the configuration lacks it.
  private mutating func output(
    _ path: ReferencePath, text: String, scope: Int, _ pattern: ModuleScopes.Pattern?, _ depth: Int
  ) -> [RawReference]? {
    var rest = path
    guard let call = rest.popName(),
      let child = configuration.modules[scopes.scopes[scope].module].children[call]
    else { return nil }
    let inner = scopes.demand(child, in: scope, selection(&rest, pattern))
    guard let name = rest.popName() else { return onlyTarget(of: child, scope: inner, depth) }
    guard let expression = configuration.modules[child].outputs[name] else { return nil }
    return through(
      Site(expression: expression, scope: inner, repetition: nil), pairedWith: nil, rest,
      text: text, depth)
  }

  /// Returns the instances of the one block that all outputs of `module` refer to, or `nil` when
  /// there is no such block: Terraform leaves out the output behind a key that is no literal.
  private mutating func onlyTarget(
    of module: Int, scope: Int, _ depth: Int
  ) -> [RawReference]? {
    var result: [RawReference] = []
    var block: ReferenceTargets.Place?
    let outputs = configuration.modules[module].outputs.sorted { $0.key < $1.key }
    for (_, expression) in outputs {
      let site = Site(expression: expression, scope: scope, repetition: nil)
      let found = references(at: site, depth: depth + 1)
      if found.isEmpty { return nil }
      for reference in found {
        guard let index = reference.resource, let place = targets.place(of: index) else {
          return nil
        }
        let known = block ?? place
        guard known.block == place.block,
          scopes.scopes[known.scope].module == scopes.scopes[place.scope].module
        else { return nil }
        block = known
        result.append(RawReference(resource: index, text: reference.text, attribute: ""))
      }
      budget -= found.count
    }
    return result.isEmpty ? nil : unique(result)
  }

  /// Returns what the expression at `site` refers to, of which `rest` is then selected.
  private mutating func through(
    _ site: Site, pairedWith key: ModuleScopes.Pattern?, _ rest: ReferencePath, text: String,
    _ depth: Int
  ) -> [RawReference] {
    let found =
      key.map { paired(site, $0, rest, depth) } ?? references(at: site, depth: depth + 1)
    if rest.steps.isEmpty { return found }
    var path = rest
    // A key selects an element of what is passed, which is not known to be an instance.
    while path.popKey() != nil {}
    let attribute = path.text
    if attribute.isEmpty { return found }
    budget -= found.count
    return found.map {
      $0.attribute.isEmpty
        ? RawReference(
          resource: $0.resource, text: $0.text, attribute: attribute, isGiven: $0.isGiven) : $0
    }
  }

  /// Returns what the list at `site` refers to for the repetition with `key`, of whose value
  /// `rest` is selected.
  private mutating func paired(
    _ site: Site, _ key: ModuleScopes.Pattern, _ rest: ReferencePath, _ depth: Int
  ) -> [RawReference] {
    let paths = parsed(site.expression).paths.map { text, path in
      // Repeating over the instances of a module selects one of its outputs.
      path.steps.first == .name("module") && path.steps.count == 2
        ? (text: text, path: path.appending(rest)) : (text: text, path: path)
    }
    let found = list(paths, at: site, isPaired: true, depth: depth + 1)
    guard case .paired(let wanted) = key, found.count > 1 else { return found }
    // Inputs of modules are resolved without the key, so it is looked for in the result.
    let targets = targets
    let isWanted = { (reference: RawReference) in
      reference.resource.map { targets.key(of: $0) == wanted } == true
    }
    let told = Set(found.filter(isWanted).map(\.text))
    budget -= found.count
    return found.filter { isWanted($0) || !told.contains($0.text) }
  }

  /// Returns `list` without repetitions, in order.
  private func unique(_ list: [RawReference]) -> [RawReference] {
    var seen: Set<RawReference> = []
    return list.filter { seen.insert($0).inserted }
  }
}
