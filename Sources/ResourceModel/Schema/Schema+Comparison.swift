extension Schema {
  /// Returns whether graphs by this schema are graphs by `other`: wherever the two are declared, and
  /// whatever other types programs use, they find the same things by the same names, and give them
  /// the same numbers.
  package func hasSameShape(as other: Schema) -> Bool {
    guard resources.count == other.resources.count, structures.count == other.structures.count,
      enumerations.count == other.enumerations.count
    else { return false }
    let attributes = resources.flatMap(\.attributes) + structures.flatMap(\.attributes)
    let highest = attributes.map { Int($0.type.index) }.max() ?? -1
    return zip(resources, other.resources).allSatisfy { left, right in
      left.name == right.name && left.container == right.container
        && Schema.isSame(left.attributes, right.attributes)
    }
      && zip(structures, other.structures).allSatisfy { left, right in
        left.name == right.name && Schema.isSame(left.attributes, right.attributes)
      }
      && zip(enumerations, other.enumerations).allSatisfy { left, right in
        left.name == right.name
          && left.cases.elementsEqual(right.cases) {
            $0.name == $1.name && $0.spellings == $1.spellings && $0.isOtherwise == $1.isOtherwise
          }
      } && types.all.prefix(highest + 1) == other.types.all.prefix(highest + 1)
  }

  private static func isSame(_ left: [Attribute], _ right: [Attribute]) -> Bool {
    left.elementsEqual(right) {
      $0.name == $1.name && $0.type == $1.type && $0.absence == $1.absence && $0.key == $1.key
        && $0.inverse == $1.inverse && $0.formerNames == $1.formerNames
    }
  }
}
