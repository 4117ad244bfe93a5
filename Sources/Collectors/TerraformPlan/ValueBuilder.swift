internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Builds the values of a resource from what a plan says of them in its several places.
struct ValueBuilder {
  /// The several places where a plan speaks of one value.
  struct Sources {
    /// The value; `nil` where it is unknown, or left out.
    let value: JSONNodeID?

    /// What `after_unknown` says.
    let unknown: JSONNodeID?

    /// What `after_sensitive` and `sensitive_values` say.
    let sensitive: [JSONNodeID]
  }

  /// A step from a resource to a value in it.
  private enum Step {
    /// To the member with the key at this node.
    case member(JSONNodeID)
    case element(Int)
  }

  /// The plan.
  private let document: PlanDocument

  /// The JSON of the plan.
  private var json: JSONDocument { document.json }

  /// The values built so far.
  private(set) var values = RawValues()

  /// Finds what expressions refer to.
  var resolver: ReferenceResolver

  /// Finds the members of block bodies.
  private var lookup: MemberLookup

  /// Tells which marks mark anything.
  private var marks: MarkSearch

  /// The names of keys.
  private var names: KeyNames

  /// The address of the resource whose values are built.
  private var address = ""

  /// Where the resource stands.
  private var resourceRange: SourceRange?

  /// Where the resource's expressions stand.
  private var place: (scope: Int, repetition: ReferenceResolver.Repetition)?

  /// The steps to the value that is built.
  private var steps: [Step] = []

  /// Creates a builder for the plan `document`.
  init(_ document: PlanDocument, resolver: ReferenceResolver) {
    self.document = document
    self.resolver = resolver
    lookup = MemberLookup(document.json)
    marks = MarkSearch(document.json)
    names = KeyNames(document.json)
  }

  /// Returns the attributes of `resource`, an object; `block` is its block in the configuration,
  /// and `scope` the 0-based index of its module instance.
  mutating func attributes(
    of resource: PlanResource, block: JSONNodeID?, scope: Int?
  ) throws(CollectError) -> RawValueID {
    address = resource.address
    resourceRange = json.range(of: resource.node)
    steps = []
    place = nil
    if let block, let scope {
      let key = resource.key.map { ModuleScopes.Pattern.paired($0) } ?? .every
      let list = json.member("for_each_expression", of: block)
      place = (scope, ReferenceResolver.Repetition(forEach: list, key: key))
    }
    let sources = try attributeSources(of: resource)
    let body = block.flatMap { json.member("expressions", of: $0) }
    let origin: ValueOrigin =
      block == nil ? .unseen : .bodies(body.map { [$0] } ?? [], primary: body)
    return try object(sources, origin)
  }

  /// Returns where the plan speaks of the attributes of `resource`.
  private func attributeSources(
    of resource: PlanResource
  ) throws(CollectError) -> Sources {
    let path = resource.address
    var value = try document.object("values", of: resource.node, path: path)
    var unknown: JSONNodeID?
    var sensitive: [JSONNodeID] = []
    if let change = resource.change {
      if value == nil { value = try document.object("after", of: change, path: path) }
      if let mark = document.present("after_unknown", of: change) {
        // `false` marks nothing; an object is what a resource has.
        if json.kind(of: mark) == .object {
          unknown = mark
        } else if json.boolean(mark) != false {
          throw document.wrongShape(mark, path + ".after_unknown", "an object")
        }
      }
      try append(document.present("after_sensitive", of: change), to: &sensitive)
    }
    try append(document.present("sensitive_values", of: resource.node), to: &sensitive)
    return Sources(value: value, unknown: unknown, sensitive: sensitive)
  }

  /// Adds the sensitivity mark `mark` of a resource to `list`.
  private func append(
    _ mark: JSONNodeID?, to list: inout [JSONNodeID]
  ) throws(CollectError) {
    guard let mark else { return }
    guard json.kind(of: mark) == .object || json.kind(of: mark) == .bool else {
      throw document.wrongShape(mark, address + ".after_sensitive", "an object or a boolean")
    }
    list.append(mark)
  }

  /// Returns the value that `sources` speak of.
  private mutating func build(
    _ sources: Sources, _ origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    if let unknown = sources.unknown, json.boolean(unknown) == true {
      return reference(
        values.insert(
          .unknown(cause(.knownAfterApply, at: unknown), isComputed: isComputed(origin)),
          origin: json.range(of: unknown)), origin)
    }
    if let mark = sources.sensitive.first(where: { json.boolean($0) == true }),
      let value = sources.value, !json.isNull(value)
    {
      // The place of the mark, because the place of the value would show the secret.
      return reference(
        values.insert(
          .unknown(cause(.redacted, at: mark), isComputed: false), origin: json.range(of: mark)),
        origin)
    }
    let form = sources.value ?? sources.unknown
    switch form.map({ json.kind(of: $0) }) {
    case .object?: return reference(try object(sources, origin), origin)
    case .array?: return reference(try list(sources, origin), origin)
    case .string?, .number?, .bool?, .null?, nil:
      guard !marks.marksAnything(sources.unknown) else {
        throw mismatch(sources.unknown)
      }
      if let value = sources.value, !json.isNull(value),
        let mark = firstMark(of: sources.sensitive)
      {
        throw mismatch(mark)
      }
      // A mark of `false` without a value says nothing.
      let range = sources.value.map { json.range(of: $0) } ?? resourceRange?.start
      return reference(values.insert(scalar(sources.value), origin: range), origin)
    }
  }

  /// Returns the scalar at `id`, or null.
  private func scalar(_ id: JSONNodeID?) -> RawValue {
    guard let id else { return .null }
    if let text = json.string(id) { return .string(text) }
    if let text = json.numberText(id) { return .number(text) }
    if let boolean = json.boolean(id) { return .boolean(boolean) }
    return .null
  }

  /// Returns the object that `sources` speak of.
  private mutating func object(
    _ sources: Sources, _ origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    try demand(.object, sources)
    let wholes = sources.sensitive.filter { json.boolean($0) == true }
    var members: [(name: RawName, value: RawValueID)] = []
    let value = sources.value.flatMap { json.isNull($0) ? nil : $0 }
    if let value {
      members.reserveCapacity(json.count(of: value))
      for key in json.children(of: value) {
        let unknown = sources.unknown.flatMap { lookup.member(like: key, of: $0) }
        let part = Sources(
          value: json.value(of: key), unknown: unknown,
          sensitive: wholes + sensitivity(of: key, in: sources))
        let name = names.name(of: key, in: &values)
        members.append((name, try build(part, at: .member(key), in: origin)))
      }
    }
    if let node = sources.unknown, json.kind(of: node) == .object {
      for key in json.children(of: node) {
        let mark = json.value(of: key)
        guard marks.marksAnything(mark) else { continue }
        if let value, lookup.member(like: key, of: value) != nil { continue }
        let part = Sources(value: nil, unknown: mark, sensitive: sensitivity(of: key, in: sources))
        let name = names.name(of: key, in: &values)
        members.append((name, try build(part, at: .member(key), in: origin)))
      }
    }
    return values.insert(object: members, origin: range(of: sources))
  }

  /// Returns what is said of the sensitivity of the member with the key `key`.
  private mutating func sensitivity(of key: JSONNodeID, in sources: Sources) -> [JSONNodeID] {
    sources.sensitive.compactMap { lookup.member(like: key, of: $0) }
  }

  /// Returns the list that `sources` speak of.
  private mutating func list(
    _ sources: Sources, _ origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    try demand(.array, sources)
    let known = nodes(inArray: sources.value)
    let unknown = nodes(inArray: sources.unknown)
    let sensitive = sources.sensitive.map { nodes(inArray: $0) }
    let count = Swift.max(known.count, unknown.count)
    let bodies = elementOrigins(origin, known: known, count: count)
    var elements: [RawValueID] = []
    elements.reserveCapacity(count)
    for index in 0..<count {
      let part = Sources(
        value: index < known.count ? known[index] : nil,
        unknown: index < unknown.count ? unknown[index] : nil,
        sensitive: sensitive.compactMap { index < $0.count ? $0[index] : nil })
      steps.append(.element(index))
      elements.append(try build(part, bodies[index]))
      steps.removeLast()
    }
    return values.insert(list: elements, origin: range(of: sources))
  }

  /// Returns the elements of the array `id`; none of anything else.
  private func nodes(inArray id: JSONNodeID?) -> [JSONNodeID] {
    guard let id, json.kind(of: id) == .array else { return [] }
    return json.children(of: id)
  }

  /// Returns the member at `step` of a value that comes from `origin`.
  private mutating func build(
    _ sources: Sources, at step: Step, in origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    steps.append(step)
    defer { steps.removeLast() }
    guard case .member(let key) = step else { return try build(sources, .unseen) }
    return try build(sources, memberOrigin(key, origin))
  }
}

extension ValueBuilder {
  /// Attaches to the value `id` what its origin refers to, and returns `id`.
  private mutating func reference(_ id: RawValueID, _ origin: ValueOrigin) -> RawValueID {
    switch origin {
    case .references(let list) where !list.isEmpty: values.setReferences(list, of: id)
    case .partOf(let list) where !list.isEmpty:
      // Which part refers to what is not told, but what is known refers to nothing.
      if case .unknown = values[id] { values.setReferences(list, of: id) }
    case .references, .partOf, .unseen, .nobody, .bodies: break
    }
    return id
  }

  /// Returns `true` iff nobody configured a value that comes from `origin`.
  private func isComputed(_ origin: ValueOrigin) -> Bool {
    switch origin {
    case .nobody: true
    case .unseen, .references, .partOf, .bodies: false
    }
  }

  /// Returns where the member with the key `key` of a value that comes from `origin` comes from.
  private mutating func memberOrigin(_ key: JSONNodeID, _ origin: ValueOrigin) -> ValueOrigin {
    switch origin {
    case .unseen, .nobody:
      // Parts of what nobody seems to have configured may be from a `dynamic` block, which the
      // configuration in a plan does not show.
      return .unseen
    case .references(let list), .partOf(let list): return .partOf(list)
    case .bodies(let bodies, let primary):
      if let primary, let found = lookup.member(like: key, of: primary) {
        return classified([found])
      }
      let found = bodies.compactMap { lookup.member(like: key, of: $0) }
      if found.isEmpty { return .nobody }
      return primary == nil ? classified(found) : .unseen
    }
  }

  /// Returns the origin that the members `nodes` of block bodies stand for.
  private mutating func classified(_ nodes: [JSONNodeID]) -> ValueOrigin {
    var references: [RawReference] = []
    var bodies: [JSONNodeID] = []
    for node in nodes {
      switch PlanExpression(node, in: json) {
      case .blocks(let list): bodies += list
      case .expression:
        // Most are constants.
        guard let place, json.member("references", of: node) != nil else { continue }
        let site = ReferenceResolver.Site(
          expression: node, scope: place.scope, repetition: place.repetition)
        references = resolver.union(references, resolver.references(at: site))
      }
    }
    if bodies.isEmpty { return .references(references) }
    return .bodies(bodies, primary: bodies.count == 1 ? bodies[0] : nil)
  }

  /// The most pairs of blocks and elements that are compared.
  private static let mostPairs = 10_000

  /// Returns where each of the `count` elements of a list comes from, of which `known` are known.
  ///
  /// The blocks of a list stand in the order of its elements, but those of a set do not.
  private mutating func elementOrigins(
    _ origin: ValueOrigin, known: [JSONNodeID], count: Int
  ) -> [ValueOrigin] {
    guard case .bodies(let bodies, _) = origin else {
      return Array(repeating: origin.ofElements, count: count)
    }
    if bodies.count == 1, count == 1 { return [.bodies(bodies, primary: bodies[0])] }
    let isSameCount = bodies.count == count
    let isOrdered =
      isSameCount && known.count == count
      && zip(bodies, known).allSatisfy { isCompatible($0, $1) }
    guard bodies.count.multipliedReportingOverflow(by: count).partialValue <= Self.mostPairs
    else { return Array(repeating: .unseen, count: count) }
    return (0..<count).map { index in
      let fitting =
        index < known.count ? bodies.filter { isCompatible($0, known[index]) } : bodies
      if isOrdered { return .bodies(fitting, primary: bodies[index]) }
      // More elements than blocks: some are from `dynamic` blocks, and any may be.
      if !isSameCount || fitting.isEmpty { return .unseen }
      return .bodies(fitting, primary: fitting.count == 1 ? fitting[0] : nil)
    }
  }

  /// Returns `true` iff the block `body` may have made `element`, by the constants in it.
  private mutating func isCompatible(_ body: JSONNodeID, _ element: JSONNodeID) -> Bool {
    guard json.kind(of: body) == .object else { return true }
    for key in json.children(of: body) {
      guard let constant = json.member("constant_value", of: json.value(of: key)),
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

  /// Throws unless what speaks of a value of the kind `kind` has its form.
  private mutating func demand(_ kind: JSONKind, _ sources: Sources) throws(CollectError) {
    if let unknown = sources.unknown, json.kind(of: unknown) != kind,
      marks.marksAnything(unknown)
    {
      throw mismatch(unknown)
    }
    for mark in sources.sensitive where json.kind(of: mark) != kind {
      if json.boolean(mark) != true, marks.marksAnything(mark) { throw mismatch(mark) }
    }
  }

  /// Returns the first of `list` that marks anything.
  private mutating func firstMark(of list: [JSONNodeID]) -> JSONNodeID? {
    for mark in list where marks.marksAnything(mark) { return mark }
    return nil
  }

  /// Returns the error that `mark` does not have the form of the value it speaks of.
  private func mismatch(_ mark: JSONNodeID?) -> CollectError {
    document.wrongShape(mark ?? json.root, path, "of the form of the value that it marks")
  }

  /// Returns the cause of the kind `kind` for the value that is built, which `mark` marks.
  private func cause(_ kind: CauseKind, at mark: JSONNodeID) -> Cause {
    Cause(kind, path, origin: json.range(of: mark))
  }

  /// The path of the value that is built.
  private var path: String {
    var path = ShownPath.start(of: address)
    for step in steps {
      // Every unknown value has a path of its own.
      guard path.utf8.count < 400 else { return path + "…" }
      switch step {
      case .member(let key):
        path += "." + ShownPath.start(of: json.string(key) ?? "", length: 100)
      case .element(let index): path += "[\(index)]"
      }
    }
    return path
  }

  /// Returns where the container that `sources` speak of stands.
  private func range(of sources: Sources) -> SourceRange? {
    (sources.value ?? sources.unknown).map { json.range(of: $0) } ?? resourceRange
  }
}

extension ValueOrigin {
  /// Where the elements of a list come from that comes from here.
  fileprivate var ofElements: ValueOrigin {
    switch self {
    case .unseen, .nobody, .bodies: .unseen
    case .references(let list), .partOf(let list): .partOf(list)
    }
  }
}
