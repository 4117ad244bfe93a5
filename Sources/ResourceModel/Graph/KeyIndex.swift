/// The nodes of one type by the texts of their keys.
struct KeyIndex {
  /// What a key is found by.
  private struct Key: Equatable {
    let text: UInt32
    /// The texts of where the key is unique; 0 for everywhere.
    let account: UInt32
    let region: UInt32

    var hash: Int {
      let one = UInt64(text) << 32 | UInt64(account) &* 0x9E37_79B1
      let mixed = (one ^ UInt64(region) << 16) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 20)
    }
  }

  /// A key and the nodes that have it.
  private struct Entry {
    let key: Key
    let first: UInt32
    /// Some of the other nodes with the key, as many as it takes to say that it is not unique.
    var others: [UInt32] = []
  }

  private var entries: [Entry] = []
  /// Indices of entries plus one, by hash, with linear probing; 0 where there is none.
  private var slots: [UInt32]

  private static let mostOthers = 3

  /// Creates the index of the nodes of `table`, whose type declares `attributes`.
  init(_ table: ResourceTable, _ attributes: [Attribute]) {
    slots = Array(repeating: 0, count: 16)
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

  /// Returns the nodes that a key `text` names for the node at the 0-based index `row` of `table`.
  func nodes(named text: UInt32, for table: ResourceTable, _ row: Int) -> [UInt32] {
    var found: [UInt32] = []
    for scope in [KeyScope.everywhere, .account, .region] {
      guard let entry = entry(KeyIndex.key(text, scope, table, row)) else { continue }
      for node in [entry.first] + entry.others where !found.contains(node) { found.append(node) }
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

  private func entry(_ key: Key) -> Entry? {
    var place = key.hash & (slots.count - 1)
    while slots[place] != 0 {
      let entry = entries[Int(slots[place] - 1)]
      if entry.key == key { return entry }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ row: UInt32, _ key: Key) {
    var place = key.hash & (slots.count - 1)
    while slots[place] != 0 {
      let index = Int(slots[place] - 1)
      if entries[index].key == key {
        let known = entries[index]
        if known.first != row, !known.others.contains(row),
          known.others.count < KeyIndex.mostOthers
        {
          entries[index].others.append(row)
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
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var place = entry.key.hash & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = UInt32(index + 1)
    }
  }
}
