internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel

/// What a rule reads of an input.
struct RuleReads {
  /// An attribute that it reads.
  struct Entry {
    /// The dotted name of the type.
    let type: String
    /// The attribute.
    let attribute: Attribute
    /// The calls that show it; those that list the resources where it takes no other.
    let permissions: [String]
  }

  /// The attributes, by the names of their types, then in the order of the schema.
  let entries: [Entry]

  /// The types whose resources it judges or reaches, by name.
  let types: [String]

  /// The calls that whoever collects the evidence must be allowed to make, sorted.
  let permissions: [String]

  /// Finds what `rule` reads.
  init(_ rule: RuleID, _ source: BookSource) {
    let schema = source.program.schema
    // A configuration may choose resources by what scopes look at, whatever the rule reads.
    let reads = source.program.attributeReads(of: [rule], and: ResourceScope.attributeNames)
    let read = schema.resources.indices.map { ResourceTypeID(index: $0) }
      .filter { reads.contains($0) }
      .sorted { schema[$0].name < schema[$1].name }
    types = read.map { schema[$0].name }
    entries = read.flatMap { type in
      let name = schema[type].name
      let listing = source.permissions.actions(of: nil, of: name)
      return schema[type].attributes.indices.filter { reads.contains($0, of: type) }.map { index in
        let attribute = schema[type].attributes[index]
        let own = source.permissions.actions(of: attribute.name, of: name)
        return Entry(
          type: name, attribute: attribute, permissions: own.isEmpty ? listing : own)
      }
    }
    let listing = types.flatMap { source.permissions.actions(of: nil, of: $0) }
    permissions = Set(entries.flatMap(\.permissions) + listing).sorted()
  }

  /// Returns the sentence on who collects what takes `permissions`, if it takes any.
  static func demand(_ permissions: [String]) -> [Block] {
    guard !permissions.isEmpty else { return [] }
    return [
      .paragraph(
        [.text("Whoever collects this from a live account must be allowed ")]
          + .list(permissions.map { .code($0) }) + [.text(".")])
    ]
  }
}
