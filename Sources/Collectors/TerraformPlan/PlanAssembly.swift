internal import ResourceModel
internal import SourceText
internal import StructuredText

/// A plan whose parts were found, and what they are put together to.
struct PlanAssembly {
  private let document: PlanDocument
  private let header: PlanHeader
  private let resources: [PlanResource]
  private let configuration: PlanConfiguration
  private let names: PlanNames

  /// Finds the parts of the plan `document`.
  init(_ document: PlanDocument) throws(CollectError) {
    self.document = document
    header = try PlanHeader(document)
    let read = try PlanResources(document, isComplete: header.isComplete)
    resources = read.resources
    var names = read.names
    configuration = try PlanConfiguration(document, &names)
    self.names = names
  }

  /// The source's names of the types of resources, in the order of their numbers; there may be some
  /// of which there is no resource.
  var types: [String] { names.typeNames }

  /// The number of resources.
  var resourceCount: Int { resources.count }

  /// Returns every resource, with those of its attributes that are in `reads`.
  func inventory(_ reads: RawReads) throws(CollectError) -> RawInventory {
    var builder = ValueBuilder(
      document, resolver: ReferenceResolver(document.json, configuration, names),
      wanted: WantedMembers(reads, types: types, in: document.json))
    let scopes = scopes(in: &builder.resolver.scopes)
    builder.resolver.targets.reserveCapacity(resources.count)
    for index in resources.indices {
      builder.resolver.targets.append(
        // Nothing refers to what is gone.
        scope: resources[index].isFormer ? nil : scopes[index], block: resources[index].block,
        key: resources[index].key,
        isGiven: resources[index].isRead,
        values: document.present(resources[index].values)
          ?? document.present(resources[index].change?.after))
    }
    let blocks = blocks(of: scopes, builder.resolver.scopes.scopes)
    var attributes: [RawValueID] = []
    attributes.reserveCapacity(resources.count)
    for index in resources.indices {
      fetchParts(after: index, blocks)
      attributes.append(
        try builder.attributes(
          of: resources[index], block: resources[index].isFormer ? nil : blocks[index],
          scope: scopes[index]))
    }
    // What the plan makes, it makes with all that is attached to it.
    let (isComplete, types) = (header.isComplete, types)
    var providers = try ProviderScope(document, configuration)
    var keys: [Int] = []
    keys.reserveCapacity(resources.count)
    for index in resources.indices {
      keys.append(providers.key(of: blocks[index], provider: resources[index].provider))
    }
    var sites = providers.sites(
      of: resources, keys: keys, attributes: attributes, values: builder.values)
    bringBack(&sites, blocks) { providers.ownPlace(attributes[$0], in: builder.values) }
    var collected: [RawResource] = []
    collected.reserveCapacity(resources.count)
    for index in resources.indices {
      collected.append(
        RawResource(
          type: types[resources[index].type], address: resources[index].address,
          attributes: attributes[index], origin: resources[index].range,
          site: sites[index],
          isNew: resources[index].actions == .create && isComplete && !resources[index].isData))
    }
    return RawInventory(
      source: InputFormat.terraformPlan.sourceName, values: builder.values, resources: collected,
      missing: missing, notes: notes(isExhausted: builder.resolver.isExhausted))
  }

  /// Lets what is gone be at one of the `sites` of what there will be.
  ///
  /// So it makes no account or region known of which the plan says nothing else. Where nothing is left of
  /// its block in `blocks`, which alone tells its provider configuration, it is at its `ownPlace`, or at
  /// any of them.
  private func bringBack(
    _ sites: inout [RawSite], _ blocks: [PlanBlock?],
    ownPlace: (Int) -> (account: RawScope?, region: RawScope?)
  ) {
    guard let first = resources.firstIndex(where: \.isFormer), first > 0 else { return }
    var known: Set<[String]> = []
    for site in sites[..<first] { known.insert([site.account.key, site.region.key]) }
    for index in first..<sites.count {
      if blocks[index] == nil {
        let own = ownPlace(index)
        sites[index] = RawSite(
          countedAs: sites[0], ownAccount: own.account, ownRegion: own.region)
      } else if !known.contains([sites[index].account.key, sites[index].region.key]) {
        sites[index] = RawSite(
          countedAs: sites[0], ownAccount: sites[index].account, ownRegion: sites[index].region)
      }
    }
  }

  /// Has the processor fetch what the plan says of the resources after the one at the 0-based `index`.
  private func fetchParts(after index: Int, _ blocks: [PlanBlock?]) {
    let (near, far) = (index + 1, index + 2)
    if near < resources.count { document.json.fetch(textOf: resources[near].values) }
    guard far < resources.count else { return }
    document.json.fetch(resources[far].values)
    document.json.fetch(resources[far].sensitiveValues)
    document.json.fetch(resources[far].change?.afterUnknown)
    document.json.fetch(resources[far].change?.afterSensitive)
    document.json.fetch(blocks[far]?.expressions)
  }

  /// Returns the scope of the module instance of each resource, one of `tree` from then on.
  private func scopes(in tree: inout ModuleScopes) -> [Int?] {
    var last: (module: String, scope: Int?) = ("", 0)
    var scopes: [Int?] = []
    scopes.reserveCapacity(resources.count)
    for index in resources.indices {
      // Resources of one module instance stand together.
      if !resources[index].module.isSpelled(like: last.module) {
        let module = resources[index].module
        last = (module, tree.demandInstance(module, in: configuration))
      }
      scopes.append(last.scope)
    }
    return scopes
  }

  /// Returns the block of each resource in the configuration; `scopes` are those of their modules,
  /// which are `instances`.
  private func blocks(of scopes: [Int?], _ instances: [ModuleScopes.Scope]) -> [PlanBlock?] {
    var blocks: [PlanBlock?] = []
    blocks.reserveCapacity(resources.count)
    for index in resources.indices {
      let module = scopes[index].map { instances[$0].module }
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

  /// Why there may be more resources than the plan shows.
  private var missing: [Cause] {
    var missing = [Cause(.notCollected, "a plan shows only part of an account")]
    if !header.isComplete { missing.append(Cause(.truncated, "the plan lacks some changes")) }
    return missing
  }

  /// Returns what a person should know of the plan; `isExhausted` says whether references were left
  /// unresolved.
  private func notes(isExhausted: Bool) -> [String] {
    var notes = header.notes
    if lacksSensitivity {
      notes.append("the plan does not say what is secret, as is so before Terraform 0.15")
    }
    if isExhausted { notes.append("references were too many or too deep to follow all of them") }
    return notes
  }
}
