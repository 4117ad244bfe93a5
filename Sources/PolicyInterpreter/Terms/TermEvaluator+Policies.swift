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
    return answer(truth, causes, origin: receiver.origin)
  }

  /// Returns what policies say as a `Bool`; what they leave open because of `causes`, or because of
  /// what is unknown inside of them.
  func answer(_ truth: Truth, _ causes: [Cause], origin: SourceRange?) -> Cell {
    switch truth {
    case .true: Answer.yes.cell(at: origin)
    case .false: Answer.no.cell(at: origin)
    case .unknown:
      // The causes of unknown parts of a policy are not kept with it.
      Cell(
        .unknown(
          causes.isEmpty
            ? [
              Cause(
                .undecidable, "what the policy says, as far as it is known, leaves it open",
                origin: origin)
            ] : causes.distinct), origin: origin)
    }
  }

  /// Returns the policies of a document or a list, with one of which nothing is known for what is
  /// missing, and why it is.
  func policies(of cell: Cell) -> (PolicySet, [Cause]) {
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
    var context = PolicyContext()
    for cell in cells {
      switch cell.reading {
      case .value(.map):
        let (known, doubts) = self.context(of: cell)
        context = known
        causes += doubts
      case .value(let value):
        causes += value.causes
        switch value {
        case .list(let collection), .set(let collection):
          texts.append(collection.elements.map { printer.text(of: $0.reading) })
        default: texts.append([printed(value)])
        }
      case .absent: texts.append([])
      case .unknown(let unknown): causes += unknown
      }
    }
    guard causes.isEmpty, texts.count >= 2 else { return (nil, causes) }
    return (
      PolicyQuestion(
        actions: texts[0], resources: texts[1], principal: texts.dropFirst(2).first?.first,
        context: context), []
    )
  }
}

extension TermEvaluator {
  /// Returns the condition keys in the map, and why some of them are not known.
  fileprivate func context(of cell: Cell) -> (PolicyContext, [Cause]) {
    guard case .value(.map(let entries, let missing)) = cell.reading else {
      return (PolicyContext(), cell.withoutValue.reading.causes)
    }
    var causes = missing
    var values: [(key: String, value: String)] = []
    for entry in entries {
      guard case .value(let value) = entry.value.reading else {
        causes += entry.value.withoutValue.reading.causes
        continue
      }
      values.append((printed(entry.key), printed(value)))
    }
    return (PolicyContext(values), causes)
  }

  /// Returns whether policies of all kinds together allow a request.
  func permits(_ arguments: [TermID]) -> Cell {
    let cells = arguments.map { read($0) }
    guard cells.count == 8 else { return Cell.misplacedAbsence }
    spend(200)
    let origin = cells[0].origin ?? cells[1].origin
    let (identity, known) = policies(of: cells[0])
    var causes = known
    let (resource, doubts) = policies(of: cells[1])
    causes += doubts
    let boundaries = limits(cells[2], &causes)
    let organization = limits(cells[3], &causes)
    let (context, open) = context(of: cells[7])
    var texts: [String] = []
    var unknown = open
    for cell in cells[4...6] {
      if case .value(.string(let text)) = cell.reading {
        texts.append(text)
      } else {
        unknown += cell.withoutValue.reading.causes
      }
    }
    guard texts.count == 3, unknown.isEmpty else {
      return Cell(.unknown(unknown.distinct), origin: origin)
    }
    let layers = PolicyLayers(
      identity: identity, resource: resource, boundaries: boundaries, organization: organization)
    let request = PolicyRequest(
      action: texts[0], resource: texts[1], principal: texts[2], context: context)
    return answer(layers.allow(request), causes, origin: origin)
  }

  /// Returns the set that each element of the list makes, a document or a list of them, with one of
  /// which nothing is known for what is missing.
  private func limits(_ cell: Cell, _ causes: inout [Cause]) -> [PolicySet] {
    let members = members(of: cell)
    var sets: [PolicySet] = []
    var doubts = members.missing
    for element in members.elements {
      let (set, open) = policies(of: resolved(element))
      sets.append(set)
      doubts += open
    }
    if !members.missing.isEmpty { sets.append(PolicySet([.unknown])) }
    causes += doubts
    return sets
  }

  /// Returns whom the policies allow something.
  func principals(of cell: Cell) -> Cell {
    let (policies, doubts) = policies(of: cell)
    let (names, isComplete) = policies.grantedPrincipals()
    var missing = doubts
    if !isComplete, missing.isEmpty {
      missing = [
        Cause(.undecidable, "the policy does not say of all whom it means", origin: cell.origin)
      ]
    }
    let elements = names.map { Cell(.value(.string($0))) }
    return Cell(
      .value(.set(Collection(elements, missing: missing.distinct))), origin: cell.origin)
  }
}

/// What is asked of policies.
private struct PolicyQuestion {
  let actions: [String]
  let resources: [String]
  let principal: String?
  let context: PolicyContext

  func isDenied(by policies: PolicySet) -> Truth {
    all(
      actions.map { Glob($0, isCaseInsensitive: true) }, resources.map { Glob($0) }
    ) { actions, resources in
      policies.denies(actions: actions, resources: resources, context: context)
    }
  }

  func isAllowed(by policies: PolicySet) -> Truth {
    all(actions, resources) { action, resource in
      policies.allows(
        action: action, resource: resource, principal: principal, context: context)
    }
  }

  /// Returns whether all pairs are as `holds` says.
  private func all<Action, Resource>(
    _ actions: [Action], _ resources: [Resource], _ holds: (Action, Resource) -> Truth
  ) -> Truth {
    var truth = Truth.true
    for action in actions {
      for resource in resources { truth = truth && holds(action, resource) }
    }
    return truth
  }
}
