internal import StructuredText

/// The raw resources by the module instance and block they come from.
struct ReferenceTargets {
  /// Where a block stands.
  struct Place: Hashable {
    /// The 0-based index of the scope of the module instance.
    let scope: Int

    /// The number of the address of the block in its module.
    let block: UInt32
  }

  /// A raw resource.
  private struct Target {
    /// Where it comes from.
    let place: Place?

    /// What tells it apart from the others of its block.
    let key: InstanceKey?

    /// Whether all of it is known.
    let isGiven: Bool

    /// What is known of it, an object.
    let values: JSONNodeID?
  }

  /// The instances of one block in one module instance.
  private struct Group {
    /// The 0-based indices of the raw resources, in order.
    var all: [Int] = []

    /// The same, by what tells them apart; made when there are many and one is asked for.
    var byKey: [InstanceKey?: Int]?
  }

  /// Where there are more instances, they are found through an index.
  private static let few = 8

  /// The raw resources by their 0-based indices.
  private var targets: [Target] = []

  /// The instances of the blocks that were asked for, once any was.
  private var groups: [Place: Group]?

  /// Makes room for `count` raw resources.
  mutating func reserveCapacity(_ count: Int) { targets.reserveCapacity(count) }

  /// Adds the next raw resource, an instance of the block with the number `block`; `scope` is `nil`
  /// when the configuration lacks its module, `isGiven` says whether all of it is known, and `values`
  /// are what is.
  mutating func append(
    scope: Int?, block: UInt32, key: InstanceKey?, isGiven: Bool, values: JSONNodeID?
  ) {
    let place = scope.map { Place(scope: $0, block: block) }
    targets.append(Target(place: place, key: key, isGiven: isGiven, values: values))
    groups = nil
  }

  /// Returns where the raw resource with the 0-based index `index` comes from.
  func place(of index: Int) -> Place? {
    targets.indices.contains(index) ? targets[index].place : nil
  }

  /// Returns what tells the raw resource with the 0-based index `index` apart from the others of its
  /// block.
  func key(of index: Int) -> InstanceKey? {
    targets.indices.contains(index) ? targets[index].key : nil
  }

  /// Returns whether all of the raw resource with the 0-based index `index` is known.
  func isGiven(_ index: Int) -> Bool {
    targets.indices.contains(index) && targets[index].isGiven
  }

  /// Returns what is known of the raw resource with the 0-based index `index`, an object.
  func values(of index: Int) -> JSONNodeID? {
    targets.indices.contains(index) ? targets[index].values : nil
  }

  /// Returns the instances at `place` that `pattern` selects.
  mutating func indices(at place: Place, _ pattern: ModuleScopes.Pattern) -> [Int] {
    var groups = self.groups ?? grouped()
    // Only one array holds the groups while one of them is changed.
    self.groups = nil
    defer { self.groups = groups }
    switch pattern {
    case .every: return groups[place]?.all ?? []
    case .exact(let key): return index(of: key, at: place, &groups).map { [$0] } ?? []
    case .paired(let key):
      return index(of: key, at: place, &groups).map { [$0] } ?? groups[place]?.all ?? []
    }
  }

  /// Returns the last instance with `key`.
  private func index(
    of key: InstanceKey?, at place: Place, _ groups: inout [Place: Group]
  ) -> Int? {
    guard let group = groups[place] else { return nil }
    if let byKey = group.byKey { return byKey[key] }
    if group.all.count <= ReferenceTargets.few {
      return group.all.last { targets[$0].key == key }
    }
    var byKey: [InstanceKey?: Int] = [:]
    byKey.reserveCapacity(group.all.count)
    for index in group.all { byKey[targets[index].key] = index }
    groups[place]?.byKey = byKey
    return byKey[key]
  }

  /// Returns the instances of all blocks.
  private func grouped() -> [Place: Group] {
    var groups: [Place: Group] = [:]
    groups.reserveCapacity(targets.count)
    for (index, target) in targets.enumerated() {
      if let place = target.place { groups[place, default: Group()].all.append(index) }
    }
    return groups
  }
}
