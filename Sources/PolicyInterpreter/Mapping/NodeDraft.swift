internal import ResourceModel

/// A node while mappings say what its attributes are.
struct NodeDraft {
  /// What the node is made of.
  private enum Source {
    case container(ContainerNodes.Node)
    case resource(RawResource, RawSites.Site)
  }

  private let source: Source

  /// What was assigned, by attribute.
  private var cells: [Cell?]

  /// Creates the draft of a container, a node of `type`.
  init(container: ContainerNodes.Node, of type: ResourceType) {
    source = .container(container)
    cells = Array(repeating: nil, count: type.attributes.count)
  }

  /// Creates the draft of what is made of `resource`, which is at `site`, a node of `type`.
  init(_ resource: RawResource, at site: RawSites.Site, of type: ResourceType) {
    source = .resource(resource, site)
    cells = Array(repeating: nil, count: type.attributes.count)
  }

  /// Assigns `cell` to the attribute at the 0-based index, unless something known was before.
  mutating func assign(_ cell: Cell, to attribute: Int) {
    switch cells[attribute]?.reading {
    case .unknown?, nil: cells[attribute] = cell
    case .value?, .absent?: break
    }
  }

  /// Returns what the attribute at the 0-based index, declared as `declaration`, is.
  func cell(
    _ attribute: Int, _ declaration: Attribute, _ containers: ContainerNodes, _ schema: Schema
  ) -> Cell {
    if let cell = cells[attribute] { return cell }
    switch source {
    case .container(let node): return containers.cell(declaration, ofContainer: node, in: schema)
    case .resource(let resource, let site):
      return containers.cell(declaration, of: resource, at: site, in: schema)
    }
  }

  /// Where the node comes from.
  var provenance: Provenance {
    switch source {
    case .container(let node): Provenance(address: node.address, origin: nil, isNew: false)
    case .resource(let resource, _):
      Provenance(address: resource.address, origin: resource.origin, isNew: resource.isNew)
    }
  }
}
