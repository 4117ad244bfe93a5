/// The raw resources by the module instance and block they come from.
struct ReferenceTargets {
  /// The instances of one block in one module instance.
  private struct Group {
    /// The 0-based indices of the raw resources, in order.
    var all: [Int] = []

    /// The same, by what tells them apart.
    var byKey: [InstanceKey?: Int] = [:]

    mutating func insert(_ index: Int, _ key: InstanceKey?) {
      all.append(index)
      byKey[key] = index
    }
  }

  /// Where a block stands.
  struct Place: Hashable {
    /// The 0-based index of the scope of the module instance.
    let scope: Int

    /// The address of the block in its module.
    let block: String
  }

  /// What tells each raw resource apart from the others of its block, by its 0-based index.
  private var keys: [InstanceKey?] = []

  /// Where each raw resource comes from, by its 0-based index.
  private var places: [Place?] = []

  private var groups: [Place: Group] = [:]

  /// Adds the raw resource with the 0-based index `index`, which is greater than those before.
  mutating func insert(_ index: Int, scope: Int, block: String, key: InstanceKey?) {
    let place = Place(scope: scope, block: block)
    groups[place, default: Group()].insert(index, key)
    while places.count < index {
      places.append(nil)
      keys.append(nil)
    }
    places.append(place)
    keys.append(key)
  }

  /// Returns where the raw resource with the 0-based index `index` comes from.
  func place(of index: Int) -> Place? { places.indices.contains(index) ? places[index] : nil }

  /// Returns what tells the raw resource with the 0-based index `index` apart from the others of its
  /// block.
  func key(of index: Int) -> InstanceKey? { keys.indices.contains(index) ? keys[index] : nil }

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
