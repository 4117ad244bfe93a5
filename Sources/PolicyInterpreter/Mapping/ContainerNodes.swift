internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The accounts and regions that the resources of an input are in.
struct ContainerNodes {
  /// One of them.
  struct Node {
    /// The node.
    let row: RowID
    /// What it contains.
    let kind: ContainerKind
    /// What tells the account apart from others.
    let account: String
    /// What tells the region apart from others in the account; empty for accounts.
    let region: String
    /// The account's id or the region's name, if known.
    let name: String?
    /// Why the name is not known.
    let cause: Cause?

    /// What it is called.
    var address: String { name ?? (region.isEmpty ? account : region) }
  }

  /// What tells nodes apart.
  private struct Identity: Hashable {
    let type: ResourceTypeID
    @ExactText var account: String
    @ExactText var region: String
  }

  private static let notCollected = [Cause(.notCollected)]

  /// The nodes, in the order in which the input shows them.
  private(set) var nodes: [Node] = []

  private var places: [Identity: Int] = [:]
  private var counts: [ResourceTypeID: Int] = [:]

  /// Creates the containers that the resources are in.
  init(_ resources: [RawResource], _ schema: Schema) {
    let types = schema.resources.indices.map { ResourceTypeID(index: $0) }
      .compactMap { type in schema[type].container.map { (type, $0) } }
    for resource in resources {
      for (type, kind) in types {
        switch kind {
        case .account: insert(type, .account, resource.account, account: resource.account)
        case .region: insert(type, .region, resource.region, account: resource.account)
        case .organization: continue
        }
      }
    }
  }

  private mutating func insert(
    _ type: ResourceTypeID, _ kind: ContainerKind, _ scope: RawScope, account: RawScope
  ) {
    let region = kind == .region ? scope.key : ""
    let identity = Identity(type: type, account: account.key, region: region)
    guard places[identity] == nil else { return }
    let row = RowID(type: type, index: counts[type, default: 0])
    counts[type, default: 0] += 1
    places[identity] = nodes.count
    nodes.append(
      Node(
        row: row, kind: kind, account: account.key, region: region, name: scope.name,
        cause: scope.cause))
  }

  /// Returns the node of the type that `resource` is in.
  func row(of type: ResourceTypeID, _ kind: ContainerKind, for resource: RawResource) -> RowID? {
    let region = kind == .region ? resource.region.key : ""
    let identity = Identity(type: type, account: resource.account.key, region: region)
    return places[identity].map { nodes[$0].row }
  }

  /// Returns the attribute of a resource to which no mapping assigns anything.
  func cell(_ attribute: Attribute, of resource: RawResource, in schema: Schema) -> Cell {
    guard attribute.inverse == nil,
      case .resource(let type) = schema.types[schema.types.unwrapped(attribute.type)],
      let kind = schema[type].container, let row = row(of: type, kind, for: resource)
    else { return Cell(.unknown(ContainerNodes.notCollected), origin: resource.origin) }
    return Cell(.value(.resource(row)), origin: resource.origin)
  }

  /// Returns the attribute of a container to which no mapping assigns anything.
  func cell(_ attribute: Attribute, ofContainer node: Node, in schema: Schema) -> Cell {
    switch schema.types[schema.types.unwrapped(attribute.type)] {
    case .string where attribute.key != nil:
      if let name = node.name { return Cell(.value(.string(name))) }
      return Cell(.unknown(node.cause ?? Cause(.notCollected)))
    case .resource(let type) where attribute.inverse == nil && schema[type].container == .account:
      let identity = Identity(type: type, account: node.account, region: "")
      guard let place = places[identity] else { break }
      return Cell(.value(.resource(nodes[place].row)))
    default: break
    }
    return Cell(.unknown(Cause(.notCollected)))
  }
}
