internal import PolicyIR
internal import ResourceModel

/// The nodes of a graph that a rule may look at, whatever decides it.
///
/// That is a matter of the edges it mentions, and not of those it happened to follow: a `where`
/// that is false leaves the rest of the rule unread, which makes no node useless.
struct RuleReach {
  private let program: Program
  /// The edges that the rule, its messages and the functions it calls mention.
  private var edges: Set<EdgeID> = []
  private var visited: Set<TermID> = []
  private var called: Set<FunctionID> = []

  /// Creates the reach of the rule.
  init(_ rule: Rule, in program: Program) {
    self.program = program
    for step in rule.steps {
      switch step {
      case .filter(let term), .constant(_, let term): visit(term)
      case .requirement(let term, let message):
        visit(term)
        if let message { visit(message) }
      }
    }
  }

  /// Returns the nodes that the rule may reach from those it judges, these among them.
  func nodes(of rule: Rule, in graph: ResourceGraph) -> Set<RowID> {
    var pending = graph.rows(of: rule.population)
    var reached = Set(pending)
    while let row = pending.popLast() {
      for index in program.schema[row.type].attributes.indices
      where edges.contains(EdgeID(resource: row.type, attribute: index)) {
        for target in graph.cell(index, of: row).reading.nodes
        where reached.insert(target).inserted { pending.append(target) }
      }
    }
    return reached
  }

  private mutating func visit(_ id: TermID) {
    var pending = [id]
    while let id = pending.popLast() {
      guard visited.insert(id).inserted else { continue }
      switch program[id] {
      case .attribute(let base, let index):
        let type = program.schema.types.unwrapped(program.type(of: base))
        if case .resource(let resource) = program.schema.types[type] {
          edges.insert(EdgeID(resource: resource, attribute: index))
        }
      case .call(let function, _):
        if called.insert(function).inserted { pending.append(program[function].body) }
      default: break
      }
      pending += program[id].operands
    }
  }
}

extension Reading {
  /// The nodes that it is, or that it holds.
  fileprivate var nodes: [RowID] {
    switch self {
    case .value(.resource(let row)): [row]
    case .value(.list(let collection)), .value(.set(let collection)):
      collection.elements.flatMap(\.reading.nodes)
    case .value(.map(let entries, _)): entries.flatMap(\.value.reading.nodes)
    case .value(.structure(_, let cells)): cells.flatMap(\.reading.nodes)
    case .value, .absent, .unknown: []
    }
  }
}
