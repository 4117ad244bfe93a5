internal import PolicyIR
package import ResourceModel
internal import SourceText

/// The raw resources of an input, and the nodes that are made of them.
///
/// It is a class because it grows while terms ask it, and asking must not copy what it knows. It
/// stays in one task.
package final class RawIndex {
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
  package let resources: [RawResource]

  /// Of which types they are.
  package let types: RawTypes

  /// Where they are.
  package let sites: RawSites

  /// The first node made of each raw resource, and further ones of the few that have any.
  private var firstNodes: [RowID?]
  private var otherNodes: [Int: [RowID]] = [:]

  /// Whether everything that is attached to a raw resource is in the input.
  private var areNew: [Bool]

  /// Whether mappings read the raw resources of each type, by its number.
  private var areMapped: [Bool]

  /// The 0-based index of the raw resource that is being mapped.
  package var current = 0

  /// The attributes of each, ascending, and which of them has them.
  @usableFromInline let attributes: [(id: RawValueID, resource: Int)]
  private let addresses: RawAddresses
  /// The raw resources that nodes are made of, by the types and rows of these; -1 for a node that is
  /// made of none.
  private var makers: [[Int]] = []
  /// The first node with each key, and further ones of the few that several have.
  ///
  /// Of many with one key there are as many as it takes to tell that it is not unique, so that a
  /// hostile input costs no more.
  private var keys: [Key: RowID] = [:]
  private var otherNodesByKey: [Key: [RowID]] = [:]

  private static let rowsPerKey = 4

  /// Creates the index of the resources of `inventory`, of which no nodes are made yet.
  package init(_ inventory: RawInventory) {
    types = RawTypes(inventory.resources)
    sites = RawSites(inventory.resources)
    resources = inventory.resources
    firstNodes = Array(repeating: nil, count: inventory.resources.count)
    areNew = inventory.resources.map(\.isNew)
    areMapped = Array(repeating: false, count: types.count)
    var attributes: [(id: RawValueID, resource: Int)] = []
    attributes.reserveCapacity(resources.count)
    for index in resources.indices {
      attributes.append((resources[index].attributes, index))
    }
    let isSorted = zip(attributes, attributes.dropFirst()).allSatisfy { $0.id.index < $1.id.index }
    if !isSorted { attributes.sort { ($0.id.index, $0.resource) < ($1.id.index, $1.resource) } }
    self.attributes = attributes
    addresses = RawAddresses(resources)
  }

  /// Has the processor fetch the raw resource at the 0-based index, which is looked at soon.
  package func fetch(_ index: Int) { resources.fetch(index..<index + 1) }

  /// Whether everything that is attached to the raw resource at the 0-based index is in the input.
  package func isNew(_ index: Int) -> Bool { areNew[index] }

  /// Takes the raw resource at the 0-based index for one that exists already.
  package func markExisting(_ index: Int) { areNew[index] = false }

  /// Whether mappings read the raw resource at the 0-based index.
  package func isMapped(_ index: Int) -> Bool { areMapped[types[index]] }

  /// Says that mappings read the raw resources of `types`.
  package func markMapped(_ types: [String]) {
    for type in types {
      if let number = self.types.number(of: type) { areMapped[number] = true }
    }
  }

  /// Says that `row` is made of the raw resource at the 0-based index `index`.
  package func insert(_ row: RowID, of index: Int) {
    if firstNodes[index] == nil {
      firstNodes[index] = row
    } else {
      otherNodes[index, default: []].append(row)
    }
    while makers.count <= row.type.index { makers.append([]) }
    while makers[row.type.index].count < row.index { makers[row.type.index].append(-1) }
    if makers[row.type.index].count == row.index { makers[row.type.index].append(index) }
  }

  /// Returns the nodes of the type that are made of the raw resource at the 0-based index.
  private func nodes(of index: Int, _ target: ResourceTypeID) -> [RowID] {
    guard let first = firstNodes[index] else { return [] }
    let nodes = otherNodes.isEmpty ? [first] : [first] + (otherNodes[index] ?? [])
    return nodes.filter { $0.type == target }
  }

  /// Says that edges from within the scope find `row` by `text`.
  package func insert(
    key text: String, of row: RowID, within scope: KeyScope, at site: RawSites.Site
  ) {
    let key = RawIndex.key(row.type, text, scope, site)
    if RawIndex.keep(&keys[key, default: row]) == row { return }
    RawIndex.insert(row, into: &otherNodesByKey[key, default: []])
  }

  /// Returns the node, which is in its dictionary since it could have been changed.
  private static func keep(_ row: inout RowID) -> RowID { row }

  private static func insert(_ row: RowID, into rows: inout [RowID]) {
    if rows.count < rowsPerKey, !rows.contains(row) { rows.append(row) }
  }

  private func nodes(withKey key: Key) -> [RowID] {
    guard let first = keys[key] else { return [] }
    return otherNodesByKey.isEmpty ? [first] : [first] + (otherNodesByKey[key] ?? [])
  }

  /// Returns the 0-based index of the raw resource whose attributes are `id`.
  @inlinable package func resource(withAttributes id: RawValueID) -> Int? {
    var (low, high) = (0, attributes.count)
    while low < high {
      let middle = (low + high) / 2
      if attributes[middle].id.index < id.index { low = middle + 1 } else { high = middle }
    }
    return low < attributes.count && attributes[low].id == id ? attributes[low].resource : nil
  }

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
    var found = scopes.flatMap { nodes(withKey: RawIndex.key(target, text, $0, site)) }
    if let index = addresses.resource(at: text) { found += nodes(of: index, target) }
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
      maker(of: row).map { resources[$0].address } ?? "#\(row.index + 1)"
    }
    let more = candidates.count > 3 ? ", …" : ""
    let list = names.joined(separator: ", ")
    return Cause(.unresolvedReference, "\(text.clipped) may be \(list)\(more)", origin: origin)
  }

  /// Returns the 0-based index of the raw resource that the node is made of first.
  private func maker(of row: RowID) -> Int? {
    guard makers.indices.contains(row.type.index),
      makers[row.type.index].indices.contains(row.index)
    else { return nil }
    let maker = makers[row.type.index][row.index]
    return maker < 0 ? nil : maker
  }
}

/// How values lead to nodes.
extension RawIndex {
  /// Returns the node that a value names: by its text, by what it refers to, or by being a raw
  /// resource itself.
  func edge(to target: ResourceTypeID, from id: RawValueID, in rawValues: RawValues) -> Reading {
    let origin = rawValues.origin(of: id)
    if let index = resource(withAttributes: id) {
      let rows = nodes(of: index, target)
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
      let (rows, isOpen) = referred(target, references, isKnown: true)
      return rows.count == 1 && !isOpen ? .value(.resource(rows[0])) : named
    case .unknown(let cause, _):
      if references.isEmpty {
        return .unknown(cause.located(at: origin))
      }
      let (rows, isOpen) = referred(target, references, isKnown: false)
      if rows.count == 1, !isOpen { return .value(.resource(rows[0])) }
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
    let told = cause.located(at: origin)
    let (rows, isOpen) = referred(target, references, isKnown: false)
    let isSureOfAll = references.allSatisfy { reference in
      reference.isGiven || reference.resource.map { nodes(of: $0, target).count } == 1
    }
    guard !rows.isEmpty, !isOpen, isSureOfAll else { return .unknown(told) }
    let elements = rows.map { Cell(.value(.resource($0)), origin: origin) }
    return .value(.list(Collection(elements, missing: [told])))
  }

  /// Returns the nodes of the type that the references of a value lead to, and whether it may be that
  /// it names another.
  private func referred(
    _ target: ResourceTypeID, _ references: [RawReference], isKnown: Bool
  ) -> (rows: [RowID], isOpen: Bool) {
    let leads = leads(of: references, isKnown: isKnown) { !nodes(of: $0, target).isEmpty }
    return (Set(leads.resources.flatMap { nodes(of: $0, target) }).sorted(), leads.isOpen)
  }
}
