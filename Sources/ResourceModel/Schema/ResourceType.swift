package import SourceText

/// What the nodes of one type are.
package struct ResourceType: Sendable {
  /// The dotted name.
  package let name: String

  /// What the nodes contain, if they are containers.
  package let container: ContainerKind?

  /// The attributes, edges among them, by index.
  package var attributes: [Attribute]

  /// The doc comment, without its slashes.
  package let documentation: String

  /// Where the name is declared.
  package let range: SourceRange

  /// Creates the type called `name`.
  package init(
    name: String, container: ContainerKind?, attributes: [Attribute], documentation: String,
    range: SourceRange
  ) {
    self.name = name
    self.container = container
    self.attributes = attributes
    self.documentation = documentation
    self.range = range
  }

  /// The 0-based indices of the attributes of which the first that is known names a node: its keys, up
  /// to one that no node may lack.
  package var namingKeys: [Int] {
    let keys = attributes.indices.filter { attributes[$0].key != nil }
    let last = keys.firstIndex { index in
      if case .malformed = attributes[index].absence { true } else { false }
    }
    return last.map { Array(keys[...$0]) } ?? keys
  }

  /// Returns the 0-based index of the attribute that is, or was, called `name`.
  package func attribute(named name: String) -> Int? {
    attributes.index(named: name)
  }
}

/// What the nodes of a resource type contain, from the narrowest to the widest.
package enum ContainerKind: String, Hashable, Sendable, CaseIterable, Comparable {
  case region
  case account
  case organization

  package static func < (left: ContainerKind, right: ContainerKind) -> Bool {
    left.width < right.width
  }

  private var width: Int {
    switch self {
    case .region: 0
    case .account: 1
    case .organization: 2
    }
  }
}
