import DomainValues
import ResourceModel
import SourceText

/// A schema that tests put together.
struct Catalogue {
  /// The schema so far.
  var schema = Schema()

  static let nowhere = SourceRange(file: FileID(index: 0), lower: 0, upper: 0)

  /// The cause that tests make things unknown with.
  static let cause = Cause(.accessDenied, "test")

  /// Returns the identity of a type.
  mutating func type(_ type: ValueType) -> TypeID { schema.types.demand(type) }

  /// Returns an attribute that may be absent.
  mutating func attribute(
    _ name: String, _ type: ValueType, key: KeyScope? = nil, inverse: EdgeID? = nil
  ) -> Attribute {
    Attribute(
      name: name, type: self.type(type), absence: .allowed, key: key, inverse: inverse,
      documentation: "", range: Catalogue.nowhere)
  }

  /// Declares a resource type.
  mutating func resource(_ name: String, _ attributes: [Attribute]) -> ResourceTypeID {
    schema.resources.append(
      ResourceType(
        name: name, container: nil, attributes: attributes, documentation: "",
        range: Catalogue.nowhere))
    return ResourceTypeID(index: schema.resources.count - 1)
  }

  /// Declares a structure.
  mutating func structure(_ name: String, _ attributes: [Attribute]) -> StructureID {
    schema.structures.append(
      StructureType(
        name: name, attributes: attributes, documentation: "", range: Catalogue.nowhere))
    return StructureID(index: schema.structures.count - 1)
  }

  /// Returns a builder for graphs of the schema.
  func builder() -> GraphBuilder { GraphBuilder(schema: schema, rawValues: RawValues()) }
}

extension GraphBuilder {
  /// Adds a node that is called `address`, in an account and region.
  mutating func node(
    _ type: ResourceTypeID, _ address: String, account: String = "1", region: String = "r"
  ) -> RowID {
    let address = pools.strings.demand(address)
    let account = pools.strings.demand(account)
    let region = pools.strings.demand(region)
    return insertNode(
      type, address: address, offset: UInt64(tables[type.index].count * 100), isNew: false,
      account: account, region: region)
  }
}
