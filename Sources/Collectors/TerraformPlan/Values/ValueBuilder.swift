internal import ResourceModel
internal import SourceText
internal import StructuredText

/// Builds the values of a resource from what a plan says of them in its several places.
struct ValueBuilder {
  /// The several places where a plan speaks of one value.
  struct Sources {
    /// The value; `nil` where it is unknown, or left out.
    let value: JSONNodeID?

    /// What `after_unknown` says; `nil` where it marks nothing of a value that is there.
    let unknown: JSONNodeID?

    /// What `after_sensitive` and `sensitive_values` say, as far as they mark anything.
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
  let json: JSONDocument

  /// The values built so far.
  var values = RawValues()

  /// Which attributes are collected.
  private var wanted: WantedMembers

  /// Finds what expressions refer to.
  var resolver: ReferenceResolver

  /// Finds the members of block bodies.
  var lookup: MemberLookup

  /// Tells what values come from.
  var given: GivenValues

  /// Tells what block bodies say of members.
  var bodies: BlockBodies

  /// The names of keys.
  var names: KeyNames

  /// The members and elements of the containers that are being built, those of the innermost last.
  var open = OpenParts()

  /// The address of the resource whose values are built.
  private var address = ""

  /// Where the resource stands.
  private var resourceRange: SourceRange?

  /// Where the resource's expressions stand.
  private(set) var place: (scope: Int, repetition: ReferenceResolver.Repetition)?

  /// The steps to the value that is built.
  private var steps: [Step] = []

  /// The bytes of a path that is being written.
  private var pathBytes: [UInt8] = []

  /// Creates a builder of the `wanted` attributes of resources of the plan `document`.
  init(_ document: PlanDocument, resolver: ReferenceResolver, wanted: WantedMembers) {
    self.document = document
    self.resolver = resolver
    self.wanted = wanted
    json = document.json
    lookup = MemberLookup(document.json)
    given = GivenValues(document.json)
    bodies = BlockBodies(document.json)
    names = KeyNames(document.json)
    // A plan says most of what it says of a value several times, and beside it much else.
    values = RawValues(capacity: json.count / 8)
  }

  /// Returns the attributes of `resource`, an object; `block` is its block in the configuration,
  /// and `scope` the 0-based index of its module instance.
  mutating func attributes(
    of resource: PlanResource, block: PlanBlock?, scope: Int?
  ) throws(CollectError) -> RawValueID {
    address = resource.address
    resourceRange = resource.range
    steps = []
    place = nil
    if let block, let scope {
      let key = resource.key.map { ModuleScopes.Pattern.paired($0) } ?? .every
      place = (scope, ReferenceResolver.Repetition(forEach: block.forEach, key: key))
    }
    wanted.begin(resource)
    let sources = try attributeSources(of: resource)
    let origin: ValueOrigin =
      if let block {
        block.expressions.map { .body($0) } ?? .bodies([], primary: nil)
      } else {
        .unseen
      }
    return try object(sources, origin, isResource: true)
  }

  /// Returns where the plan speaks of the attributes of `resource`.
  private mutating func attributeSources(
    of resource: PlanResource
  ) throws(CollectError) -> Sources {
    let path = resource.address
    var value = try document.object(resource.values, .values, path: path)
    var unknown: JSONNodeID?
    var sensitive: [JSONNodeID] = []
    if let change = resource.change {
      if value == nil { value = try document.object(change.after, .after, path: path) }
      if let mark = document.present(change.afterUnknown) {
        // `false` marks nothing; an object is what a resource has.
        if case .object = json.kind(of: mark) {
          unknown = mark
        } else if json.boolean(mark) != false {
          throw document.wrongShape(mark, path + ".after_unknown", "an object")
        }
      }
      try append(document.present(change.afterSensitive), to: &sensitive)
    }
    try append(document.present(resource.sensitiveValues), to: &sensitive)
    return Sources(
      value: value, unknown: value == nil || marksAnything(unknown) ? unknown : nil,
      sensitive: sensitive)
  }

  /// Returns what speaks of a value, without the marks that mark nothing.
  private mutating func sources(
    value: JSONNodeID?, unknown: JSONNodeID?, sensitive: [JSONNodeID]
  ) -> Sources {
    Sources(
      value: value, unknown: value == nil || marksAnything(unknown) ? unknown : nil,
      sensitive: sensitive.isEmpty ? sensitive : sensitive.filter { json.holdsTrue($0) })
  }

  /// Adds the sensitivity mark `mark` of a resource to `list`, if it marks anything.
  private mutating func append(
    _ mark: JSONNodeID?, to list: inout [JSONNodeID]
  ) throws(CollectError) {
    guard let mark else { return }
    switch json.kind(of: mark) {
    case .object, .bool: break
    case .null, .number, .string, .array:
      throw document.wrongShape(mark, address + ".after_sensitive", "an object or a boolean")
    }
    // Most mark nothing.
    if json.holdsTrue(mark) { list.append(mark) }
  }

  /// Returns the value that `sources` speak of.
  private mutating func build(
    _ sources: Sources, _ origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    if let value = sources.value, sources.unknown == nil, sources.sensitive.isEmpty,
      bodies.isSilent(origin)
    {
      return copy(value)
    }
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
      guard !marksAnything(sources.unknown) else {
        throw mismatch(sources.unknown)
      }
      if let value = sources.value, !json.isNull(value),
        let mark = firstMark(of: sources.sensitive)
      {
        throw mismatch(mark)
      }
      // A mark of `false` without a value says nothing.
      let range = sources.value.map { json.range(of: $0) } ?? resourceRange?.start
      return reference(values.insert(Self.scalar(sources.value, in: json), origin: range), origin)
    }
  }

  /// Returns the scalar at `id`, or null.
  static func scalar(_ id: JSONNodeID?, in json: JSONDocument) -> RawValue {
    guard let id else { return .null }
    switch json.kind(of: id) {
    case .string: return json.string(id).map { .string($0) } ?? .null
    case .number: return json.numberText(id).map { .number($0) } ?? .null
    case .bool: return .boolean(json.boolean(id) == true)
    case .null, .array, .object: return .null
    }
  }

  /// Returns whether the attribute with the key `key` may be left out: nobody wants it, and what marks
  /// it does so as a whole, so that it cannot be of another form than the attribute.
  private mutating func isLeftOut(
    _ key: JSONNodeID, unknown: JSONNodeID?, sensitive: [JSONNodeID]
  ) -> Bool {
    if wanted.contains(key) { return false }
    if let unknown, json.boolean(unknown) != true { return false }
    return sensitive.allSatisfy { json.boolean($0) == true }
  }

  /// Returns the object that `sources` speak of, which may be the attributes of a resource.
  private mutating func object(
    _ sources: Sources, _ origin: ValueOrigin, isResource: Bool = false
  ) throws(CollectError) -> RawValueID {
    try demand(.object, sources)
    let wholes = sources.sensitive.filter { json.boolean($0) == true }
    let unknown = MarkedMembers(of: sources.unknown.map { [$0] } ?? [], in: json)
    let sensitive = MarkedMembers(of: sources.sensitive, in: json)
    let isSecret = !wholes.isEmpty || !sensitive.members.isEmpty
    // Then it does not matter which mark an attribute has that nobody wants.
    let areWhole = isResource && unknown.areWhole(in: json) && sensitive.areWhole(in: json)
    var telling: BlockBodies.Telling?
    let first = open.members.count
    let value = sources.value.flatMap { json.isNull($0) ? nil : $0 }
    var next = value.flatMap { json.firstKey(of: $0) }
    while let key = next, let value {
      let node = json.value(of: key)
      next = json.key(after: key, of: value)
      if areWhole, !wanted.contains(key) { continue }
      let mark = unknown.firstMark(of: key, in: json, &lookup)
      let secrets = isSecret ? wholes + sensitive.marks(of: key, in: json, &lookup) : []
      if isResource, !areWhole, isLeftOut(key, unknown: mark, sensitive: secrets) { continue }
      let told = telling ?? bodies.telling(origin)
      telling = told
      let member: RawValueID
      if mark == nil, secrets.isEmpty, !told.tells(of: key, in: json) {
        member = copy(node)
      } else {
        let part = Sources(value: node, unknown: mark, sensitive: secrets)
        member = try build(part, at: key, in: origin)
      }
      open.members.append((names.name(of: key, in: &values), member))
    }
    for (key, mark) in unknown.members {
      let secrets = sensitive.marks(of: key, in: json, &lookup)
      if isResource, isLeftOut(key, unknown: mark, sensitive: secrets) { continue }
      if let value, lookup.member(like: key, of: value) != nil { continue }
      let part = Sources(value: nil, unknown: mark, sensitive: secrets)
      let member = try build(part, at: key, in: origin)
      open.members.append((names.name(of: key, in: &values), member))
    }
    return open.closeObject(from: first, in: &values, origin: range(of: sources))
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
    let origins = elementOrigins(origin, known: known, count: count)
    let first = open.elements.count
    for index in 0..<count {
      let part = self.sources(
        value: index < known.count ? known[index] : nil,
        unknown: index < unknown.count ? unknown[index] : nil,
        sensitive: sensitive.compactMap { index < $0.count ? $0[index] : nil })
      steps.append(.element(index))
      let element = try build(part, origins[index])
      open.elements.append(element)
      steps.removeLast()
    }
    return open.closeList(from: first, in: &values, origin: range(of: sources))
  }

  /// Returns the elements of the array `id`; none of anything else.
  private func nodes(inArray id: JSONNodeID?) -> [JSONNodeID] {
    guard let id, json.kind(of: id) == .array else { return [] }
    return json.children(of: id)
  }

  /// Returns the member with the key `key` of a value that comes from `origin`.
  private mutating func build(
    _ sources: Sources, at key: JSONNodeID, in origin: ValueOrigin
  ) throws(CollectError) -> RawValueID {
    steps.append(.member(key))
    defer { steps.removeLast() }
    return try build(sources, memberOrigin(key, origin))
  }
}

extension ValueBuilder {
  /// Throws unless what speaks of a value of the kind `kind` has its form.
  private mutating func demand(_ kind: JSONKind, _ sources: Sources) throws(CollectError) {
    if let unknown = sources.unknown, json.kind(of: unknown) != kind,
      marksAnything(unknown)
    {
      throw mismatch(unknown)
    }
    for mark in sources.sensitive where json.kind(of: mark) != kind {
      if json.boolean(mark) != true, json.holdsTrue(mark) { throw mismatch(mark) }
    }
  }

  /// Returns `true` iff the mark marks any part of a value.
  private mutating func marksAnything(_ mark: JSONNodeID?) -> Bool {
    mark.map { json.holdsTrue($0) } ?? false
  }

  /// Returns the first of `list` that marks anything.
  private mutating func firstMark(of list: [JSONNodeID]) -> JSONNodeID? {
    list.first { json.holdsTrue($0) }
  }

  /// Returns the error that `mark` does not have the form of the value it speaks of.
  private mutating func mismatch(_ mark: JSONNodeID?) -> CollectError {
    document.wrongShape(mark ?? json.root, path(), "of the form of the value that it marks")
  }

  /// Returns the cause of the kind `kind` for the value that is built, which `mark` marks.
  private mutating func cause(_ kind: CauseKind, at mark: JSONNodeID) -> Cause {
    Cause(kind, path(), origin: json.range(of: mark))
  }

  /// Returns the path of the value that is built.
  private mutating func path() -> String {
    pathBytes.removeAll(keepingCapacity: true)
    pathBytes += ShownPath.start(of: address).utf8
    for step in steps {
      // Every unknown value has a path of its own.
      guard pathBytes.count < 400 else {
        pathBytes += "…".utf8
        break
      }
      switch step {
      case .member(let key):
        pathBytes.append(UInt8(ascii: "."))
        let most = pathBytes.count + 100
        json.append(textOf: key, to: &pathBytes)
        if pathBytes.count > most {
          pathBytes.removeLast(pathBytes.count - most)
          pathBytes += "…".utf8
        }
      case .element(let index): pathBytes += "[\(index)]".utf8
      }
    }
    return String(decoding: pathBytes, as: UTF8.self)
  }

  /// Returns where the container that `sources` speak of stands.
  private mutating func range(of sources: Sources) -> SourceRange? {
    (sources.value ?? sources.unknown).map { json.range(of: $0) } ?? resourceRange
  }
}
