package import DomainValues
package import PolicyIR
package import PolicyInterpreter
package import ResourceModel
internal import SourceText

/// Makes the nodes of raw resources, as the mappings of a program say.
///
/// Which nodes there are is decided first, with their keys, so that edges find nodes that come
/// later; only then are attributes read.
package struct MappingEngine: ~Copyable {
  /// A node that is to be made.
  struct Plan {
    /// The node.
    let row: RowID
    /// The 0-based index of the raw resource it is made of.
    let resource: Int
    /// The 0-based index of the mapping among those that occur.
    let mapping: Int
    /// The texts by which others may name it, or other nodes of its raw resource if it has no keys.
    let keys: [(text: String, scope: KeyScope)]
    /// Why it is not known whether the mapping is for the resource; empty when it is.
    let doubts: [Cause]
  }

  private let program: Program
  private let evaluator: TermEvaluator
  private let rawResources: RawIndex
  private var known: KnownEvaluator
  private let sites: RawSites
  private let containers: ContainerNodes
  private let missing: [Cause]
  private let maybeJoined: Value
  private let reads: AttributeReads?
  private let used: [UsedMapping]
  private var joins: JoinIndices
  private var counts: [Int]
  private var notes: [MappingNote] = []

  /// Returns the graph of the resources of `inventory`, and what a person should know of it.
  ///
  /// Attributes that are not in `reads` are not collected, if it is given. Where `isInterpreted` is
  /// set, the interpreter evaluates all terms, which gives the same and takes longer.
  package static func map(
    _ inventory: RawInventory, program: Program, now: Timestamp, reads: AttributeReads? = nil,
    limits: Limits = .standard, isInterpreted: Bool = false
  ) -> (ResourceGraph, [MappingNote]) {
    let evaluator = TermEvaluator(
      program: program, graph: nil, rawValues: inventory.values, now: now, limits: limits)
    let index = RawIndex(inventory)
    evaluator.rawResources = index
    let mappings = program.mappings.filter { $0.source == inventory.source }
    let present = mappings.filter { index.types.contains(anyOf: $0.rawTypes) }
    for mapping in mappings { index.markMapped(mapping.rawTypes) }
    let occurring = MadeTypes.used(of: present, in: program, reads)
    var compiler = KnownCompiler(evaluator, reads, leavesAll: isInterpreted)
    var joins = JoinIndices()
    let used = occurring.map { UsedMapping($0, reads, evaluator, &compiler, &joins) }
    let unasked = UnaskedJoins.requests(of: mappings, in: program, reads) {
      index.types.number(of: $0) != nil
    }
    for request in unasked { _ = joins.demand(request, for: []) }
    joins.build(index, inventory.values)
    var engine = MappingEngine(
      used, joins, KnownEvaluator(compiler.code, evaluator, index), index,
      ProviderFamilies(mappings).sites(of: index), inventory.missing, reads)
    let plans = engine.plan(inventory, occurring)
    engine.noteUnmapped(inventory, mappings)
    let graph = engine.makeGraph(plans, inventory)
    engine.noteStrays()
    return (graph, engine.notes)
  }

  private init(
    _ used: [UsedMapping], _ joins: JoinIndices, _ known: consuming KnownEvaluator,
    _ rawResources: RawIndex, _ judged: [RawSites.Site], _ missing: [Cause],
    _ reads: AttributeReads?
  ) {
    (self.used, self.joins, self.rawResources) = (used, joins, rawResources)
    sites = rawResources.sites
    (self.missing, self.reads) = (missing, reads)
    maybeJoined = .list(Collection([], missing: missing.distinct))
    evaluator = known.evaluator
    self.known = known
    program = evaluator.program
    containers = ContainerNodes(judged, of: sites, program.schema)
    counts = Array(repeating: 0, count: program.schema.resources.count)
    for node in containers.nodes {
      counts[node.row.type.index] += 1
      guard let name = node.scope.name else { continue }
      for attribute in program.schema[node.row.type].attributes {
        guard let scope = attribute.key else { continue }
        rawResources.insert(key: name, of: node.row, within: scope, at: node.site)
      }
    }
  }

  /// Decides which nodes there are, and by what they are found; `mappings` are those that are used.
  private mutating func plan(_ inventory: RawInventory, _ mappings: [Mapping]) -> [Plan] {
    let types = rawResources.types
    var candidates: [[Int]] = Array(repeating: [], count: types.count)
    for (index, mapping) in mappings.enumerated() {
      for type in mapping.rawTypes {
        if let number = types.number(of: type) { candidates[number].append(index) }
      }
    }
    // What has no keys is joined by those of the other nodes, so that these come first.
    candidates = candidates.map { list in
      list.filter { used[$0].hasKeys } + list.filter { !used[$0].hasKeys }
    }
    var plans: [Plan] = []
    plans.reserveCapacity(inventory.resources.count)
    for index in inventory.resources.indices {
      if index + 2 < inventory.resources.count {
        inventory.values.fetch(inventory.resources[index + 2].attributes)
      }
      var others: [(text: String, scope: KeyScope)] = []
      for mapping in candidates[types[index]] {
        let hasKeys = used[mapping].hasKeys
        guard let (own, doubts) = keys(of: mapping, index, joinedBy: hasKeys ? [] : others) else {
          continue
        }
        let keys = hasKeys ? own : others
        if hasKeys { others += own }
        let row = row(of: used[mapping].target, at: sites[index])
        rawResources.insert(row, of: index)
        for key in own {
          rawResources.insert(key: key.text, of: row, within: key.scope, at: sites[index])
        }
        plans.append(
          Plan(row: row, resource: index, mapping: mapping, keys: keys, doubts: doubts))
      }
    }
    return plans
  }

  /// Notes the types of resources that no mapping is for.
  private mutating func noteUnmapped(_ inventory: RawInventory, _ mappings: [Mapping]) {
    var read: Set<ExactText> = []
    for mapping in mappings {
      read.formUnion(mapping.rawTypes.map { ExactText($0) })
      // What is joined is read as a part of another resource, data sources by reference.
      for case .join(_, let types, _) in mapping.steps {
        read.formUnion(types.map { ExactText($0) })
      }
    }
    notes += rawResources.types.counts.filter {
      !read.contains($0.type) && !$0.type.text.hasPrefix("data.")
        && !$0.type.text.hasPrefix(RawResource.formerPrefix)
    }
    .sorted { $0.type.text < $1.type.text }.map { .unmapped(type: $0.type.text, count: $0.count) }
  }

  /// Notes what is only read as a part of others, and belongs to none that the input shows.
  private mutating func noteStrays() {
    let strays = joins.strays.filter {
      !rawResources.isMapped($0.holder) && !known.resources[$0.holder].isFormer
    }
    let byType = Dictionary(grouping: strays) { ExactText(known.resources[$0.holder].type) }
    for (type, strays) in byType.sorted(by: { $0.key < $1.key }) {
      notes.append(
        .unattached(
          type: type.text, count: strays.count,
          address: known.resources[strays[0].holder].address, text: strays[0].text.text))
    }
  }

  /// Returns the node for the raw resource: the container it is in, or a new one.
  private mutating func row(of type: ResourceTypeID, at site: RawSites.Site) -> RowID {
    if let kind = program.schema[type].container,
      let row = containers.row(of: type, kind, at: site)
    {
      return row
    }
    counts[type.index] += 1
    return RowID(type: type, index: counts[type.index] - 1)
  }

  /// Returns the known keys of the node that the mapping makes, and why it is not known whether it makes
  /// it, or `nil` if it makes none; `others` are those of other nodes, by which something is joined.
  private mutating func keys(
    of mapping: Int, _ index: Int, joinedBy others: [(text: String, scope: KeyScope)]
  ) -> (keys: [(text: String, scope: KeyScope)], doubts: [Cause])? {
    known.store.forget()
    begin(mapping, index)
    var keys: [(text: String, scope: KeyScope)] = []
    var applies = Answer.yes
    for step in used[mapping].identification {
      switch step {
      case .filter(let term): applies = applies.and(known.answer(term))
      case .adopted(let term):
        if known.answer(term).truth != .false { rawResources.markExisting(index) }
      case .constant(let slot, let term):
        let value = known.known(term)
        known.bind(slot, value)
      case .join(let slot, let join): bindJoin(slot, join, index, keys: others + keys)
      case .key(let term, let type, let scope):
        if let text = known.key(term, of: type) { keys.append((text, scope)) }
      case .field: continue
      }
      if applies.truth == .false { return nil }
    }
    if applies.truth == .unknown { noteUndecided(mapping, index, applies.causes) }
    return (keys, applies.causes)
  }

  private mutating func noteUndecided(_ mapping: Int, _ index: Int, _ causes: [Cause]) {
    let resource = known.resources[index]
    notes.append(
      .undecided(
        address: resource.address, type: program.schema[used[mapping].target].name,
        causes: causes, origin: resource.origin))
  }

  /// Forgets the resource before, and lets the mapping speak of the one at `index`.
  private mutating func begin(_ mapping: Int, _ index: Int) {
    rawResources.current = index
    known.begin(used[mapping], index)
  }

  private mutating func bindJoin(
    _ slot: Int, _ join: Int, _ index: Int, keys: [(text: String, scope: KeyScope)]
  ) {
    let isNew = rawResources.isNew(index)
    let isComplete = joins[join].isComplete(isNew: isNew)
    if joins[join].isEmpty {
      known.bind(
        slot,
        isComplete ? Known(.other(KnownStore.emptyList)) : Known(known.store.insert(maybeJoined)))
      return
    }
    let resources = known.resources
    let (holders, doubts) = joins[join].holders(
      of: index, isNew: isNew, keys: keys, in: resources)
    let elements = holders.map {
      Cell(.value(.json(resources[$0].attributes)), origin: resources[$0].origin)
    }
    let causes = isComplete ? doubts : doubts + missing
    let joined = Known(
      known.store.insert(.list(Collection(elements, missing: causes.distinct))))
    known.bind(slot, joined)
  }

  /// Puts into `draft` what the mapping of the plan at the 0-based index `place` assigns.
  private mutating func assign(_ plans: [Plan], _ place: Int, to draft: inout NodeDraft) {
    let (mapping, resource) = (plans[place].mapping, plans[place].resource)
    let steps = used[mapping].assignments
    // What assigns nothing that is read need not look at the resource.
    if steps.isEmpty { return }
    begin(mapping, resource)
    // What may not be there says nothing for sure.
    let doubts =
      plans[place].doubts.isEmpty
      ? nil
      : known.store.insert(
        Cell(.unknown(plans[place].doubts), origin: known.resources[resource].origin))
    for step in steps {
      switch step {
      case .filter, .adopted, .key: continue
      case .constant(let slot, let term):
        let value = known.known(term)
        known.bind(slot, value)
      case .join(let slot, let join): bindJoin(slot, join, resource, keys: plans[place].keys)
      case .field(let term, let attribute, let type):
        draft.assign(doubts ?? known.assigned(term, to: type), to: attribute)
      }
    }
  }

  /// Returns the plans for nodes of each type, in the order of the nodes.
  private func plansByType(_ plans: [Plan]) -> [[Plan]] {
    var byType: [[Plan]] = program.schema.resources.map { _ in [] }
    for plan in plans { byType[plan.row.type.index].append(plan) }
    for index in byType.indices {
      // Several mappings may speak of one node, in the order of the resources.
      let isSorted = zip(byType[index], byType[index].dropFirst())
        .allSatisfy { $0.row.index <= $1.row.index }
      if isSorted { continue }
      let sorted = byType[index].enumerated()
        .sorted { ($0.element.row.index, $0.offset) < ($1.element.row.index, $1.offset) }
      byType[index] = sorted.map(\.element)
    }
    return byType
  }

  private mutating func makeGraph(_ plans: [Plan], _ inventory: RawInventory) -> ResourceGraph {
    let schema = program.schema
    var builder = GraphBuilder(schema: schema, rawValues: inventory.values)
    if let reads { builder.leaveOutFields(notIn: reads) }
    for (index, plans) in plansByType(plans).enumerated() {
      let type = ResourceTypeID(index: index)
      if counts[index] > 0 {
        insert(counts[index], of: type, plans, into: &builder.tables[index], &builder.pools)
      }
      builder.setMissing(inventory.missing, of: type)
    }
    builder.setRawValues(evaluator.values)
    return builder.freeze()
  }

  /// Adds the `count` nodes of the type to `table`.
  private mutating func insert(
    _ count: Int, of type: ResourceTypeID, _ plans: [Plan], into table: inout ResourceTable,
    _ pools: inout GraphPools
  ) {
    let attributes = program.schema[type].attributes
    let read = attributes.indices.filter { reads?.contains($0, of: type) ?? true }
    let targets = attributes.map { ContainerNodes.target(of: $0, in: program.schema) }
    // The containers are the first nodes of their types, and plans that speak of one add to it.
    let nodes = containers.nodes.filter { $0.row.type == type }
    var draft = NodeDraft(count: attributes.count)
    var next = 0
    for row in 0..<count {
      known.store.forget()
      draft.clear()
      let first = next
      fetchAfter(next, plans)
      while next < plans.count, plans[next].row.index == row {
        assign(plans, next, to: &draft)
        next += 1
      }
      let container = row < nodes.count ? nodes[row] : nil
      let resource = container == nil && first < next ? plans[first].resource : nil
      let doubts = resource == nil ? [] : plans[first].doubts
      for attribute in read {
        if let value = draft[attribute] {
          known.append(value, to: &table.columns[attribute], &pools)
        } else if let container {
          let cell = containers.cell(
            attributes[attribute], ofContainer: container, in: program.schema)
          table.columns[attribute].append(cell, pools: &pools)
        } else {
          appendContainer(
            targets[attribute], of: resource, doubts, to: &table.columns[attribute], &pools)
        }
      }
      appendNode(container, resource, to: &table, &pools)
    }
  }

  /// Has the processor fetch what the plans after the one at the 0-based index `place` are about.
  @inline(__always)
  private func fetchAfter(_ place: Int, _ plans: [Plan]) {
    let (near, far) = (place + 2, place + 4)
    if near < plans.count {
      known.values.fetch(known.resources[plans[near].resource].attributes)
    }
    if far < plans.count { rawResources.fetch(plans[far].resource) }
  }

  /// Adds a row for an attribute of the resource to which no mapping assigns anything: an edge to the
  /// container of the `target`, if there is one; which nothing is surely in of which it is not known
  /// that it is there, because of `doubts`.
  private mutating func appendContainer(
    _ target: (type: ResourceTypeID, kind: ContainerKind)?, of resource: Int?, _ doubts: [Cause],
    to column: inout Column, _ pools: inout GraphPools
  ) {
    if target != nil, !doubts.isEmpty {
      column.appendUnknown(causes: pools.causes.demand(doubts))
    } else if let resource, let target,
      let row = containers.row(of: target.type, target.kind, at: sites[resource])
    {
      column.append(edge: row.index)
    } else {
      column.appendUnknown(causes: pools.causes.demand(Column.skippedCauses))
    }
    column.setOrigin(resource.flatMap { known.resources[$0].origin })
  }

  private func appendNode(
    _ container: ContainerNodes.Node?, _ resource: Int?, to table: inout ResourceTable,
    _ pools: inout GraphPools
  ) {
    if let container {
      table.appendNode(pools.strings.demand(container.address), origin: nil, isNew: false)
    } else if let resource {
      table.appendNode(
        pools.strings.demand(known.resources[resource].address),
        origin: known.resources[resource].origin,
        isNew: rawResources.isNew(resource))
    }
  }
}
