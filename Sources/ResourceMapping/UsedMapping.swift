internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// A mapping from the source at hand, with what is the same for every raw resource.
///
/// It is a class so that handing it on is one reference; nothing in it changes.
final class UsedMapping {
  /// What is to be done with a resource; terms are named by their indices in the code.
  enum Step {
    case filter(Int32)
    case adopted(Int32)
    case constant(slot: Int, Int32)
    /// Puts what the index with this number finds in the slot.
    case join(slot: Int, index: Int)
    /// Finds the node by the value, which is of an attribute of this type.
    case key(Int32, TypeID, within: KeyScope)
    /// Assigns the attribute at the 0-based index, which is of this type.
    case field(Int32, attribute: Int, TypeID)
  }

  /// The type of the nodes.
  let target: ResourceTypeID

  /// The variable that stands for the raw resource.
  let rawSlot: Int

  /// The number of variables.
  let slotCount: Int

  /// The variables that hold joins.
  let joinSlots: Set<Int>

  /// The steps by which it decides whether there is a node, and by what it is found.
  let identification: [Step]

  /// Whether what it makes is found by keys.
  let hasKeys: Bool

  /// The steps by which it assigns what is read, in their order.
  let assignments: [Step]

  /// Creates the use of `mapping`, of which only what is in `reads` is assigned, if that is given.
  ///
  /// Its terms are given to `compiler`, and joins take their indices from `joins`.
  init(
    _ mapping: Mapping, _ reads: AttributeReads?, _ evaluator: TermEvaluator,
    _ compiler: inout KnownCompiler, _ joins: inout JoinIndices
  ) {
    let program = evaluator.program
    let attributes = program.schema[mapping.target].attributes
    target = mapping.target
    rawSlot = mapping.rawSlot
    slotCount = mapping.slotCount
    joinSlots = Set(
      mapping.steps.compactMap { if case .join(let slot, _, _) = $0 { slot } else { nil } })
    compiler.joinSlots = joinSlots
    func prepared(_ step: Mapping.Step, isForKeys: Bool) -> Step {
      switch step {
      case .filter(let term): return .filter(compiler.root(term))
      case .adopted(let term): return .adopted(compiler.root(term))
      case .constant(let slot, let term): return .constant(slot: slot, compiler.root(term))
      case .join(let slot, let types, let relation):
        let request = JoinIndex.Request(rawTypes: types, relation: relation)
        return .join(slot: slot, index: joins.demand(request, for: mapping.rawTypes))
      case .field(let attribute, let term):
        let type = attributes[attribute].type
        let code = compiler.root(term, isResult: !isForKeys)
        if isForKeys, let scope = attributes[attribute].key {
          return .key(code, type, within: scope)
        }
        return .field(code, attribute: attribute, type)
      }
    }
    let taken = TakenSteps(mapping, in: program, reads)
    identification = taken.identifying.map { prepared($0, isForKeys: true) }
    hasKeys = identification.contains { if case .key = $0 { true } else { false } }
    assignments = taken.assigning.map { prepared($0, isForKeys: false) }
  }
}
