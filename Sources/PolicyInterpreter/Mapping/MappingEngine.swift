package import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

/// Makes the nodes of raw resources, as the mappings of a program say.
///
/// Which nodes there are is decided first, with their keys, so that edges find nodes that come
/// later; only then are attributes read.
package struct MappingEngine {
  /// A node that is to be made.
  struct Plan {
    /// The node.
    let row: RowID
    /// The 0-based index of the raw resource it is made of.
    let resource: Int
    /// The 0-based index of the mapping among those that are used.
    let mapping: Int
    /// The texts by which others may name it.
    let keys: [(text: String, scope: KeyScope)]
  }

  private let program: Program
  private let evaluator: TermEvaluator
  private var known: KnownEvaluator
  private let sites: RawSites
  private let containers: ContainerNodes
  private let missing: [Cause]
  private let nothingJoined = Known(.other(.list(Collection([]))))
  private let maybeJoined: Known
  private let reads: AttributeReads?
  private var isInterpreted = false
  private var used: [UsedMapping] = []
  private var joins = JoinIndices()
  private var counts: [ResourceTypeID: Int] = [:]
  private var notes: [MappingNote] = []

  /// Returns the graph of the resources of `inventory`, and what a person should know of it.
  ///
  /// Attributes that are not in `reads` are not collected, if it is given. Where `isInterpreted` is
  /// set, the interpreter evaluates all terms, which gives the same and takes longer.
  package static func map(
    _ inventory: RawInventory, program: Program, now: Timestamp, reads: AttributeReads? = nil,
    limits: Limits = .standard, isInterpreted: Bool = false
  ) -> (ResourceGraph, [MappingNote]) {
    var engine = MappingEngine(inventory, program, now, reads, limits)
    engine.isInterpreted = isInterpreted
    engine.used = program.mappings.filter { $0.source == inventory.source }
      .map { UsedMapping($0, in: program, reads) }
    let plans = engine.plan(inventory)
    let graph = engine.makeGraph(plans, inventory)
    return (graph, engine.notes)
  }

  private init(
    _ inventory: RawInventory, _ program: Program, _ now: Timestamp, _ reads: AttributeReads?,
    _ limits: Limits
  ) {
    self.program = program
    self.reads = reads
    let index = RawIndex(inventory)
    sites = index.sites
    missing = inventory.missing
    maybeJoined = Known(.other(.list(Collection([], missing: missing.distinct))))
    containers = ContainerNodes(index.sites, program.schema)
    evaluator = TermEvaluator(
      program: program, graph: nil, rawValues: inventory.values, now: now, limits: limits)
    evaluator.rawResources = index
    known = KnownEvaluator(evaluator)
    for node in containers.nodes {
      counts[node.row.type, default: 0] += 1
      guard let name = node.scope.name else { continue }
      for attribute in program.schema[node.row.type].attributes {
        guard let scope = attribute.key else { continue }
        evaluator.rawResources?.insert(key: name, of: node.row, within: scope, at: node.site)
      }
    }
  }

  /// Decides which nodes there are, and by what they are found.
  private mutating func plan(_ inventory: RawInventory) -> [Plan] {
    var mappings: [String: [Int]] = [:]
    var joined: Set<String> = []
    for (index, used) in used.enumerated() {
      for type in used.mapping.rawTypes { mappings[type, default: []].append(index) }
      for case .join(_, let types, _) in used.mapping.steps { joined.formUnion(types) }
    }
    var plans: [Plan] = []
    var unmapped: [String: Int] = [:]
    for (index, resource) in inventory.resources.enumerated() {
      guard let candidates = mappings[resource.type] else {
        // What is joined is read as a part of another resource, data sources by reference.
        if !joined.contains(resource.type), !resource.type.hasPrefix("data.") {
          unmapped[resource.type, default: 0] += 1
        }
        continue
      }
      for mapping in candidates {
        used[mapping].prepare(evaluator, &joins, isInterpreted: isInterpreted)
        guard let keys = keys(of: used[mapping], index, resource) else { continue }
        let row = row(of: used[mapping].mapping.target, at: sites[index])
        evaluator.rawResources?.insert(row, of: index)
        for key in keys {
          evaluator.rawResources?.insert(
            key: key.text, of: row, within: key.scope, at: sites[index])
        }
        plans.append(Plan(row: row, resource: index, mapping: mapping, keys: keys))
      }
    }
    notes += unmapped.sorted { $0.key < $1.key }.map { .unmapped(type: $0.key, count: $0.value) }
    return plans
  }

  /// Returns the node for the raw resource: the container it is in, or a new one.
  private mutating func row(of type: ResourceTypeID, at site: RawSites.Site) -> RowID {
    if let kind = program.schema[type].container,
      let row = containers.row(of: type, kind, at: site)
    {
      return row
    }
    let index = counts[type, default: 0]
    counts[type] = index + 1
    return RowID(type: type, index: index)
  }

  /// Returns the known keys of the node that the mapping makes, or `nil` if it makes none.
  private mutating func keys(
    of used: UsedMapping, _ index: Int, _ resource: RawResource
  ) -> [(text: String, scope: KeyScope)]? {
    let mapping = used.mapping
    begin(used, index)
    var keys: [(text: String, scope: KeyScope)] = []
    var applies = Answer.yes
    for step in used.identification {
      switch step.step {
      case .filter: applies = applies.and(known.answer(step.term))
      case .adopted:
        if known.answer(step.term) != .no { markExisting(index) }
      case .constant(let slot, _): known.bind(slot, known.known(step.term))
      case .join(let slot, _, _): bindJoin(slot, step.join, index, keys: [])
      case .field(let attribute, _):
        let declaration = program.schema[mapping.target].attributes[attribute]
        guard let scope = declaration.key else { continue }
        let value = known.known(step.term)
        let fitted = known.fitted(value, to: declaration.type)
        switch known.resolved(fitted).value {
        case .string(let text): keys.append((text, scope))
        case .other(.arn(let arn)): keys.append((arn.description, scope))
        case .absent, .bool, .int, .json, .enumeration, .other, .unknown: continue
        }
      }
      if applies == .no { return nil }
    }
    if applies != .yes {
      notes.append(
        .undecided(
          address: resource.address, type: program.schema[mapping.target].name,
          causes: applies.causes, origin: resource.origin))
    }
    return keys
  }

  /// Forgets the resource before, and lets the mapping speak of the one at `index`.
  private mutating func begin(_ used: UsedMapping, _ index: Int) {
    evaluator.rawResources?.current = index
    guard let resource = evaluator.rawResources?.resources[index] else { return }
    known.begin(used.code, slots: used.mapping.slotCount, resource)
    evaluator.joinSlots = used.joinSlots
    known.bind(
      used.mapping.rawSlot, Known(.json(resource.attributes), origin: resource.origin))
  }

  /// Takes the raw resource at `index`, which is being mapped, for one that exists already.
  private mutating func markExisting(_ index: Int) {
    evaluator.rawResources?.markExisting(index)
    if let resource = evaluator.rawResources?.resources[index] { known.replace(resource) }
  }

  private mutating func bindJoin(
    _ slot: Int, _ join: Int, _ index: Int, keys: [(text: String, scope: KeyScope)]
  ) {
    let isNew = evaluator.rawResources?.resources[index].isNew ?? false
    if joins[join].isEmpty {
      known.bind(slot, isNew ? nothingJoined : maybeJoined)
      return
    }
    guard let resources = evaluator.rawResources?.resources else { return }
    let (holders, doubts) = joins[join].holders(of: index, keys: keys, in: resources)
    let elements = holders.map { holder in
      let resource = resources[holder]
      return Cell(.value(.json(resource.attributes)), origin: resource.origin)
    }
    let collection = Collection(elements, missing: (doubts + (isNew ? [] : missing)).distinct)
    known.bind(slot, Known(.other(.list(collection))))
  }

  /// Puts into `draft` what the plan's mapping assigns.
  private mutating func assign(_ plan: Plan, to draft: inout NodeDraft) {
    let used = used[plan.mapping]
    // What assigns nothing that is read need not look at the resource.
    if used.assignments.isEmpty { return }
    begin(used, plan.resource)
    let attributes = program.schema[used.mapping.target].attributes
    for step in used.assignments {
      switch step.step {
      case .filter, .adopted: continue
      case .constant(let slot, _): known.bind(slot, known.known(step.term))
      case .join(let slot, _, _): bindJoin(slot, step.join, plan.resource, keys: plan.keys)
      case .field(let index, _):
        draft.assign(known.assigned(step.term, to: attributes[index].type), to: index)
      }
    }
  }

  private mutating func makeGraph(_ plans: [Plan], _ inventory: RawInventory) -> ResourceGraph {
    let schema = program.schema
    var drafts: [[NodeDraft]] = schema.resources.map { _ in [] }
    // The containers are the first nodes of their types, and plans that speak of one add to it.
    for node in containers.nodes {
      drafts[node.row.type.index].append(NodeDraft(container: node, of: schema[node.row.type]))
    }
    for plan in plans {
      let (type, row) = (plan.row.type.index, plan.row.index)
      if row == drafts[type].count, let resource = evaluator.rawResources?.resources[plan.resource]
      {
        drafts[type].append(
          NodeDraft(resource, at: sites[plan.resource], of: schema[plan.row.type]))
      }
      assign(plan, to: &drafts[type][row])
    }
    var builder = GraphBuilder(schema: schema, rawValues: inventory.values)
    for (index, drafts) in drafts.enumerated() {
      let type = ResourceTypeID(index: index)
      let attributes = schema[type].attributes
      let isRead = attributes.indices.map { reads?.contains($0, of: type) ?? true }
      for draft in drafts {
        let cells = attributes.indices.map { index in
          isRead[index] ? draft.cell(index, attributes[index], containers, schema) : nil
        }
        _ = builder.insert(type, cells, provenance: draft.provenance)
      }
      builder.setMissing(inventory.missing, of: type)
    }
    builder.setRawValues(evaluator.rawValues)
    return builder.freeze()
  }
}
