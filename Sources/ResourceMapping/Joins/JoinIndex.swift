internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// The raw resources that name others at one path, found by what they name; or those of one account or
/// region.
struct JoinIndex {
  /// What an index is made for.
  struct Request: Hashable {
    /// The types of the raw resources.
    let rawTypes: [String]
    /// Where in them they name another, or what both are in.
    let relation: Mapping.Relation
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
  private let isFormer: Bool

  private static let doubtLimit = 20
  private static let holderLimit = 1000
  private static let crowd = Cause(
    .limitExceeded, "more than \(holderLimit) raw resources name one text")
  /// Each that asks goes through all of them, of which there is one in each account or region.
  private static let neighbourLimit = 100
  private static let neighbourCrowd = Cause(
    .limitExceeded, "more than \(neighbourLimit) raw resources are joined by where they are")

  /// What a raw resource and those that it finds are in, where that is all that they have in common.
  private let scope: KeyScope?
  /// All of them, then.
  private let neighbours: [Int]

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
    let found = index.types.resources(ofAny: request.rawTypes)
    switch request.relation {
    case .scope(let scope): (self.scope, neighbours) = (scope, found)
    case .path(let path):
      (scope, neighbours) = (nil, [])
      let askerNumbers = Set(askers.compactMap { index.types.number(of: $0) })
      for holder in found {
        let attributes = index.resources[holder].attributes
        for end in JoinIndex.ends(of: attributes, path[...], rawValues) {
          insert(end, of: holder, index, askerNumbers, rawValues)
        }
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

  /// Whether there is no raw resource that it could find.
  var isEmpty: Bool {
    neighbours.isEmpty && byResource.isEmpty && byText.isEmpty && doubtful.isEmpty && open.isEmpty
  }

  /// Whether the input shows all that it could find for a raw resource that the input makes if it
  /// `isNew`: all that it takes away, and all that names what is new.
  func isComplete(isNew: Bool) -> Bool { isFormer || isNew && scope == nil }

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
  /// one of `keys`, or are in the same account or region, in the order of the input, and why there may
  /// be more in it.
  mutating func holders(
    of index: Int, isNew: Bool, keys: [(text: String, scope: KeyScope)],
    in resources: [RawResource]
  ) -> (holders: [Int], missing: [Cause]) {
    if let scope { return neighbours(of: index, within: scope, in: resources) }
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
    let missing = doubts.flatMap(\.causes) + (isCrowded ? [JoinIndex.crowd] : [])
    let strangers = elsewhere.subtracting(holders).sorted()
    return (
      holders.sorted(), (missing + JoinIndex.doubts(about: strangers, in: resources)).distinct
    )
  }

  /// Returns the others that are in the same account or region as the raw resource at `index`, and why
  /// there may be more.
  private func neighbours(
    of index: Int, within scope: KeyScope, in resources: [RawResource]
  ) -> (holders: [Int], missing: [Cause]) {
    guard neighbours.count <= JoinIndex.neighbourLimit else {
      return ([], [JoinIndex.neighbourCrowd])
    }
    var (holders, elsewhere): ([Int], [Int]) = ([], [])
    for neighbour in neighbours where neighbour != index {
      switch resources[index].site.isVisible(from: resources[neighbour].site, within: scope) {
      case true?: holders.append(neighbour)
      case false?: continue
      case nil: elsewhere.append(neighbour)
      }
    }
    return (holders, JoinIndex.doubts(about: elsewhere, in: resources).distinct)
  }

  /// Returns why `strangers`, of which it is not known where they are, may be in a join.
  private static func doubts(about strangers: [Int], in resources: [RawResource]) -> [Cause] {
    strangers.prefix(doubtLimit).map { stranger in
      Cause(
        .unresolvedReference, "\(resources[stranger].address) may be in another account or region",
        origin: resources[stranger].origin)
    }
  }
}
