package import SourceText

/// A named, typed part of a resource or structure.
package struct Attribute: Sendable {
  /// The name.
  package let name: String

  /// The type; of an optional attribute an optional one.
  package let type: TypeID

  /// What it means that the source looked and found nothing.
  package let absence: Absence

  /// Within what the value identifies the resource, if it does.
  package let key: KeyScope?

  /// The edge this one is the other direction of.
  package let inverse: EdgeID?

  /// The names it had before, by which it is still found.
  package let formerNames: [String]

  /// The doc comment, without its slashes.
  package let documentation: String

  /// Where the name is declared.
  package let range: SourceRange

  /// Creates the attribute called `name`.
  package init(
    name: String, type: TypeID, absence: Absence, key: KeyScope?, inverse: EdgeID?,
    formerNames: [String] = [], documentation: String, range: SourceRange
  ) {
    self.name = name
    self.type = type
    self.absence = absence
    self.key = key
    self.inverse = inverse
    self.formerNames = formerNames
    self.documentation = documentation
    self.range = range
  }
}

/// What it means that an attribute is absent.
package enum Absence: Hashable, Sendable {
  /// It breaks the schema: the value is unknown.
  case malformed
  /// It may be; the type is optional.
  case allowed
  /// It stands for this value.
  case value(Value)
}

/// Within what a key is unique.
package enum KeyScope: Hashable, Sendable, CaseIterable {
  case everywhere
  case account
  case region
}

/// An edge: an attribute of a resource type whose values are resources.
package struct EdgeID: Hashable, Sendable {
  /// The type the edge starts at.
  package let resource: ResourceTypeID

  /// The 0-based index of the attribute.
  package let attribute: Int

  /// Creates the edge that is the attribute at index `attribute` of `resource`.
  package init(resource: ResourceTypeID, attribute: Int) {
    self.resource = resource
    self.attribute = attribute
  }
}

extension [Attribute] {
  /// Returns the 0-based index of the attribute called `name`, or of the one that was called so.
  package func index(named name: String) -> Int? {
    firstIndex { $0.name == name } ?? firstIndex { $0.formerNames.contains(name) }
  }
}
