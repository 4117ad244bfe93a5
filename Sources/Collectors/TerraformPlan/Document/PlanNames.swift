internal import ResourceModel
internal import StructuredText

/// The names that resources have in the several parts of a plan, by number, so that each is compared
/// with others once.
struct PlanNames {
  /// The addresses of resources.
  private var addresses = StringPool()

  /// The addresses of blocks inside of their modules, such as `data.aws_vpc.main`.
  private var blocks = StringPool()

  /// The types of resources.
  private var types = StringPool()

  /// The source's names of types: for each number of a text the text, and that with what tells apart
  /// the other `Kind`s in front.
  private(set) var typeNames = Kind.allCases.map(\.prefix)

  /// The bytes of a name while it is put together.
  private var scratch: [UInt8] = []

  private let json: JSONDocument

  /// Creates names of which none is known, of what is in `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns the number of the address `id`, a string, below `addressCount` from then on.
  mutating func address(_ id: JSONNodeID) -> Int {
    scratch.removeAll(keepingCapacity: true)
    json.append(textOf: id, to: &scratch)
    return Int(PlanNames.demand(scratch, in: &addresses))
  }

  /// Returns the number of `address`, below `addressCount` from then on.
  mutating func address(_ address: String) -> Int { Int(addresses.demand(address)) }

  /// The number of different addresses.
  var addressCount: Int { addresses.count }

  /// What a plan speaks of by the name of a type.
  enum Kind: Int, CaseIterable {
    /// What there will be.
    case managed
    /// A data source.
    case data
    /// What the plan takes away or changes, as it was before.
    case former

    /// What stands before the name of the type.
    var prefix: String {
      switch self {
      case .managed: ""
      case .data: "data."
      case .former: RawResource.formerPrefix
      }
    }
  }

  /// Returns where in `typeNames` the type `id` is, a string, of what is of the kind.
  mutating func type(_ id: JSONNodeID, _ kind: Kind) -> Int {
    scratch.removeAll(keepingCapacity: true)
    json.append(textOf: id, to: &scratch)
    let number = Int(PlanNames.demand(scratch, in: &types))
    let kinds = Kind.allCases
    if kinds.count * number == typeNames.count {
      let text = types[UInt32(number)]
      typeNames += kinds.map { $0.prefix + text }
    }
    return kinds.count * number + kind.rawValue
  }

  /// Returns the number of the block of the type and name at `type` and `name`, strings.
  mutating func block(isData: Bool, type: JSONNodeID, name: JSONNodeID) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    if isData { scratch += PlanNames.data }
    json.append(textOf: type, to: &scratch)
    scratch.append(UInt8(ascii: "."))
    json.append(textOf: name, to: &scratch)
    return PlanNames.demand(scratch, in: &blocks)
  }

  /// What the addresses of data sources start with.
  private static let data = Array("data.".utf8)

  private static func demand(_ text: [UInt8], in pool: inout StringPool) -> UInt32 {
    pool.demand(utf8: text.span)
  }

  /// Returns the number of the block with the address `text`, or `nil` when there is none.
  func block(_ text: String) -> UInt32? { blocks.number(of: text) }
}
