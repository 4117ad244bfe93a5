internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// What policy documents grant and deny.
extension TermEvaluator {
  func evaluatePolicyFunction(_ builtin: Builtin, _ arguments: [TermID]) -> Cell {
    let cells = arguments.map { read($0) }
    guard let receiver = cells.first else { return Cell.misplacedAbsence }
    let (policies, doubts) = policies(of: receiver)
    spend(100)
    let truth: Truth
    var causes = doubts
    switch builtin {
    case .isPublic: truth = policies.isPublic()
    case .grantsFullAdministration: truth = policies.grantsFullAdministration()
    default:
      let (question, open) = question(cells.dropFirst())
      guard let question else { return Cell(.unknown(open.distinct), origin: receiver.origin) }
      causes += open
      truth =
        builtin == .denies ? question.isDenied(by: policies) : question.isAllowed(by: policies)
    }
    guard truth == .unknown else {
      return Answer(truth == .true).cell(at: receiver.origin)
    }
    if causes.isEmpty {
      // The causes of unknown parts of a policy are not kept with it.
      causes = [
        Cause(
          .undecidable, "what the policy says, as far as it is known, leaves it open",
          origin: receiver.origin)
      ]
    }
    return Cell(.unknown(causes.distinct), origin: receiver.origin)
  }

  /// Returns the policies of a document or a list, with one of which nothing is known for what is
  /// missing, and why it is.
  private func policies(of cell: Cell) -> (PolicySet, [Cause]) {
    if case .value(.policyDocument(let document)) = cell.reading {
      return (PolicySet([document]), [])
    }
    let members = members(of: cell)
    var doubts = members.missing
    var documents: [PolicyDocument] = []
    for element in members.elements {
      let element = resolved(element)
      switch element.reading {
      case .value(.policyDocument(let document)): documents.append(document)
      case .value, .absent, .unknown: doubts += element.withoutValue.reading.causes
      }
    }
    if !doubts.isEmpty { documents.append(.unknown) }
    return (PolicySet(documents), doubts)
  }

  /// Returns what is asked, or why it is not known.
  private func question(_ cells: ArraySlice<Cell>) -> (PolicyQuestion?, [Cause]) {
    var causes: [Cause] = []
    var texts: [[String]] = []
    var context: [(key: String, value: String)] = []
    for cell in cells {
      switch cell.reading {
      case .value(.map(let entries, let missing)):
        causes += missing
        for entry in entries {
          guard case .value(let value) = entry.value.reading else {
            causes += entry.value.withoutValue.reading.causes
            continue
          }
          context.append((printer.text(of: entry.key), printer.text(of: value)))
        }
      case .value(let value):
        causes += value.causes
        switch value {
        case .list(let collection), .set(let collection):
          texts.append(collection.elements.map { printer.text(of: $0.reading) })
        default: texts.append([printer.text(of: value)])
        }
      case .absent: texts.append([])
      case .unknown(let unknown): causes += unknown
      }
    }
    guard causes.isEmpty, texts.count >= 2 else { return (nil, causes) }
    return (
      PolicyQuestion(
        actions: texts[0], resources: texts[1], principal: texts.dropFirst(2).first?.first,
        context: PolicyContext(context)), []
    )
  }
}

/// What is asked of policies.
private struct PolicyQuestion {
  let actions: [String]
  let resources: [String]
  let principal: String?
  let context: PolicyContext

  func isDenied(by policies: PolicySet) -> Truth {
    Truth.all(
      pairs.map { action, resource in
        policies.denies(
          actions: Glob(action, isCaseInsensitive: true), resources: Glob(resource),
          context: context)
      })
  }

  func isAllowed(by policies: PolicySet) -> Truth {
    Truth.all(
      pairs.map { action, resource in
        policies.allows(
          action: action, resource: resource, principal: principal, context: context)
      })
  }

  private var pairs: [(String, String)] {
    actions.flatMap { action in resources.map { (action, $0) } }
  }
}
