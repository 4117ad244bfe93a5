package import ResourceModel

/// What references lead to.
extension RawIndex {
  /// Where the references of a value lead that names a raw resource of some kind.
  package struct Leads {
    /// The 0-based indices of the raw resources of that kind, ascending.
    package let resources: [Int]

    /// Whether it may name another one: some of it is made where the input does not tell of what.
    package let isOpen: Bool

    /// Whether something hands on what it is given, which may name what exists already.
    package let isHandedOn: Bool
  }

  /// Returns where `references` lead, of a value that names one of the raw resources that `isWanted`
  /// is true of, which may be known already.
  ///
  /// What is given is not why a value is unknown, so that it leaves only a known one open. A resource
  /// of a type that mappings know names no other by what its provider chooses; one of another type
  /// may pass on whatever it is given, and so may a data source that is read later.
  package func leads(
    of references: [RawReference], isKnown: Bool, to isWanted: (Int) -> Bool
  ) -> Leads {
    var found: Set<Int> = []
    var isOpen = false
    var isHandedOn = false
    for reference in references {
      guard let index = reference.resource, resources.indices.contains(index) else {
        if isKnown || !reference.isGiven { isOpen = true }
        continue
      }
      if isWanted(index) {
        found.insert(index)
      } else if !isKnown, !reference.isGiven, handsOn(index) {
        isHandedOn = true
      }
    }
    return Leads(
      resources: found.sorted(), isOpen: isOpen || isHandedOn, isHandedOn: isHandedOn)
  }

  /// Whether what the raw resource at the 0-based index says may be what it was given.
  private func handsOn(_ index: Int) -> Bool {
    !isMapped(index) || resources[index].type.hasPrefix("data.")
  }
}
