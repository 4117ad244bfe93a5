/// The nodes of one type by the texts of their keys.
struct KeyIndex {
  /// What a key is found by.
  private struct Key: Equatable {
    let text: UInt32
    /// The texts of where the key is unique; 0 for everywhere.
    let account: UInt32
    let region: UInt32

    var hash: Int {
      let parts = UInt64(text) << 32 | UInt64(account)
      // Both halves of the product, because the lower one does not tell of the upper bits.
      let product = (parts ^ UInt64(region) &* 0x9E37_79B9_7F4A_7C15)
        .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      return Int(truncatingIfNeeded: product.high ^ product.low)
    }
  }

  /// A key and the nodes that have it.
  private struct Entry {
    let key: Key
    let first: UInt32
  }

  private var entries: [Entry] = []

  /// Some of the other nodes with the key of an entry, as many as it takes to say that it is not
  /// unique; by the index of the entry.
  private var others: [Int: [UInt32]] = [:]

  /// Indices of entries plus one, by hash, with linear probing; 0 where there is none.
  private var slots: [UInt32]

  /// The ranges within which some attribute is unique, the widest first.
  private let scopes: [KeyScope]

  private static let mostOthers = 3

  /// Creates the index of the nodes of `table`, whose type declares `attributes`.
  init(_ table: ResourceTable, _ attributes: [Attribute]) {
    slots = Array(repeating: 0, count: 16)
    let declared = Set(attributes.compactMap(\.key))
    scopes = [KeyScope.everywhere, .account, .region].filter { declared.contains($0) }
    for (index, attribute) in attributes.enumerated() {
      guard let scope = attribute.key else { continue }
      let column = table.columns[index]
      switch column.kind {
      case .strings, .arns: break
      case .bits, .integers, .floats, .cases, .pooled, .edges, .runs, .pairs, .structure: continue
      }
      for row in 0..<column.count where column.state(at: row) == .value {
        insert(UInt32(row), KeyIndex.key(column.ids[row], scope, table, row))
      }
    }
  }

  /// Returns the one node that a key `text` names for the node at the 0-based index `row` of `table`,
  /// or `nil` when there are none or several.
  func node(named text: UInt32, for table: ResourceTable, _ row: Int) -> UInt32? {
    var found: UInt32?
    for scope in scopes {
      guard let index = entry(KeyIndex.key(text, scope, table, row)) else { continue }
      let first = entries[index].first
      if let found, found != first { return nil }
      if !others.isEmpty, others[index] != nil { return nil }
      found = first
    }
    return found
  }

  /// Returns the nodes that a key `text` names for the node at the 0-based index `row` of `table`.
  func nodes(named text: UInt32, for table: ResourceTable, _ row: Int) -> [UInt32] {
    var found: [UInt32] = []
    for scope in scopes {
      guard let index = entry(KeyIndex.key(text, scope, table, row)) else { continue }
      for node in [entries[index].first] + (others[index] ?? []) where !found.contains(node) {
        found.append(node)
      }
    }
    return found.sorted()
  }

  private static func key(
    _ text: UInt32, _ scope: KeyScope, _ table: ResourceTable, _ row: Int
  ) -> Key {
    let hasScope = !table.accounts.isEmpty
    // A text that is a key everywhere must not be taken for one in an account without a name.
    switch scope {
    case .everywhere: return Key(text: text, account: .max, region: .max)
    case .account:
      return Key(text: text, account: hasScope ? table.accounts[row] : 0, region: .max)
    case .region:
      return Key(
        text: text, account: hasScope ? table.accounts[row] : 0,
        region: hasScope ? table.regions[row] : 0)
    }
  }

  /// Returns the index of the entry of the key.
  private func entry(_ key: Key) -> Int? {
    var place = key.hash & (slots.count - 1)
    while slots[place] != 0 {
      let index = Int(slots[place] - 1)
      if entries[index].key == key { return index }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ row: UInt32, _ key: Key) {
    var place = key.hash & (slots.count - 1)
    while slots[place] != 0 {
      let index = Int(slots[place] - 1)
      if entries[index].key == key {
        guard entries[index].first != row else { return }
        let known = others[index] ?? []
        if !known.contains(row), known.count < KeyIndex.mostOthers {
          others[index, default: []].append(row)
        }
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
    entries.append(Entry(key: key, first: row))
    slots[place] = UInt32(entries.count)
    if entries.count * 3 > slots.count * 2 { grow() }
  }

  private mutating func grow() {
    // The lowest bits choose the slot.
    let hashes = entries.map { UInt32(truncatingIfNeeded: $0.key.hash) }
    slots = HashSlots.slots(of: hashes, count: slots.count * 2)
  }
}
