internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// The raw resources that name others at one path, found by what they name.
struct JoinIndex {
  /// What an index is made for.
  struct Request: Hashable {
    /// The types of the raw resources.
    let rawTypes: [String]
    /// Where in them they name another.
    let path: [String]
  }

  /// A place that names another raw resource.
  private struct End {
    /// The 0-based index of the raw resource that holds it.
    let holder: Int
    /// Why it is not known which one it names.
    let causes: [Cause]
  }

  private static let doubtLimit = 20
  private static let holderLimit = 1000
  private static let crowd = Cause(
    .limitExceeded, "more than \(holderLimit) raw resources name one text")

  private var byResource: [Int: [Int]] = [:]
  private var byText: [ExactText: [Int]] = [:]
  /// Those of which it is not sure that they name the resource.
  private var doubtful: [Int: [End]] = [:]
  /// Those that may name any resource.
  private var open: [End] = []

  /// Creates the index of the raw resources of the types in the request.
  init(_ request: Request, _ index: RawIndex, _ rawValues: RawValues) {
    let resources = index.resources
    for index in index.types.resources(ofAny: request.rawTypes) {
      for end in JoinIndex.ends(of: resources[index].attributes, request.path[...], rawValues) {
        insert(end, of: index, resources, rawValues)
      }
    }
  }

  /// Returns the values at `path`; those of every element where there is a list on the way.
  private static func ends(
    of id: RawValueID, _ path: ArraySlice<String>, _ rawValues: RawValues
  ) -> [RawValueID] {
    switch rawValues[id] {
    case .list: return rawValues.children(of: id).flatMap { ends(of: $0, path, rawValues) }
    case .object:
      guard let name = path.first, let member = rawValues.member(name, of: id) else { return [] }
      return ends(of: member, path.dropFirst(), rawValues)
    case .boolean, .number, .string, .unknown: return [id]
    case .null: return []
    }
  }

  private mutating func insert(
    _ end: RawValueID, of holder: Int, _ resources: [RawResource], _ rawValues: RawValues
  ) {
    let references = Set(rawValues.references(of: end).compactMap(\.resource))
      .filter(resources.indices.contains).sorted()
    let kinds = Dictionary(grouping: references) { resources[$0].type }
    var cause = Cause(.unresolvedReference, resources[holder].address)
    switch rawValues[end] {
    case .string(let text), .number(let text):
      byText[ExactText(text), default: []].append(holder)
    case .unknown(_, isComputed: true) where references.isEmpty:
      // Nobody configured it, so that it names nothing that this input makes.
      return
    case .unknown(let reason, _):
      let detail = reason.detail.isEmpty ? resources[holder].address : reason.detail
      let origin = reason.origin ?? rawValues.origin(of: end)
      cause = Cause(reason.kind, detail, origin: origin)
      // One that may belong to anything is told of with each; a few of them say enough.
      if references.isEmpty, open.count < JoinIndex.doubtLimit, open.last?.holder != holder {
        open.append(End(holder: holder, causes: [cause]))
      }
    case .null, .boolean, .list, .object: return
    }
    for reference in references {
      if kinds[resources[reference].type]?.count == 1 {
        byResource[reference, default: []].append(holder)
      } else {
        // It names one of several, and which is not known.
        doubtful[reference, default: []].append(End(holder: holder, causes: [cause]))
      }
    }
  }

  /// Whether no raw resource names any other there.
  var isEmpty: Bool {
    byResource.isEmpty && byText.isEmpty && doubtful.isEmpty && open.isEmpty
  }

  /// Returns the raw resources that name the one at `index`, or one of `keys`, in the order of the
  /// input, and why there may be more.
  func holders(
    of index: Int, keys: [(text: String, scope: KeyScope)], in resources: [RawResource]
  ) -> (holders: [Int], missing: [Cause]) {
    var found = Set(byResource[index] ?? [])
    var isCrowded = false
    for key in keys {
      guard (byText[ExactText(key.text)]?.count ?? 0) <= JoinIndex.holderLimit else {
        isCrowded = true
        continue
      }
      found.formUnion(
        (byText[ExactText(key.text)] ?? []).filter { holder in
          JoinIndex.isVisible(resources[index], from: resources[holder], within: key.scope)
        })
    }
    // The resource does not name itself, and what is in the list already adds nothing; but where
    // only some of the doubts are kept, those stand for the others.
    let doubts = (open + (doubtful[index] ?? [])).filter { end in
      end.holder != index && (open.count >= JoinIndex.doubtLimit || !found.contains(end.holder))
    }
    let missing = doubts.flatMap(\.causes) + (isCrowded ? [JoinIndex.crowd] : [])
    return (found.sorted(), missing.distinct)
  }

  private static func isVisible(
    _ resource: RawResource, from other: RawResource, within scope: KeyScope
  ) -> Bool {
    switch scope {
    case .everywhere: true
    case .account: isSame(resource.site.account, other.site.account)
    case .region:
      isSame(resource.site.account, other.site.account)
        && isSame(resource.site.region, other.site.region)
    }
  }

  private static func isSame(_ one: RawScope, _ other: RawScope) -> Bool {
    one.key.isSpelled(like: other.key)
  }
}
