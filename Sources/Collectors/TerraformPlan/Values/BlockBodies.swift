internal import StructuredText

/// Tells which members of block bodies say more of a value than that it is a constant.
struct BlockBodies {
  /// What the bodies that a value comes from say of its members.
  enum Telling {
    /// Nothing.
    case nothing
    /// Something of the members with these keys.
    case keys([JSONNodeID])
    /// Something of any member.
    case anything

    /// Returns `true` iff something is said of the member with the key `key`.
    func tells(of key: JSONNodeID, in json: JSONDocument) -> Bool {
      switch self {
      case .nothing: false
      case .keys(let keys): keys.contains { json.isSameKey($0, key) }
      case .anything: true
      }
    }
  }

  /// Where there are more bodies, or more members in one, looking at all of them is not worth it.
  private static let most = 64

  private let json: JSONDocument

  /// A key that was found to be `constant_value`, with which others are compared.
  private var constantKey: JSONNodeID?

  /// The body that was asked last and what it tells, because the instances of a block follow one
  /// another.
  private var last: (body: JSONNodeID, telling: Telling)?

  /// Creates a search in `json`.
  init(_ json: JSONDocument) {
    self.json = json
  }

  /// Returns `true` iff no part of a known value that comes from `origin` refers to anything.
  mutating func isSilent(_ origin: ValueOrigin) -> Bool {
    if case .nothing = telling(origin) { return true }
    return false
  }

  /// Returns what is said of the members of a known value that comes from `origin`.
  mutating func telling(_ origin: ValueOrigin) -> Telling {
    switch origin {
    case .unseen, .nobody: return .nothing
    case .references(let list), .partOf(let list): return list.isEmpty ? .nothing : .anything
    case .body(let body): return telling(of: body)
    case .bodies(let bodies, let primary):
      if let primary { return telling(of: primary) }
      guard bodies.count <= BlockBodies.most else { return .anything }
      for body in bodies {
        guard case .nothing = find(in: body) else { return .anything }
      }
      return .nothing
    }
  }

  private mutating func telling(of body: JSONNodeID) -> Telling {
    if let last, last.body == body { return last.telling }
    let telling = find(in: body)
    last = (body, telling)
    return telling
  }

  private mutating func find(in body: JSONNodeID) -> Telling {
    guard case .object = json.kind(of: body) else { return .nothing }
    guard json.count(of: body) <= BlockBodies.most else { return .anything }
    var keys: [JSONNodeID] = []
    var next = json.firstKey(of: body)
    while let key = next {
      if !isConstant(json.value(of: key)) { keys.append(key) }
      next = json.key(after: key, of: body)
    }
    return keys.isEmpty ? .nothing : .keys(keys)
  }

  /// Returns `true` iff the member `node` of a body is an expression that refers to nothing, or no
  /// block at all.
  private mutating func isConstant(_ node: JSONNodeID) -> Bool {
    switch json.kind(of: node) {
    case .null, .bool, .number, .string: return true
    case .array: return json.count(of: node) == 0
    case .object:
      guard let key = json.firstKey(of: node) else { return true }
      return json.count(of: node) == 1 && isConstantKey(key)
    }
  }

  private mutating func isConstantKey(_ key: JSONNodeID) -> Bool {
    if let constantKey { return json.isSameKey(constantKey, key) }
    guard json.isKey(key, "constant_value") else { return false }
    constantKey = key
    return true
  }
}
