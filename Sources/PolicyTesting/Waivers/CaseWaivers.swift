internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// The waivers under which a case is run.
struct CaseWaivers: Sendable {
  /// A waiver that is written in the case.
  private struct Written {
    /// Its 0-based index among the waivers.
    let waiver: Int
    /// The resource that it is for, if a name says which.
    let row: RowID?
    /// Where it is written.
    let range: SourceRange
  }

  private var waivers: [Waiver] = []
  private var written: [Written] = []
  private let now: Timestamp

  /// Reads the waivers of `testCase` of the rule called `rule`, which is run at `now`; files are read
  /// by `read`.
  ///
  /// - Throws: what is wrong with one of them.
  init(
    _ testCase: TestCase, rule: String, input: CaseInput, now: Timestamp,
    read: (_ path: String, _ place: SourceRange) -> WaiverFile
  ) throws(CaseFailure) {
    self.now = now
    for source in testCase.waivers {
      switch source {
      case .file(let path, let range):
        switch read(path, range) {
        case .waivers(let found):
          guard !found.isEmpty else {
            throw CaseFailure(.unused, "no waiver of `\(path)` speaks of the rule", at: range)
          }
          waivers += found
        case .problem(let message): throw CaseFailure(.input, message, at: range)
        }
      case .written(let elements, let subject, let range):
        var (row, address): (RowID?, String?)
        switch subject {
        case .variable(let slot, let name):
          guard let found = input.row(inSlot: slot) else {
            throw CaseFailure(.input, "`\(name)` is no resource that could be waived", at: range)
          }
          row = found
        case .address(let pattern): address = pattern
        case .others: break
        }
        written.append(Written(waiver: waivers.count, row: row, range: range))
        waivers.append(
          Waiver(inTestOf: rule, address: address, elements: elements, now: now, at: range))
      }
    }
  }

  /// Returns what the waivers do to what `outcome` says of its resource, which `evaluation` made.
  func settle(
    _ outcome: SubjectOutcome, of rule: RuleID, parameters: [Int: Value], _ evaluation: Evaluation
  ) -> WaiverSettlement {
    let indices = waivers.indices.filter { index in
      written.first { $0.waiver == index }?.row.map { $0 == outcome.row } ?? true
    }
    return WaiverSettlement(
      outcome.status, of: ResourceReference(outcome.row, of: evaluation.graph, input: 0),
      in: evaluation.graph, accounts: AccountDirectory(), waivers: waivers, at: indices, now: now
    ) { evaluation.failedElements(rule, parameters: parameters, on: outcome.row) }
  }

  /// Returns where the waivers are written that cover none of what `settlements` are about.
  func unused(in settlements: [WaiverSettlement]) -> [SourceRange] {
    let used = Set(settlements.flatMap { $0.covering + $0.undecided })
    return written.filter { !used.contains($0.waiver) }.map(\.range)
  }
}

extension WaiverSettlement {
  /// What is waived, in a few words; `nil` if nothing is.
  var summary: String? {
    if isWaived { return "waived" }
    let texts = elements.filter { $0.waiver != nil }.map { OneLine.text($0.text) }
    return texts.isEmpty ? nil : "waived: \(texts.joined(separator: ", "))"
  }

  /// What is waived and what is not, in one sentence.
  var explanation: String {
    if isWaived { return "it is waived" }
    let open = elements.filter { $0.waiver == nil }.map { OneLine.text($0.text) }
    if let summary { return "\(summary); not waived: \(open.joined(separator: ", "))" }
    return undecided.isEmpty
      ? "no waiver covers it" : "it cannot be told whether a waiver covers it"
  }

  /// Returns whether it takes off what a case expects.
  func does(_ wanted: TestCase.Waived?) -> Bool {
    switch wanted {
    case nil: waivers.isEmpty
    case .whole: isWaived
    case .elements(let texts):
      !isWaived
        && Set(elements.filter { $0.waiver != nil }.map { ExactText($0.text) })
          == Set(texts.map { ExactText($0) })
    }
  }
}

extension TestCase.Waived? {
  /// What is expected to be waived, in a few words.
  var summary: String {
    switch self {
    case nil: "with nothing of it waived"
    case .whole: "waived"
    case .elements(let texts):
      "with \(texts.map { "`\(OneLine.text($0))`" }.joined(separator: ", ")) waived, and no more"
    }
  }
}
