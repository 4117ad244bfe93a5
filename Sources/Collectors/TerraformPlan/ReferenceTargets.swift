/// The raw resources by the module instance and block they come from.
struct ReferenceTargets {
  /// The instances of one block in one module instance.
  private struct Group {
    /// The 0-based indices of the raw resources, in order.
    var all: [Int] = []

    /// The same, by what tells them apart.
    var byKey: [InstanceKey?: Int] = [:]
  }

  /// Where a block stands.
  struct Place: Hashable {
    /// The 0-based index of the scope of the module instance.
    let scope: Int

    /// The address of the block in its module.
    let block: String
  }

  /// What tells each raw resource apart from the others of its block, by its 0-based index.
  private(set) var keys: [Int: InstanceKey] = [:]

  /// Where each raw resource comes from, by its 0-based index.
  private(set) var places: [Int: Place] = [:]

  private var groups: [Place: Group] = [:]

  /// Adds the raw resource with the 0-based index `index`.
  mutating func insert(_ index: Int, scope: Int, block: String, key: InstanceKey?) {
    groups[Place(scope: scope, block: block), default: Group()].all.append(index)
    groups[Place(scope: scope, block: block), default: Group()].byKey[key] = index
    keys[index] = key
    places[index] = Place(scope: scope, block: block)
  }

  /// Returns the instances of `block` in the module instance `scope` that `pattern` selects.
  func indices(scope: Int, block: String, _ pattern: ModuleScopes.Pattern) -> [Int] {
    guard let group = groups[Place(scope: scope, block: block)] else { return [] }
    switch pattern {
    case .every: return group.all
    case .exact(let key): return group.byKey[key].map { [$0] } ?? []
    case .paired(let key): return group.byKey[key].map { [$0] } ?? group.all
    }
  }
}
