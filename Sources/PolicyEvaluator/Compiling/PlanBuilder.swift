internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Collects the operations of a plan, each once.
struct PlanBuilder {
  /// What an operation is known by: equal ones in one frame give the same.
  private struct Key: Hashable {
    let operation: Operation
    /// Constants may be of several shapes.
    let shape: Shape
    let home: FrameID
  }

  /// What a term of the companion is known by.
  private struct TermKey: Hashable {
    let term: Term
    let type: TypeID
    /// What tells apart constants that are equal and yet written differently, as `1.2` and `1.2.0`.
    let spelling: [UInt8]
  }

  /// The plan so far.
  var plan: Plan

  /// The graph.
  let graph: ResourceGraph

  /// The program, and behind its terms those that are asked of distinct values.
  private(set) var companion: Program

  private var known: [Key: OperationID] = [:]
  private var terms: [TermKey: TermID] = [:]
  private var frames: [Plan.Frame: FrameID] = [:]

  /// The longest run of each frame's collections.
  private(set) var longest: [Int] = [1]

  /// Creates a builder of the plan for the nodes of `population`.
  init(_ population: ResourceTypeID, graph: ResourceGraph, companion: Program) {
    plan = Plan(population: population)
    self.graph = graph
    self.companion = companion
  }

  /// Returns the operation, which is in the plan afterwards.
  mutating func demand(_ operation: Operation, _ shape: Shape, in home: FrameID) -> OperationID {
    let key = Key(operation: operation, shape: shape, home: home)
    if let known = known[key] { return known }
    let id = plan.operations.count
    plan.operations.append(operation)
    plan.shapes.append(shape)
    plan.homes.append(home)
    known[key] = id
    return id
  }

  /// Returns the term, which is in the companion afterwards.
  mutating func demand(_ term: Term, type: TypeID, like id: TermID) -> TermID {
    var spelling: [UInt8] = []
    if case .constant(let value) = term {
      guard let known = PlanBuilder.spelling(of: value) else {
        return companion.insert(term, type: type, at: companion.range(of: id))
      }
      spelling = known
    }
    let key = TermKey(term: term, type: type, spelling: spelling)
    if let known = terms[key] { return known }
    let new = companion.insert(term, type: type, at: companion.range(of: id))
    terms[key] = new
    return new
  }

  /// Returns what tells the constant apart from equal ones; `nil` if that is not at hand, so that
  /// no two are taken for the same.
  private static func spelling(of value: Value) -> [UInt8]? {
    switch value {
    case .bool, .int, .string, .duration, .timestamp, .bytes, .cidr, .ipAddress, .arn, .regex,
      .glob, .enumeration, .resource:
      []
    case .version(let version): Array(version.description.utf8)
    case .float, .cidrSet, .portSet, .policyDocument, .filterPattern, .json, .list, .set, .map,
      .structure:
      nil
    }
  }

  /// Returns the frame of the elements of `collection` for each row of `parent`.
  mutating func frame(of collection: OperationID, in parent: FrameID) -> FrameID {
    let frame = Plan.Frame(parent: parent, collection: lift(collection, to: parent))
    if let known = frames[frame] { return known }
    plan.frames.append(frame)
    frames[frame] = plan.frames.count - 1
    longest.append(longestRun(plan.shapes[collection]))
    return plan.frames.count - 1
  }

  private func longestRun(_ shape: Shape) -> Int {
    let ends: [UInt32]
    switch shape {
    case .runs(let path, _), .pairs(let path): ends = path.column(in: graph).ids
    case .groups(let edge): ends = graph.inverse(edge)?.ends ?? []
    case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
      ends = []
    }
    var (longest, previous) = (0, UInt32(0))
    for end in ends {
      longest = max(longest, Int(end - previous))
      previous = end
    }
    return longest
  }

  /// Returns the operation with a row for each row of `frame`, which is its home or inside of it.
  mutating func lift(_ id: OperationID, to frame: FrameID) -> OperationID {
    if plan.homes[id] == frame { return id }
    if case .constant = plan.operations[id] {
      return demand(plan.operations[id], plan.shapes[id], in: frame)
    }
    let outer = lift(id, to: plan.frames[frame].parent)
    return demand(.lift(outer), plan.shapes[id], in: frame)
  }

  /// Returns the inner one of two frames of which one is inside of the other; `nil` if neither is.
  func inner(_ one: FrameID, _ other: FrameID) -> FrameID? {
    isInside(one, other) ? one : isInside(other, one) ? other : nil
  }

  private func isInside(_ frame: FrameID, _ outer: FrameID) -> Bool {
    var frame = frame
    while frame != outer {
      if frame == 0 { return false }
      frame = plan.frames[frame].parent
    }
    return true
  }

  /// Returns the inner one of the frames of the operations; `nil` if there is none.
  func inner(of ids: [OperationID]) -> FrameID? {
    var frame: FrameID = 0
    for id in ids {
      if case .constant = plan.operations[id] { continue }
      guard let next = inner(frame, plan.homes[id]) else { return nil }
      frame = next
    }
    return frame
  }
}
