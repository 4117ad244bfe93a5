internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Puts the parts of a plan together into an inventory.
struct PlanAssembly {
  private let document: PlanDocument
  private let header: PlanHeader
  private let resources: [PlanResource]
  private let configuration: PlanConfiguration
  private var builder: ValueBuilder
  private var collected: [RawResource] = []

  /// Prepares the assembly of `resources`.
  init(
    _ document: PlanDocument, resources: [PlanResource], header: PlanHeader
  ) throws(CollectError) {
    self.document = document
    self.header = header
    self.resources = resources
    configuration = try PlanConfiguration(document)
    builder = ValueBuilder(
      document, resolver: ReferenceResolver(document.json, configuration))
  }

  /// Collects every resource.
  mutating func assemble() throws(CollectError) {
    let scopes = scopesOfResources()
    for (index, resource) in resources.enumerated() {
      guard let scope = scopes[index] else { continue }
      builder.resolver.targets.insert(
        index, scope: scope, block: resource.blockAddress, key: resource.key)
    }
    let blocks = blocks(of: scopes)
    var attributes: [RawValueID] = []
    attributes.reserveCapacity(resources.count)
    for (index, resource) in resources.enumerated() {
      attributes.append(
        try builder.attributes(of: resource, block: blocks[index], scope: scopes[index]))
    }
    // What the plan makes, it makes with all that is attached to it.
    let isComplete = header.isComplete
    var providers = try ProviderScope(document, configuration)
    var keys: [String] = []
    keys.reserveCapacity(resources.count)
    for (resource, block) in zip(resources, blocks) {
      keys.append(
        providers.key(
          of: block, provider: document.json.member("provider_name", of: resource.node)))
    }
    let sites = providers.sites(
      of: resources, keys: keys, attributes: attributes, values: builder.values)
    for (index, resource) in resources.enumerated() {
      collected.append(
        RawResource(
          type: resource.isData ? "data." + resource.type : resource.type,
          address: resource.address, attributes: attributes[index],
          origin: document.json.range(of: resource.node), account: sites[index].account,
          region: sites[index].region,
          isNew: resource.actions == .create && isComplete && !resource.isData))
    }
  }

  /// Returns the scope of the module instance of each resource.
  private mutating func scopesOfResources() -> [Int?] {
    var last: (module: String, scope: Int?) = ("", 0)
    return resources.map { resource in
      // Resources of one module instance stand together.
      if resource.module != last.module {
        let scope = builder.resolver.scopes.demandInstance(resource.module, in: configuration)
        last = (resource.module, scope)
      }
      return last.scope
    }
  }

  /// Returns the block of each resource in the configuration; `scopes` are those of their modules.
  private func blocks(of scopes: [Int?]) -> [JSONNodeID?] {
    let (modules, instances) = (configuration.modules, builder.resolver.scopes.scopes)
    return zip(resources, scopes).map { resource, scope in
      scope.flatMap { modules[instances[$0].module].resources[resource.blockAddress] }
    }
  }

  /// Whether no change says which of its values are sensitive.
  private var lacksSensitivity: Bool {
    let changes = resources.compactMap(\.change)
    return !changes.isEmpty
      && !changes.contains { document.json.member("after_sensitive", of: $0) != nil }
  }

  /// What was collected.
  var inventory: RawInventory {
    var missing = [Cause(.notCollected, "a plan shows only part of an account")]
    if !header.isComplete { missing.append(Cause(.truncated, "the plan lacks some changes")) }
    var notes = header.notes
    if lacksSensitivity {
      notes.append("the plan does not say what is secret, as is so before Terraform 0.15")
    }
    if builder.resolver.isExhausted {
      notes.append("references were too many or too deep to follow all of them")
    }
    return RawInventory(
      source: "terraform", values: builder.values, resources: collected, missing: missing,
      notes: notes)
  }
}
