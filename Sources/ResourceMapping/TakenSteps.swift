internal import PolicyIR
internal import ResourceModel

/// The steps of a mapping that are taken where only some attributes are wanted.
struct TakenSteps {
  /// Those by which it decides whether there is a node, and by what it is found; what is made of joins
  /// comes last, because these may need the keys.
  let identifying: [Mapping.Step]

  /// Those by which it assigns what is wanted, in their order.
  let assigning: [Mapping.Step]

  /// Chooses the steps of `mapping`, which assigns only what is in `reads`, if that is given.
  init(_ mapping: Mapping, in program: Program, _ reads: AttributeReads?) {
    let attributes = program.schema[mapping.target].attributes
    let keySlots = TakenSteps.slots(of: mapping, in: program, includesFilters: true) {
      attributes[$0].key != nil
    }
    let wanted = mapping.steps.filter { step in
      switch step {
      case .filter, .adopted: true
      case .constant(let slot, _), .join(let slot, _, _): keySlots.contains(slot)
      case .field(let attribute, _): attributes[attribute].key != nil
      }
    }
    identifying = TakenSteps.joinsLast(wanted, in: program)
    func isRead(_ attribute: Int) -> Bool {
      reads.map { $0.contains(attribute, of: mapping.target) } ?? true
    }
    let slots = TakenSteps.slots(of: mapping, in: program, includesFilters: false, wanted: isRead)
    assigning = mapping.steps.filter { step in
      switch step {
      case .filter, .adopted: false
      case .constant(let slot, _), .join(let slot, _, _): slots.contains(slot)
      case .field(let attribute, _): isRead(attribute)
      }
    }
  }

  /// Returns the steps, those that nothing of a join is in first.
  private static func joinsLast(_ steps: [Mapping.Step], in program: Program) -> [Mapping.Step] {
    var joined: Set<Int> = []
    var (first, last): ([Mapping.Step], [Mapping.Step]) = ([], [])
    for step in steps {
      var isJoined = false
      switch step {
      case .join: isJoined = true
      case .filter(let term), .adopted(let term), .constant(_, let term), .field(_, let term):
        var slots: Set<Int> = []
        program.collectVariables(of: term, into: &slots)
        isJoined = !slots.isDisjoint(with: joined)
      }
      switch step {
      case .join(let slot, _, _), .constant(let slot, _): if isJoined { joined.insert(slot) }
      case .filter, .adopted, .field: break
      }
      if isJoined { last.append(step) } else { first.append(step) }
    }
    return first + last
  }

  /// Returns the variables that the wanted attributes are made of, and the filters if they are
  /// included.
  private static func slots(
    of mapping: Mapping, in program: Program, includesFilters: Bool, wanted: (Int) -> Bool
  ) -> Set<Int> {
    var needed: Set<Int> = []
    // From the end, because a variable is made of those before it.
    for step in mapping.steps.reversed() {
      switch step {
      case .filter(let term), .adopted(let term):
        if includesFilters { program.collectVariables(of: term, into: &needed) }
      case .field(let attribute, let term):
        if wanted(attribute) { program.collectVariables(of: term, into: &needed) }
      case .constant(let slot, let term):
        if needed.contains(slot) { program.collectVariables(of: term, into: &needed) }
      case .join: continue
      }
    }
    return needed
  }
}

extension Program {
  /// Adds the variables that the term is made of.
  fileprivate func collectVariables(of term: TermID, into slots: inout Set<Int>) {
    if case .variable(let slot) = self[term] { slots.insert(slot) }
    for operand in self[term].operands { collectVariables(of: operand, into: &slots) }
  }
}
