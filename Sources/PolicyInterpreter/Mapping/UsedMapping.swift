internal import PolicyIR
internal import ResourceModel

/// A mapping from the source at hand, with what is the same for every raw resource.
struct UsedMapping {
  /// The mapping.
  let mapping: Mapping

  /// The variables that its filters and keys are made of.
  let keySlots: Set<Int>

  /// The steps by which it assigns what is read, in their order.
  let assignments: [Mapping.Step]

  /// Prepares `mapping`, of which only what is in `reads` is assigned, if that is given.
  init(_ mapping: Mapping, in program: Program, _ reads: AttributeReads?) {
    self.mapping = mapping
    let attributes = program.schema[mapping.target].attributes
    keySlots = UsedMapping.slots(of: mapping, in: program, includesFilters: true) {
      attributes[$0].key != nil
    }
    func isRead(_ attribute: Int) -> Bool {
      reads.map { $0.contains(attribute, of: mapping.target) } ?? true
    }
    let slots = UsedMapping.slots(
      of: mapping, in: program, includesFilters: false, wanted: isRead)
    assignments = mapping.steps.filter { step in
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
        if includesFilters { needed.formUnion(program.variables(of: term)) }
      case .field(let attribute, let term):
        if wanted(attribute) { needed.formUnion(program.variables(of: term)) }
      case .constant(let slot, let term):
        if needed.contains(slot) { needed.formUnion(program.variables(of: term)) }
      case .join: continue
      }
    }
    return needed
  }
}

extension Program {
  /// Returns the variables that the term is made of.
  fileprivate func variables(of term: TermID) -> Set<Int> {
    var pending = [term]
    var slots: Set<Int> = []
    while let next = pending.popLast() {
      if case .variable(let slot) = self[next] { slots.insert(slot) }
      pending += self[next].operands
    }
    return slots
  }
}
