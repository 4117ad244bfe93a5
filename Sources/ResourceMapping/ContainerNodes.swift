internal import PolicyIR
internal import PolicyInterpreter
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
    /// Where it is; of an account, with any of its regions.
    let site: RawSites.Site
    /// What it is called, or tells it apart from others.
    let scope: RawScope

    /// What it is called.
    var address: String { scope.name ?? scope.key }
  }

  /// The nodes, in the order in which the input shows them.
  private(set) var nodes: [Node] = []

  /// The nodes of each type, by the numbers of accounts or regions; empty for other types.
  private var rows: [[RowID?]]

  private var counts: [ResourceTypeID: Int] = [:]

  /// Creates the containers of what is at `judged`, which are among `sites`.
  init(_ judged: [RawSites.Site], of sites: RawSites, _ schema: Schema) {
    let types = schema.resources.indices.map { ResourceTypeID(index: $0) }
      .compactMap { type in schema[type].container.map { (type, $0) } }
    rows = Array(repeating: [], count: schema.resources.count)
    for (type, kind) in types {
      switch kind {
      case .account: rows[type.index] = Array(repeating: nil, count: sites.accounts.count)
      case .region: rows[type.index] = Array(repeating: nil, count: sites.regions.count)
      case .organization: continue
      }
    }
    for site in judged {
      for (type, kind) in types {
        switch kind {
        case .account: insert(type, kind, sites.accounts[site.account], at: site)
        case .region: insert(type, kind, sites.regions[site.region].scope, at: site)
        case .organization: continue
        }
      }
    }
  }

  private mutating func insert(
    _ type: ResourceTypeID, _ kind: ContainerKind, _ scope: RawScope, at site: RawSites.Site
  ) {
    let number = kind == .region ? site.region : site.account
    guard rows[type.index][number] == nil else { return }
    let row = RowID(type: type, index: counts[type, default: 0])
    counts[type, default: 0] += 1
    rows[type.index][number] = row
    nodes.append(Node(row: row, kind: kind, site: site, scope: scope))
  }

  /// Returns the node of the type that contains what is at `site`.
  func row(of type: ResourceTypeID, _ kind: ContainerKind, at site: RawSites.Site) -> RowID? {
    switch kind {
    case .account: rows[type.index][site.account]
    case .region: rows[type.index][site.region]
    case .organization: nil
    }
  }

  /// Returns the containers that the attribute of resources leads to if no mapping assigns anything,
  /// or `nil` if it leads to none.
  static func target(
    of attribute: Attribute, in schema: Schema
  ) -> (type: ResourceTypeID, kind: ContainerKind)? {
    guard attribute.inverse == nil,
      case .resource(let type) = schema.types[schema.types.unwrapped(attribute.type)],
      let kind = schema[type].container
    else { return nil }
    return (type, kind)
  }

  /// Returns the attribute of a container to which no mapping assigns anything.
  func cell(_ attribute: Attribute, ofContainer node: Node, in schema: Schema) -> Cell {
    switch schema.types[schema.types.unwrapped(attribute.type)] {
    case .string where attribute.key != nil:
      if let name = node.scope.name { return Cell(.value(.string(name))) }
      return Cell(.unknown(node.scope.cause ?? Cause(.notCollected)))
    case .resource(let type) where attribute.inverse == nil && schema[type].container == .account:
      guard let row = row(of: type, .account, at: node.site) else { break }
      return Cell(.value(.resource(row)))
    default: break
    }
    return Cell(.unknown(Cause(.notCollected)))
  }
}
