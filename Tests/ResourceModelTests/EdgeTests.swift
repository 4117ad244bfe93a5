import ResourceModel
import Testing

/// Edges that are given by key find their ends, in both directions.
struct EdgeTests {
  private let catalogue: Catalogue
  private let key: ResourceTypeID
  private let user: ResourceTypeID

  init() {
    var catalogue = Catalogue()
    user = ResourceTypeID(index: 1)
    let users = catalogue.type(.resource(user))
    let attributes = [
      catalogue.attribute("user", .resource(user)), catalogue.attribute("others", .list(users)),
    ]
    key = catalogue.resource("test.Key", attributes)
    let keys = catalogue.type(.resource(key))
    _ = catalogue.resource(
      "test.User",
      [
        catalogue.attribute("id", .string, key: .everywhere),
        catalogue.attribute("name", .string, key: .account),
        catalogue.attribute("label", .string, key: .region),
        catalogue.attribute(
          "keys", .list(keys), inverse: EdgeID(resource: ResourceTypeID(index: 0), attribute: 0)),
      ])
    self.catalogue = catalogue
  }

  private func addUser(
    _ builder: inout GraphBuilder, _ id: String, name: String, label: String, account: String = "1",
    region: String = "r"
  ) -> RowID {
    let row = builder.node(user, "user.\(id)", account: account, region: region)
    for (index, text) in [id, name, label].enumerated() {
      let number = builder.pools.strings.demand(text)
      builder.tables[user.index].columns[index].append(pooled: number)
    }
    return row
  }

  private func addKey(
    _ builder: inout GraphBuilder, of name: String, others: [String] = [], account: String = "1",
    region: String = "r"
  ) -> RowID {
    let row = builder.node(key, "key", account: account, region: region)
    let number = builder.pools.strings.demand(name)
    builder.tables[key.index].columns[0].append(edgeWithKey: number)
    for other in others {
      let number = builder.pools.strings.demand(other)
      builder.tables[key.index].columns[1].children[0].append(edgeWithKey: number)
    }
    builder.tables[key.index].columns[1].endRun()
    return row
  }

  @Test func aKeyLeadsToItsNodeWithinItsScope() {
    var builder = catalogue.builder()
    let one = addUser(&builder, "u1", name: "kim", label: "a")
    let other = addUser(&builder, "u2", name: "kim", label: "a", account: "2")
    let third = addUser(&builder, "u3", name: "lee", label: "a", region: "s")
    let cases: [(RowID, RowID)] = [
      (addKey(&builder, of: "u2"), other), (addKey(&builder, of: "kim"), one),
      (addKey(&builder, of: "kim", account: "2"), other), (addKey(&builder, of: "a"), one),
      (addKey(&builder, of: "a", region: "s"), third),
    ]
    let graph = builder.freeze()
    for (key, user) in cases { #expect(graph.cell(0, of: key).reading == .value(.resource(user))) }
    let keys = Collection([cases[1].0, cases[3].0].map { Cell(.value(.resource($0))) })
    #expect(graph.cell(3, of: one).reading == .value(.list(keys)))
  }

  @Test func aKeyThatNamesNothingOrSeveralIsUnknown() {
    var builder = catalogue.builder()
    let one = addUser(&builder, "u1", name: "kim", label: "")
    let other = addUser(&builder, "u2", name: "kim", label: "")
    let lost = addKey(&builder, of: "nobody", others: ["u2", "gone", "u1"])
    let open = addKey(&builder, of: "kim", account: "1")
    let graph = builder.freeze()
    let none = Cause(.unresolvedReference, "nobody")
    #expect(graph.cell(0, of: lost).reading == .unknown(none))
    #expect(
      graph.cell(0, of: open).reading
        == .unknown(Cause(.unresolvedReference, "kim may be user.u1, user.u2")))
    let ends = Collection([
      Cell(.value(.resource(other))), Cell(.unknown(Cause(.unresolvedReference, "gone"))),
      Cell(.value(.resource(one))),
    ])
    #expect(graph.cell(1, of: lost).reading == .value(.list(ends)))
    // Either key may belong to either user.
    guard case .value(.list(let keys)) = graph.cell(3, of: one).reading else {
      Issue.record("the keys of a user are a list")
      return
    }
    #expect(keys.elements.isEmpty)
    #expect(keys.missing.contains(none))
  }

  @Test func manyThreadsFindTheNodesThatOneDoes() {
    var builder = catalogue.builder()
    for (number, account) in ["1", "2", "2"].enumerated() {
      _ = addUser(&builder, "u\(number)", name: "kim", label: "a", account: account)
    }
    var keys: [RowID] = []
    for number in 0..<20_000 {
      let name = ["u0", "kim", "gone", "u2", "u2"][number * 7 % 5]
      let account = number % 1000 < 500 ? "1" : "2"
      keys.append(
        addKey(&builder, of: name, others: number % 3 == 0 ? ["u1", name] : [], account: account))
    }
    let one = builder.freeze()
    var kinds: Set<String> = []
    for jobs in 2...3 {
      let many = builder.freeze(jobs: jobs)
      for key in keys {
        for attribute in 0...1 {
          #expect(many.cell(attribute, of: key) == one.cell(attribute, of: key))
        }
        switch many.cell(0, of: key).reading {
        case .value(.resource(let user)): kinds.insert("user \(user.index)")
        case .unknown(let causes): kinds.formUnion(causes.map(\.detail))
        case .value, .absent: Issue.record("an edge leads to a user or is unknown")
        }
      }
    }
    #expect(kinds == ["user 0", "user 2", "gone", "kim may be user.u1, user.u2"])
  }

  @Test func manyUnknownEdgesAreToldInAFewCauses() {
    var builder = catalogue.builder()
    let one = addUser(&builder, "u1", name: "kim", label: "")
    for number in 0..<1000 { _ = addKey(&builder, of: "nobody\(number)") }
    let graph = builder.freeze()
    guard case .value(.list(let keys)) = graph.cell(3, of: one).reading else {
      Issue.record("the keys of a user are a list")
      return
    }
    #expect(keys.missing.count == 33)
    #expect(keys.missing.contains { $0.detail == "and 968 more edges that are not known" })
  }

  @Test func anEdgeThatIsNamedTwiceIsOneTheOtherWayRound() {
    var catalogue = Catalogue()
    let node = ResourceTypeID(index: 0)
    let nodes = catalogue.type(.resource(node))
    let attributes = [
      catalogue.attribute("next", .list(nodes)),
      catalogue.attribute(
        "previous", .list(nodes), inverse: EdgeID(resource: node, attribute: 0)),
    ]
    _ = catalogue.resource("test.Node", attributes)
    var builder = catalogue.builder()
    let rows = (0..<3).map { RowID(type: node, index: $0) }
    for ends in [[rows[1], rows[1], rows[2]], [rows[1]], [rows[0]]] {
      let list = Value.list(Collection(ends.map { Cell(.value(.resource($0))) }))
      let cells = [Cell(.value(list)), Cell(.unknown(Catalogue.cause))]
      _ = builder.insert(
        node, cells, provenance: Provenance(address: "", origin: nil, isNew: true))
    }
    let graph = builder.freeze()
    let wanted = Collection([rows[0], rows[1]].map { Cell(.value(.resource($0))) })
    #expect(graph.cell(1, of: rows[1]).reading == .value(.list(wanted)))
  }
}
