internal import PolicyIR
internal import ResourceModel

/// The steps of a mapping that are taken where only some attributes are wanted.
struct TakenSteps {
  /// Those by which it decides whether there is a node, and by what it is found.
  let identifying: [Mapping.Step]

  /// Those by which it assigns what is wanted, in their order.
  let assigning: [Mapping.Step]

  /// Chooses the steps of `mapping`, which assigns only what is in `reads`, if that is given.
  init(_ mapping: Mapping, in program: Program, _ reads: AttributeReads?) {
    let attributes = program.schema[mapping.target].attributes
    let keySlots = TakenSteps.slots(of: mapping, in: program, includesFilters: true) {
      attributes[$0].key != nil
    }
    identifying = mapping.steps.filter { step in
      switch step {
      case .filter, .adopted: true
      case .constant(let slot, _), .join(let slot, _, _): keySlots.contains(slot)
      case .field(let attribute, _): attributes[attribute].key != nil
      }
    }
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
