package import ResourceModel
internal import SourceText

/// Raw values that tests write as literals.
package indirect enum Raw: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case list([Raw])
  case object([(String, Raw)])
  case unknown([RawReference], isComputed: Bool)
  case known(Raw, [RawReference])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: Raw...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Raw)...) { self = .object(elements) }

  /// A reference to the raw resource at the 0-based index.
  package static func reference(_ resource: Int?) -> RawReference {
    RawReference(
      resource: resource, text: "r\(resource.map { "\($0)" } ?? "?").id", attribute: "id")
  }

  /// A reference to what is known and no raw resource.
  package static let given = RawReference(
    resource: nil, text: "var.x", attribute: "", isGiven: true)

  /// A value that is known after apply and refers to the raw resources.
  package static func later(_ resources: Int?...) -> Raw {
    .unknown(resources.map { reference($0) }, isComputed: false)
  }
}

/// An inventory that tests put together.
package struct RawSketch {
  /// The values so far.
  package var values = RawValues()

  /// The resources so far.
  package var resources: [RawResource] = []

  /// Why there may be more.
  package var missing: [Cause] = []

  private var offset: UInt32 = 0

  /// Creates an inventory of nothing.
  package init() {}

  /// Adds a value.
  package mutating func insert(_ raw: Raw) -> RawValueID {
    offset += 1
    let origin = SourceRange(file: FileID(index: 3), lower: offset, upper: offset + 1)
    switch raw {
    case .null: return values.insert(.null, origin: origin)
    case .bool(let value): return values.insert(.boolean(value), origin: origin)
    case .number(let text): return values.insert(.number(text), origin: origin)
    case .string(let text): return values.insert(.string(text), origin: origin)
    case .list(let elements):
      let ids = elements.map { insert($0) }
      return values.insert(list: ids, origin: origin)
    case .object(let members):
      let pairs = members.map { (name: $0.0, value: insert($0.1)) }
      return values.insert(object: pairs, origin: origin)
    case .unknown(let references, let isComputed):
      let cause = Cause(.knownAfterApply)
      let id = values.insert(.unknown(cause, isComputed: isComputed), origin: origin)
      values.setReferences(references, of: id)
      return id
    case .known(let raw, let references):
      let id = insert(raw)
      values.setReferences(references, of: id)
      return id
    }
  }

  /// Adds a resource, which is called by its type and number.
  package mutating func resource(
    _ type: String, _ attributes: Raw, account: String = "111111111111",
    region: String = "eu-central-1", isNew: Bool = true
  ) {
    let site = RawSite(account: RawScope(name: account), region: RawScope(name: region))
    resource(type, attributes, at: site, isNew: isNew)
  }

  /// Adds a resource at the place, which is called by its type and number.
  package mutating func resource(
    _ type: String, _ attributes: Raw, at site: RawSite, isNew: Bool = true
  ) {
    let id = insert(attributes)
    resources.append(
      RawResource(
        type: type, address: "\(type).r\(resources.count)", attributes: id, origin: nil,
        site: site, isNew: isNew))
  }

  /// The inventory.
  package var inventory: RawInventory {
    RawInventory(source: "test", values: values, resources: resources, missing: missing)
  }
}
