internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Makes the graph of rows: with the accounts and regions they are in, and what is said of all.
struct GraphAssembly {
  /// The names of one container: its account and, of a region, its own.
  private struct ContainerName: Hashable {
    let type: Int
    let account: UInt32
    let region: UInt32
  }

  private let table: ShapeTable
  private let jobs: Int
  private var shredder: GraphShredder

  /// Creates the assembly of the rows in `part`, at which `jobs` threads work at a time.
  init(_ table: ShapeTable, _ part: GraphPart, jobs: Int) {
    self.table = table
    self.jobs = jobs
    shredder = GraphShredder(table, part)
  }

  /// Returns the graph, of which `header` speaks.
  mutating func finish(_ header: GraphHeader) -> GraphInput {
    addContainers()
    let (missing, unknownNames) = missing(by: header)
    var part = shredder.finish()
    for (index, causes) in missing.enumerated() {
      part.builder.setMissing(causes, of: ResourceTypeID(index: index))
    }
    part.builder.setRawValues(part.rawValues)
    let (tally, builder) = (part.tally, part.builder)
    return GraphInput(
      graph: builder.freeze(jobs: jobs), resourceCount: tally.resourceCount,
      notes: unknownNames + notes(tally))
  }

  /// Adds the accounts and regions in which resources are, in the order in which they are met.
  private mutating func addContainers() {
    var records: [ContainerName: [ContainerRecord]] = [:]
    for record in shredder.tally.records {
      let name = ContainerName(
        type: record.type, account: record.account, region: record.region)
      records[name, default: []].append(record)
    }
    for type in table.schema.resources.indices where table.isRead[type] {
      guard let kind = table.schema.resources[type].container, kind != .organization else {
        continue
      }
      var seen: Set<ContainerName> = []
      for scope in shredder.tally.scopes {
        let region = kind == .region ? scope.region : 0
        let name = ContainerName(type: type, account: scope.account, region: region)
        guard kind == .account || region != 0, seen.insert(name).inserted else { continue }
        shredder.addContainer(
          type, kind, account: scope.account, region: region, records[name] ?? [])
      }
    }
  }

  /// Returns for each type why there may be more resources of it, and what is wrong with the names.
  private func missing(by header: GraphHeader) -> ([[Cause]], notes: [String]) {
    let schema = table.schema
    var missing = schema.resources.map { _ in [Cause(.notCollected)] }
    var notes: [String] = []
    for name in header.complete {
      if let type = schema.resource(named: name) {
        missing[type.index] = []
      } else {
        notes.append("`complete` names `\(name)`, which no pack declares\(suggestion(name))")
      }
    }
    for (name, causes) in header.missing {
      if let type = schema.resource(named: name) {
        missing[type.index] = causes
      } else {
        notes.append("`missing` names `\(name)`, which no pack declares\(suggestion(name))")
      }
    }
    return (missing, notes)
  }

  private func suggestion(_ name: String) -> String {
    let names = table.schema.resources.map(\.name)
    return Spelling.nearest(to: name, in: names).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// Returns what a person should know of names that the schema does not have.
  private func notes(_ tally: GraphTally) -> [String] {
    var notes: [String] = []
    for type in sorted(tally.strangeTypes) {
      let name = String(decoding: type.name, as: UTF8.self)
      notes.append(
        "no pack declares `\(name)`, of which there \(count(type.count))\(suggestion(name))")
    }
    for stranger in sorted(tally.strangers) where stranger.owner != Int.max {
      let name = String(decoding: stranger.name, as: UTF8.self)
      let owner = ownerName(stranger.owner)
      notes.append("\(owner) has no `\(name)` to be given, of which there \(count(stranger.count))")
    }
    return notes
  }

  private func count(_ number: Int) -> String { number == 1 ? "is 1" : "are \(number)" }

  private func sorted(_ strangers: [Stranger]) -> [Stranger] {
    strangers.sorted { left, right in
      left.owner != right.owner
        ? left.owner < right.owner : left.name.lexicographicallyPrecedes(right.name)
    }
  }

  private func ownerName(_ owner: Int) -> String {
    if table.schema.resources.indices.contains(owner) { return table.schema.resources[owner].name }
    return table.structureName(membersAt: -1 - owner) ?? "a structure"
  }
}
