internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The raw resources of an input, and the nodes that are made of them.
struct RawIndex {
  /// A text by which edges find nodes.
  struct Key: Hashable {
    /// The type of the nodes.
    let target: ResourceTypeID
    /// The text.
    @ExactText var text: String
    /// The number of the account in which the text is unique; -1 for everywhere.
    let account: Int
    /// The number of the region in which the text is unique; -1 for the whole account, or everywhere.
    let region: Int
  }

  /// The raw resources.
  private(set) var resources: [RawResource]

  /// Where they are.
  let sites: RawSites

  /// The nodes made of each raw resource.
  private(set) var nodes: [[RowID]]

  /// The 0-based index of the raw resource that is being mapped.
  var current = 0

  private let byAttributes: [RawValueID: Int]
  private let byAddress: [ExactText: Int]
  private let byType: [ExactText: [Int]]
  private var makers: [RowID: Int] = [:]
  /// The nodes by their keys; of many with one key, as many as it takes to tell that it is not
  /// unique, so that a hostile input costs no more.
  private var keys: [Key: [RowID]] = [:]

  private static let rowsPerKey = 4

  /// Creates the index of the resources of `inventory`, of which no nodes are made yet.
  init(_ inventory: RawInventory) {
    sites = RawSites(inventory.resources)
    resources = inventory.resources
    nodes = Array(repeating: [], count: inventory.resources.count)
    var byAttributes: [RawValueID: Int] = [:]
    var byAddress: [ExactText: Int] = [:]
    var byType: [ExactText: [Int]] = [:]
    byAttributes.reserveCapacity(inventory.resources.count)
    byAddress.reserveCapacity(inventory.resources.count)
    for (index, resource) in inventory.resources.enumerated() {
      byAttributes[resource.attributes] = index
      byAddress[ExactText(resource.address)] = index
      byType[ExactText(resource.type), default: []].append(index)
    }
    (self.byAttributes, self.byAddress, self.byType) = (byAttributes, byAddress, byType)
  }

  /// Returns the 0-based indices of the raw resources of `types`, in the order of the input.
  func indices(ofTypes types: [String]) -> [Int] {
    Set(types.map { ExactText($0) }).flatMap { byType[$0] ?? [] }.sorted()
  }

  /// Takes the raw resource at the 0-based index for one that exists already.
  mutating func markExisting(_ index: Int) { resources[index] = resources[index].existing }

  /// Says that `row` is made of the raw resource at the 0-based index `index`.
  mutating func insert(_ row: RowID, of index: Int) {
    nodes[index].append(row)
    if makers[row] == nil { makers[row] = index }
  }

  /// Says that edges from within the scope find `row` by `text`.
  mutating func insert(
    key text: String, of row: RowID, within scope: KeyScope, at site: RawSites.Site
  ) {
    let key = RawIndex.key(row.type, text, scope, site)
    let known = keys[key] ?? []
    guard known.count < RawIndex.rowsPerKey, !known.contains(row) else { return }
    keys[key] = known + [row]
  }

  /// Returns the 0-based index of the raw resource whose attributes are `id`.
  func resource(withAttributes id: RawValueID) -> Int? { byAttributes[id] }

  /// Returns the node that `text` names, by a key or by the address of its raw resource.
  func node(of target: ResourceTypeID, named text: String, origin: SourceRange?) -> Reading {
    let candidates = candidates(for: target, named: text)
    if candidates.count == 1, let row = candidates.first { return .value(.resource(row)) }
    return .unknown(unresolved(text, candidates, origin: origin))
  }

  private func candidates(for target: ResourceTypeID, named text: String) -> [RowID] {
    guard resources.indices.contains(current) else { return [] }
    let site = sites[current]
    let scopes: [KeyScope] = [.everywhere, .account, .region]
    var found = scopes.flatMap {
      keys[RawIndex.key(target, text, $0, site)] ?? []
    }
    if let index = byAddress[ExactText(text)] { found += nodes[index].filter { $0.type == target } }
    return Set(found).sorted()
  }

  private static func key(
    _ target: ResourceTypeID, _ text: String, _ scope: KeyScope, _ site: RawSites.Site
  ) -> Key {
    Key(
      target: target, text: text, account: scope == .everywhere ? -1 : site.account,
      region: scope == .region ? site.region : -1)
  }

  private func unresolved(
    _ text: String, _ candidates: [RowID], origin: SourceRange?
  ) -> Cause {
    guard !candidates.isEmpty else {
      return Cause(.unresolvedReference, text.clipped, origin: origin)
    }
    let names = candidates.prefix(3).map { row in
      makers[row].map { resources[$0].address } ?? "#\(row.index + 1)"
    }
    let more = candidates.count > 3 ? ", …" : ""
    let list = names.joined(separator: ", ")
    return Cause(.unresolvedReference, "\(text.clipped) may be \(list)\(more)", origin: origin)
  }
}

/// How values lead to nodes.
extension RawIndex {
  /// Returns the node that a value names: by its text, by what it refers to, or by being a raw
  /// resource itself.
  func edge(to target: ResourceTypeID, from id: RawValueID, in rawValues: RawValues) -> Reading {
    let origin = rawValues.origin(of: id)
    if let index = byAttributes[id] {
      let rows = nodes[index].filter { $0.type == target }
      if rows.count == 1, let row = rows.first { return .value(.resource(row)) }
      return .unknown(unresolved(resources[index].address, rows, origin: origin))
    }
    let references = rawValues.references(of: id)
    switch rawValues[id] {
    case .null: return .absent
    case .string(let text), .number(let text):
      // What is written decides; what it is made from only helps out.
      let named = node(of: target, named: text, origin: origin)
      if case .value = named { return named }
      return referred(target, references).map { .value(.resource($0)) } ?? named
    case .unknown(let cause, _):
      if let row = referred(target, references) { return .value(.resource(row)) }
      if references.isEmpty {
        return .unknown(Cause(cause.kind, cause.detail, origin: cause.origin ?? origin))
      }
      let rows = Set(references.flatMap { self.rows(of: target, $0) }).sorted()
      let text = references.map(\.text).joined(separator: ", ")
      return .unknown(unresolved(text, rows, origin: origin))
    case .boolean, .list, .object:
      let found = rawValues[id].kindName
      return .unknown(Cause(.malformed, "\(found) names no resource", origin: origin))
    }
  }

  /// Returns the nodes that a list names of which the elements are not known.
  ///
  /// What it refers to is taken for part of it, if all of that is in the input.
  func edges(to target: ResourceTypeID, from id: RawValueID, in rawValues: RawValues) -> Reading {
    guard case .unknown(let cause, _) = rawValues[id] else { return .absent }
    let origin = rawValues.origin(of: id)
    let references = rawValues.references(of: id)
    let rows = references.map { self.rows(of: target, $0) }
    let told = Cause(cause.kind, cause.detail, origin: cause.origin ?? origin)
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == 1 }) else { return .unknown(told) }
    let elements = Set(rows.joined()).sorted().map { Cell(.value(.resource($0)), origin: origin) }
    return .value(.list(Collection(elements, missing: [told])))
  }

  /// Returns the one node of the type that the references lead to.
  private func referred(_ target: ResourceTypeID, _ references: [RawReference]) -> RowID? {
    let rows = Set(references.flatMap { self.rows(of: target, $0) })
    return rows.count == 1 ? rows.first : nil
  }

  private func rows(of target: ResourceTypeID, _ reference: RawReference) -> [RowID] {
    guard let index = reference.resource, nodes.indices.contains(index) else { return [] }
    return nodes[index].filter { $0.type == target }
  }
}
