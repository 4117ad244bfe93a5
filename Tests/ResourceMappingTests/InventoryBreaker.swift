import ResourceModel
import TestSupport

/// Replaces some values of an inventory by others, known and unknown.
struct InventoryBreaker {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// Returns `inventory` with about one of ten values replaced.
  mutating func broken(_ inventory: RawInventory) -> RawInventory {
    var values = RawValues()
    var identities: [RawValueID: RawValueID] = [:]
    let attributes = Set(inventory.resources.map(\.attributes))
    // Children precede their parents.
    for index in 0..<inventory.values.count {
      let id = RawValueID(index: UInt32(index))
      let origin = inventory.values.origin(of: id)
      let copy: RawValueID
      if !attributes.contains(id), Int.random(in: 0..<10, using: &random) == 0 {
        copy = replacement(for: id, in: inventory.values, &values)
      } else {
        switch inventory.values[id] {
        case .list:
          let elements = inventory.values.children(of: id).compactMap { identities[$0] }
          copy = values.insert(list: elements, origin: origin)
        case .object:
          let members = inventory.values.members(of: id).compactMap { member in
            identities[member.value].map { (name: member.name, value: $0) }
          }
          copy = values.insert(object: members, origin: origin)
        case .null, .boolean, .number, .string, .unknown:
          copy = values.insert(inventory.values[id], origin: origin)
        }
      }
      values.setReferences(inventory.values.references(of: id), of: copy)
      identities[id] = copy
    }
    let resources = inventory.resources.map { resource in
      RawResource(
        type: resource.type, address: resource.address,
        attributes: identities[resource.attributes] ?? resource.attributes,
        origin: resource.origin, site: resource.site,
        isNew: Bool.random(using: &random))
    }
    return RawInventory(
      source: inventory.source, values: values, resources: resources, missing: inventory.missing)
  }

  private mutating func replacement(
    for id: RawValueID, in old: RawValues, _ values: inout RawValues
  ) -> RawValueID {
    let origin = Bool.random(using: &random) ? old.origin(of: id) : nil
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return values.insert(.null, origin: origin)
    case 1: return values.insert(.boolean(Bool.random(using: &random)), origin: origin)
    case 2: return values.insert(.number("-1"), origin: origin)
    case 3: return values.insert(.string(""), origin: origin)
    case 4:
      let cause = Cause(.knownAfterApply, "somewhere", origin: origin)
      return values.insert(.unknown(cause, isComputed: true), origin: origin)
    case 5:
      let cause = Cause(.knownAfterApply, "elsewhere")
      return values.insert(.unknown(cause, isComputed: false), origin: origin)
    case 6:
      return values.insert(.unknown(Cause(.redacted, "secret"), isComputed: false), origin: origin)
    case 7: return values.insert(list: [], origin: origin)
    default: return values.insert(object: [(name: String, value: RawValueID)](), origin: origin)
    }
  }
}
