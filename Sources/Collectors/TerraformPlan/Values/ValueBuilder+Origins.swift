internal import ResourceModel
internal import StructuredText

/// Where values come from.
extension ValueBuilder {
  /// Attaches to the value `id` what its origin refers to, and returns `id`.
  mutating func reference(_ id: RawValueID, _ origin: ValueOrigin) -> RawValueID {
    switch origin {
    case .references(let list) where !list.isEmpty:
      let sources = sources(of: id, among: list)
      if !sources.isEmpty { values.setReferences(sources, of: id) }
    case .partOf(let list) where !list.isEmpty:
      // Which part refers to what is not told, but what is known refers to nothing.
      if case .unknown = values[id] { values.setReferences(list, of: id) }
    case .references, .partOf, .unseen, .nobody, .body, .bodies: break
    }
    return id
  }

  /// Returns those of the references of an expression that may have given its value.
  private mutating func sources(
    of id: RawValueID, among references: [RawReference]
  ) -> [RawReference] {
    switch values[id] {
    case .string(let text): given.sources(of: text, among: references, resolver.targets)
    case .unknown(let cause, _) where cause.kind == .knownAfterApply:
      given.sourcesOfUnknown(among: references, resolver.targets)
    case .null, .boolean, .number, .list, .object, .unknown: references
    }
  }

  /// Returns `true` iff nobody configured a value that comes from `origin`.
  func isComputed(_ origin: ValueOrigin) -> Bool {
    switch origin {
    case .nobody: true
    case .unseen, .references, .partOf, .body, .bodies: false
    }
  }

  /// Returns where the member with the key `key` of a value that comes from `origin` comes from.
  mutating func memberOrigin(_ key: JSONNodeID, _ origin: ValueOrigin) -> ValueOrigin {
    switch origin {
    case .unseen, .nobody:
      // Parts of what nobody seems to have configured may be from a `dynamic` block, which the
      // configuration in a plan does not show.
      return .unseen
    case .references(let list), .partOf(let list): return .partOf(list)
    case .body(let body):
      return lookup.member(like: key, of: body).map { classified($0) } ?? .nobody
    case .bodies(let bodies, let primary):
      if let primary, let found = lookup.member(like: key, of: primary) {
        return classified(found)
      }
      let found = bodies.compactMap { lookup.member(like: key, of: $0) }
      if found.isEmpty { return .nobody }
      return primary == nil ? classified(found) : .unseen
    }
  }

  /// Returns the origin that the member `node` of a block body stands for.
  private mutating func classified(_ node: JSONNodeID) -> ValueOrigin {
    switch PlanExpression(node, in: json) {
    case .blocks(let bodies): ValueBuilder.made(by: bodies)
    case .expression: .references(references(of: node))
    }
  }

  /// Returns the origin that the members `nodes` of several block bodies stand for.
  private mutating func classified(_ nodes: [JSONNodeID]) -> ValueOrigin {
    var references: [RawReference] = []
    var bodies: [JSONNodeID] = []
    for node in nodes {
      switch PlanExpression(node, in: json) {
      case .blocks(let list): bodies += list
      case .expression: references = resolver.union(references, self.references(of: node))
      }
    }
    return bodies.isEmpty ? .references(references) : ValueBuilder.made(by: bodies)
  }

  /// Returns what the expression at `node` refers to.
  private mutating func references(of node: JSONNodeID) -> [RawReference] {
    // Most are constants.
    guard let place, json.member(.references, of: node) != nil else { return [] }
    let site = ReferenceResolver.Site(
      expression: node, scope: place.scope, repetition: place.repetition)
    return resolver.references(at: site)
  }

  /// Returns the origin of what blocks with these bodies make.
  private static func made(by bodies: [JSONNodeID]) -> ValueOrigin {
    bodies.count == 1 ? .body(bodies[0]) : .bodies(bodies, primary: nil)
  }

  /// The most pairs of blocks and elements that are compared.
  private static let mostPairs = 10_000

  /// Returns where each of the `count` elements of a list comes from, of which `known` are known.
  ///
  /// The blocks of a list stand in the order of its elements, but those of a set do not.
  mutating func elementOrigins(
    _ origin: ValueOrigin, known: [JSONNodeID], count: Int
  ) -> [ValueOrigin] {
    let bodies: [JSONNodeID]
    switch origin {
    case .body(let body):
      if count == 1 { return [origin] }
      bodies = [body]
    case .bodies(let list, _): bodies = list
    case .unseen, .nobody, .references, .partOf:
      return Array(repeating: origin.ofElements, count: count)
    }
    let isSameCount = bodies.count == count
    let isOrdered =
      isSameCount && known.count == count
      && zip(bodies, known).allSatisfy { isCompatible($0, $1) }
    guard bodies.count.multipliedReportingOverflow(by: count).partialValue <= Self.mostPairs
    else { return Array(repeating: .unseen, count: count) }
    return (0..<count).map { index in
      let fitting =
        index < known.count ? bodies.filter { isCompatible($0, known[index]) } : bodies
      if isOrdered, fitting.count > 1 { return .bodies(fitting, primary: bodies[index]) }
      // More elements than blocks: some are from `dynamic` blocks, and any may be.
      if !isSameCount || fitting.isEmpty { return .unseen }
      return ValueBuilder.made(by: fitting)
    }
  }

  /// Returns `true` iff the block `body` may have made `element`, by the constants in it.
  private mutating func isCompatible(_ body: JSONNodeID, _ element: JSONNodeID) -> Bool {
    guard json.kind(of: body) == .object else { return true }
    for key in json.children(of: body) {
      guard let constant = json.member(.constantValue, of: json.value(of: key)),
        let value = lookup.member(like: key, of: element),
        let wanted = plainText(constant), let found = plainText(value)
      else { continue }
      if wanted != found { return false }
    }
    return true
  }

  /// Returns the scalar `id` as text, because Terraform converts between scalars.
  private func plainText(_ id: JSONNodeID) -> String? {
    if let text = json.string(id) ?? json.numberText(id) { return text }
    return json.boolean(id).map { $0 ? "true" : "false" }
  }
}

extension ValueOrigin {
  /// Where the elements of a list come from that comes from here.
  fileprivate var ofElements: ValueOrigin {
    switch self {
    case .unseen, .nobody, .body, .bodies: .unseen
    case .references(let list), .partOf(let list): .partOf(list)
    }
  }
}
