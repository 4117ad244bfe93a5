internal import PolicyIR
internal import ResourceModel

/// The types of the nodes that a rule may look at, whatever decides it.
///
/// That is a matter of what the rule mentions, and not of the edges it happens to follow: what a
/// false `where` leaves unread is not useless, and neither is a node that a case keeps apart to show
/// that it does not count.
struct RuleReach {
  /// The types.
  private(set) var types: Set<ResourceTypeID>

  private let program: Program
  private var visited: Set<TermID> = []
  private var called: Set<FunctionID> = []

  /// Creates the reach of the rule, its messages and the functions it calls.
  init(_ rule: Rule, in program: Program) {
    self.program = program
    types = [rule.population]
    for step in rule.steps {
      switch step {
      case .filter(let term), .constant(_, let term): visit(term)
      case .requirement(let term, let message):
        visit(term)
        if let message { visit(message) }
      }
    }
  }

  private mutating func visit(_ id: TermID) {
    var pending = [id]
    while let id = pending.popLast() {
      guard visited.insert(id).inserted else { continue }
      add(program.type(of: id))
      if case .call(let function, _) = program[id], called.insert(function).inserted {
        pending.append(program[function].body)
      }
      pending += program[id].operands
    }
  }

  /// Adds the type of the nodes that values of the type are, or hold.
  private mutating func add(_ id: TypeID) {
    switch program.schema.types[id] {
    case .resource(let type): types.insert(type)
    case .optional(let inner), .list(let inner), .set(let inner), .map(_, let inner): add(inner)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure:
      return
    }
  }
}
