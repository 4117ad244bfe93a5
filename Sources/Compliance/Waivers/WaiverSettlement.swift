package import DomainValues
package import PolicyIR
package import PolicyInterpreter
package import PolicyPacks
package import ResourceModel

/// What waivers do to one finding: the only place where that is decided, for runs and for tests.
package struct WaiverSettlement: Sendable {
  /// Whether the finding is waived.
  package private(set) var isWaived = false

  /// The waivers by which it is, or elements of it are, as 0-based indices.
  package private(set) var waivers: [Int] = []

  /// The elements by which the resource fails, where some of them are waived; else empty.
  package private(set) var elements: [FindingElement] = []

  /// The waivers that cover the finding or a part of it, whether they are in force or not.
  package private(set) var covering: [Int] = []

  /// The waivers of which it cannot be told whether they cover it.
  package private(set) var undecided: [Int] = []

  /// The waivers that do nothing because another one, if it is known, does it already.
  private(set) var shadowed: [(waiver: Int, by: Int?)] = []

  /// Settles what those of `waivers` at `indices`, which speak of its rule, do to the finding that
  /// `resource`, a node of `graph`, has the `status`; `elements` gives what it fails by, if that can
  /// be told, and is asked once at most.
  package init(
    _ status: Status, of resource: ResourceReference, in graph: ResourceGraph,
    accounts: AccountDirectory, waivers: [Waiver], at indices: [Int], now: Timestamp,
    elements: () -> [FailedElement]?
  ) {
    guard let status = Waiver.Status(status) else { return }
    var asked: [FailedElement]??
    var whole: [Int] = []
    var partial: [(waiver: Int, covered: [Bool])] = []
    for index in indices {
      let waiver = waivers[index]
      guard waiver.statuses.contains(status) else { continue }
      switch waiver.covers(resource, in: graph, accounts: accounts) {
      case .no: continue
      case .unknown:
        undecided.append(index)
        continue
      case .yes: break
      }
      guard !waiver.elements.isEmpty else {
        covering.append(index)
        if waiver.standing(at: now) == .inForce { whole.append(index) }
        continue
      }
      let known = asked ?? elements()
      asked = .some(known)
      guard let known else {
        undecided.append(index)
        continue
      }
      let answers = known.map { element -> ScopeAnswer in
        waiver.elements.map { $0.matches(element) }.reduce(.no) { $0.or($1) }
      }
      if answers.contains(where: \.isUnknown) { undecided.append(index) }
      let covered = answers.map { $0 == .yes }
      guard covered.contains(true) else { continue }
      covering.append(index)
      if waiver.standing(at: now) == .inForce { partial.append((index, covered)) }
    }
    settle(whole, partial, (asked ?? nil) ?? [])
  }

  /// Sets what is done about the finding, which the waivers `whole` cover, and the waivers `partial`
  /// cover in some of `failed`.
  private mutating func settle(
    _ whole: [Int], _ partial: [(waiver: Int, covered: [Bool])], _ failed: [FailedElement]
  ) {
    if let first = whole.first {
      isWaived = true
      waivers = [first]
      shadowed = (whole.dropFirst() + partial.map(\.waiver)).map { ($0, first) }
      return
    }
    guard !partial.isEmpty else { return }
    elements = failed.enumerated().map { index, element in
      FindingElement(
        text: element.text, waiver: partial.first { $0.covered[index] }?.waiver)
    }
    waivers = elements.compactMap(\.waiver).uniqued
    for (waiver, covered) in partial where !waivers.contains(waiver) {
      shadowed.append((waiver, covered.firstIndex(of: true).flatMap { elements[$0].waiver }))
    }
    // What fails by one more element than was accepted has not been accepted.
    isWaived = elements.allSatisfy { $0.waiver != nil }
  }
}

extension Waiver {
  /// Returns whether the waiver is for the resource, a node of `graph`.
  fileprivate func covers(
    _ resource: ResourceReference, in graph: ResourceGraph, accounts: AccountDirectory
  ) -> ScopeAnswer {
    guard !resources.isEmpty else { return .yes }
    return resources.map { $0.contains(resource, in: graph, accounts: accounts) }
      .reduce(.no) { $0.or($1) }
  }
}
