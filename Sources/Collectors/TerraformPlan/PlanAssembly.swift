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

  /// Prepares the assembly of the resources of `document`.
  init(_ document: PlanDocument) throws(CollectError) {
    self.document = document
    header = try PlanHeader(document)
    let read = try PlanResources(document, isComplete: header.isComplete)
    resources = read.resources
    var names = read.names
    configuration = try PlanConfiguration(document, &names)
    builder = ValueBuilder(
      document, resolver: ReferenceResolver(document.json, configuration, names))
  }

  /// Collects every resource.
  mutating func assemble() throws(CollectError) {
    let scopes = scopesOfResources()
    builder.resolver.targets.reserveCapacity(resources.count)
    for index in resources.indices {
      builder.resolver.targets.append(
        scope: scopes[index], block: resources[index].block, key: resources[index].key)
    }
    let blocks = blocks(of: scopes)
    var attributes: [RawValueID] = []
    attributes.reserveCapacity(resources.count)
    for index in resources.indices {
      attributes.append(
        try builder.attributes(of: resources[index], block: blocks[index], scope: scopes[index]))
    }
    // What the plan makes, it makes with all that is attached to it.
    let isComplete = header.isComplete
    var providers = try ProviderScope(document, configuration)
    var keys: [Int] = []
    keys.reserveCapacity(resources.count)
    for index in resources.indices {
      keys.append(providers.key(of: blocks[index], provider: resources[index].provider))
    }
    let sites = providers.sites(
      of: resources, keys: keys, attributes: attributes, values: builder.values)
    collected.reserveCapacity(resources.count)
    for index in resources.indices {
      let site = sites[index]
      collected.append(
        RawResource(
          type: resources[index].type, address: resources[index].address,
          attributes: attributes[index], origin: document.json.range(of: resources[index].node),
          account: site.account, region: site.region,
          isNew: resources[index].actions == .create && isComplete && !resources[index].isData))
    }
  }

  /// Returns the scope of the module instance of each resource.
  private mutating func scopesOfResources() -> [Int?] {
    var last: (module: String, scope: Int?) = ("", 0)
    var scopes: [Int?] = []
    scopes.reserveCapacity(resources.count)
    for index in resources.indices {
      // Resources of one module instance stand together.
      if !resources[index].module.isSpelled(like: last.module) {
        let module = resources[index].module
        last = (module, builder.resolver.scopes.demandInstance(module, in: configuration))
      }
      scopes.append(last.scope)
    }
    return scopes
  }

  /// Returns the block of each resource in the configuration; `scopes` are those of their modules.
  private func blocks(of scopes: [Int?]) -> [PlanBlock?] {
    var blocks: [PlanBlock?] = []
    blocks.reserveCapacity(resources.count)
    for index in resources.indices {
      let module = scopes[index].map { builder.resolver.scopes.scopes[$0].module }
      blocks.append(
        module.flatMap { configuration.modules[$0].resources[resources[index].block] })
    }
    return blocks
  }

  /// Whether no change says which of its values are sensitive.
  private var lacksSensitivity: Bool {
    var hasChange = false
    for index in resources.indices {
      guard let change = resources[index].change else { continue }
      if change.afterSensitive != nil { return false }
      hasChange = true
    }
    return hasChange
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
