/// The resource types, structures and enumerations of a program.
package struct Schema: Sendable {
  /// The types.
  package var types = TypeTable()

  /// The resource types, by their ids.
  package var resources: [ResourceType] = []

  /// The structures, by their ids.
  package var structures: [StructureType] = []

  /// The enumerations, by their ids.
  package var enumerations: [EnumerationType] = []

  /// Creates a schema that declares nothing.
  package init() {}

  @inlinable package subscript(id: ResourceTypeID) -> ResourceType { resources[id.index] }
  @inlinable package subscript(id: StructureID) -> StructureType { structures[id.index] }
  @inlinable package subscript(id: EnumerationID) -> EnumerationType { enumerations[id.index] }

  /// Returns the resource type named `name`.
  package func resource(named name: String) -> ResourceTypeID? {
    resources.firstIndex { $0.name == name }.map { ResourceTypeID(index: $0) }
  }

  /// Returns the type as it is written in a policy.
  package func description(of id: TypeID) -> String {
    switch types[id] {
    case .error: "?"
    case .bool: "Bool"
    case .int: "Int"
    case .float: "Float"
    case .string: "String"
    case .duration: "Duration"
    case .timestamp: "Timestamp"
    case .bytes: "Bytes"
    case .cidr: "Cidr"
    case .cidrSet: "CidrSet"
    case .portSet: "PortSet"
    case .arn: "Arn"
    case .regex: "Regex"
    case .policyDocument: "PolicyDocument"
    case .filterPattern: "FilterPattern"
    case .version: "Version"
    case .ipAddress: "IpAddress"
    case .glob: "Glob"
    case .json: "Json"
    case .enumeration(let id): self[id].name
    case .structure(let id): self[id].name
    case .resource(let id): self[id].name
    case .list(let element): "[\(description(of: element))]"
    case .set(let element): "Set<\(description(of: element))>"
    case .map(let key, let value): "Map<\(description(of: key)), \(description(of: value))>"
    case .optional(let wrapped): "\(description(of: wrapped))?"
    }
  }
}
