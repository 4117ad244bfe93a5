internal import PolicyIR
internal import ResourceModel

/// A mapping from the source at hand, with what is the same for every raw resource.
struct UsedMapping {
  /// A step and the index of its term in the code of the mapping.
  struct Step {
    /// The step.
    let step: Mapping.Step

    /// The term; 0 for a join.
    let term: Int32

    /// The number of the index of a join; 0 for any other step.
    let join: Int
  }

  /// The mapping.
  let mapping: Mapping

  /// The variables that hold joins.
  let joinSlots: Set<Int>

  /// The terms of the steps, once the mapping is prepared.
  private(set) var code = KnownCode.empty

  /// The steps by which it decides whether there is a node, and by what it is found.
  private(set) var identification: [Step] = []

  /// The steps by which it assigns what is read, in their order.
  private(set) var assignments: [Step] = []

  private let identifying: [Mapping.Step]
  private let assigning: [Mapping.Step]

  /// The steps that are taken of a raw resource: those of its identification, and then those that
  /// assign what is read.
  var takenSteps: [[Mapping.Step]] { [identifying, assigning] }

  private var isPrepared = false

  /// Creates the use of `mapping`, of which only what is in `reads` is assigned, if that is given.
  init(_ mapping: Mapping, in program: Program, _ reads: AttributeReads?) {
    self.mapping = mapping
    joinSlots = Set(
      mapping.steps.compactMap { if case .join(let slot, _, _) = $0 { slot } else { nil } })
    let attributes = program.schema[mapping.target].attributes
    let keySlots = UsedMapping.slots(of: mapping, in: program, includesFilters: true) {
      attributes[$0].key != nil
    }
    func isRead(_ attribute: Int) -> Bool {
      reads.map { $0.contains(attribute, of: mapping.target) } ?? true
    }
    let slots = UsedMapping.slots(
      of: mapping, in: program, includesFilters: false, wanted: isRead)
    identifying = mapping.steps.filter { step in
      switch step {
      case .filter, .adopted: true
      case .constant(let slot, _), .join(let slot, _, _): keySlots.contains(slot)
      case .field(let attribute, _): attributes[attribute].key != nil
      }
    }
    assigning = mapping.steps.filter { step in
      switch step {
      case .filter, .adopted: false
      case .constant(let slot, _), .join(let slot, _, _): slots.contains(slot)
      case .field(let attribute, _): isRead(attribute)
      }
    }
  }

  /// Brings the terms into the form in which they are evaluated, unless that was done before; where
  /// `isInterpreted` is set, into one that leaves all of them to the interpreter.
  ///
  /// Joins take their indices from `joins`.
  mutating func prepare(_ evaluator: TermEvaluator, _ joins: inout JoinIndices, isInterpreted: Bool)
  {
    if isPrepared { return }
    isPrepared = true
    var compiler = KnownCompiler(evaluator, leavesAll: isInterpreted)
    func prepared(_ steps: [Mapping.Step], _ joins: inout JoinIndices) -> [Step] {
      steps.map { step in
        switch step {
        case .filter(let term), .adopted(let term), .constant(_, let term), .field(_, let term):
          Step(step: step, term: compiler.root(term), join: 0)
        case .join(_, let types, let path):
          Step(
            step: step, term: 0,
            join: joins.demand(JoinIndex.Request(rawTypes: types, path: path), evaluator))
        }
      }
    }
    identification = prepared(identifying, &joins)
    assignments = prepared(assigning, &joins)
    code = KnownCode(compiler)
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
