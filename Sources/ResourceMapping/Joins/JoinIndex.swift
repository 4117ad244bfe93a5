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
    /// Whether it may name one that exists already: an id that is only known later is of something
    /// new, unless something hands on what it is given.
    let mayNameExisting: Bool
  }

  /// Whether all that it finds is what the input takes away or changes, as it was before.
  let isFormer: Bool

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
  /// The texts that are keys of raw resources that were asked for.
  private var found: Set<ExactText> = []

  /// Creates the index of the raw resources of the types in the request, of what they name where it is
  /// of one of the types `askers`.
  init(_ request: Request, askers: Set<String>, _ index: RawIndex, _ rawValues: RawValues) {
    isFormer = request.rawTypes.allSatisfy { $0.hasPrefix(RawResource.formerPrefix) }
    let askerNumbers = Set(askers.compactMap { index.types.number(of: $0) })
    for holder in index.types.resources(ofAny: request.rawTypes) {
      let attributes = index.resources[holder].attributes
      for end in JoinIndex.ends(of: attributes, request.path[...], rawValues) {
        insert(end, of: holder, index, askerNumbers, rawValues)
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

  /// Adds what `end` names, a place in the raw resource at the 0-based index `holder`, where it is of
  /// one of the types with the numbers `askers`.
  private mutating func insert(
    _ end: RawValueID, of holder: Int, _ index: RawIndex, _ askers: Set<Int>,
    _ rawValues: RawValues
  ) {
    let references = rawValues.references(of: end)
    let address = index.resources[holder].address
    func leading(isKnown: Bool) -> RawIndex.Leads {
      index.leads(of: references, isKnown: isKnown) { askers.contains(index.types[$0]) }
    }
    let leads: RawIndex.Leads
    var cause = Cause(.unresolvedReference, address)
    switch rawValues[end] {
    case .string(let text), .number(let text):
      byText[ExactText(text), default: []].append(holder)
      leads = leading(isKnown: true)
    case .unknown(let reason, let isComputed):
      leads = leading(isKnown: false)
      let leadsNowhere = references.allSatisfy { $0.resource == nil }
      // Nobody configured it, so that it names nothing that this input makes.
      if isComputed, leadsNowhere, !leads.isOpen { return }
      let detail = reason.detail.isEmpty ? address : reason.detail
      let origin = reason.origin ?? rawValues.origin(of: end)
      cause = Cause(reason.kind, detail, origin: origin)
      // One that may belong to anything is told of with each; a few of them say enough.
      if leads.isOpen || leadsNowhere, open.count < JoinIndex.doubtLimit,
        open.last?.holder != holder
      {
        open.append(
          End(holder: holder, causes: [cause], mayNameExisting: leads.isHandedOn))
      }
    case .null, .boolean, .list, .object: return
    }
    for named in leads.resources {
      if leads.resources.count == 1, !leads.isOpen {
        byResource[named, default: []].append(holder)
      } else {
        // It names one of several, or maybe another, and which is not known.
        doubtful[named, default: []].append(
          End(holder: holder, causes: [cause], mayNameExisting: leads.isHandedOn))
      }
    }
  }

  /// Whether no raw resource names any other there.
  var isEmpty: Bool {
    byResource.isEmpty && byText.isEmpty && doubtful.isEmpty && open.isEmpty
  }

  /// Adds the raw resources that may name one that was asked for to `attached`, and those that name
  /// none of these to `strays`, each with the text by which it names another.
  func collect(attached: inout Set<Int>, strays: inout [Int: ExactText]) {
    attached.formUnion(byResource.values.joined())
    attached.formUnion(doubtful.values.joined().map(\.holder))
    attached.formUnion(open.map(\.holder))
    for (text, holders) in byText {
      if found.contains(text) {
        attached.formUnion(holders)
      } else {
        for holder in holders { strays[holder] = min(strays[holder] ?? text, text) }
      }
    }
  }

  /// Returns the raw resources that name the one at `index`, which the input makes if it `isNew`, or
  /// one of `keys`, in the order of the input, and why there may be more in it.
  mutating func holders(
    of index: Int, isNew: Bool, keys: [(text: String, scope: KeyScope)],
    in resources: [RawResource]
  ) -> (holders: [Int], missing: [Cause]) {
    var holders = Set(byResource[index] ?? [])
    var elsewhere: Set<Int> = []
    var isCrowded = false
    for key in keys {
      let text = ExactText(key.text)
      guard let named = byText[text] else { continue }
      found.insert(text)
      guard named.count <= JoinIndex.holderLimit else {
        isCrowded = true
        continue
      }
      for holder in named {
        switch resources[index].site.isVisible(from: resources[holder].site, within: key.scope) {
        case true?: holders.insert(holder)
        case false?: continue
        case nil: elsewhere.insert(holder)
        }
      }
    }
    // The resource does not name itself, and what is in the list already adds nothing; but where
    // only some of the doubts are kept, those stand for the others.
    let doubts = (open + (doubtful[index] ?? [])).filter { end in
      end.holder != index && (isNew || end.mayNameExisting)
        && (open.count >= JoinIndex.doubtLimit || !holders.contains(end.holder))
    }
    var missing = doubts.flatMap(\.causes) + (isCrowded ? [JoinIndex.crowd] : [])
    for holder in elsewhere.subtracting(holders).sorted().prefix(JoinIndex.doubtLimit) {
      let origin = resources[holder].origin
      missing.append(
        Cause(
          .unresolvedReference, "\(resources[holder].address) may be in another account or region",
          origin: origin))
    }
    return (holders.sorted(), missing.distinct)
  }
}
