import ResourceModel
import SourceText

/// Raw values that tests write as literals.
indirect enum Raw: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
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

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(String(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: Raw...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Raw)...) { self = .object(elements) }

  /// A reference to the raw resource at the 0-based index.
  static func reference(_ resource: Int?) -> RawReference {
    RawReference(
      resource: resource, text: "r\(resource.map { "\($0)" } ?? "?").id", attribute: "id")
  }

  /// A value that is known after apply and refers to the raw resources.
  static func later(_ resources: Int?...) -> Raw {
    .unknown(resources.map { reference($0) }, isComputed: false)
  }
}

/// An inventory that tests put together.
struct RawSketch {
  /// The values so far.
  var values = RawValues()

  /// The resources so far.
  var resources: [RawResource] = []

  /// Why there may be more.
  var missing: [Cause] = []

  private var offset: UInt32 = 0

  /// Adds a value.
  mutating func insert(_ raw: Raw) -> RawValueID {
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
  mutating func resource(
    _ type: String, _ attributes: Raw, account: String = "111111111111",
    region: String = "eu-central-1", isNew: Bool = true
  ) {
    let id = insert(attributes)
    resources.append(
      RawResource(
        type: type, address: "\(type).r\(resources.count)", attributes: id, origin: nil,
        site: RawSite(account: RawScope(name: account), region: RawScope(name: region)),
        isNew: isNew))
  }

  /// The inventory.
  var inventory: RawInventory {
    RawInventory(source: "test", values: values, resources: resources, missing: missing)
  }
}
