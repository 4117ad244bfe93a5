internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

/// Paths along edges.
extension Checker {
  /// Checks `base.edge*` and its kin.
  mutating func checkClosure(
    _ base: ExpressionID, _ paths: ArraySlice<EdgePath>, includesBase: Bool,
    isOptional isChained: Bool, at range: SourceRange
  ) -> Checked {
    let owner = check(base)
    let baseRange = tree.range(of: base)
    if self[owner.type] == .error { return failed(at: range) }
    guard isChained else { return close(owner, paths, includesBase, at: range, base: baseRange) }
    guard isOptional(owner.type) else {
      diagnostics.insert(.needlessChain(name(of: owner.type), at: range))
      return close(owner, paths, includesBase, at: range, base: baseRange)
    }
    let slot = body.makeSlot()
    let inner = insert(.variable(slot: slot), unwrapped(owner.type), at: baseRange)
    let result = close(inner, paths, includesBase, at: range, base: baseRange)
    if self[result.type] == .error { return result }
    return insert(
      .chain(base: owner.term, slot: slot, body: result.term), optional(result.type), at: range)
  }

  /// Checks `source reaches target via paths`.
  mutating func checkReach(
    from source: ExpressionID, to target: ExpressionID, _ paths: ArraySlice<EdgePath>,
    at range: SourceRange
  ) -> Checked {
    let owner = check(source)
    let goal = check(target)
    let goalRange = tree.range(of: target)
    if self[owner.type] == .error || self[goal.type] == .error { return failed(at: range) }
    let reached = close(owner, paths, false, at: range, base: tree.range(of: source))
    guard case .set(let element) = self[reached.type] else { return reached }
    switch self[unwrapped(goal.type)] {
    case .list(element), .set(element):
      guard !isOptional(goal.type) else { break }
      return insert(.meets(reached.term, goal.term), boolType, at: range)
    default:
      guard unwrapped(goal.type) == element else { break }
      return insert(.membership(goal.term, in: reached.term), boolType, at: range)
    }
    diagnostics.insert(
      .typeMismatch(expected: name(of: element), got: name(of: goal.type), at: goalRange))
    return failed(at: range)
  }

  /// Returns what is reached from `owner` by following the paths again and again.
  private mutating func close(
    _ owner: Checked, _ paths: ArraySlice<EdgePath>, _ includesBase: Bool, at range: SourceRange,
    base baseRange: SourceRange
  ) -> Checked {
    guard let type = startingPoint(of: owner.type) else {
      if isOptional(owner.type) {
        diagnostics.insert(.optionalNeedsGuard(name(of: owner.type), at: baseRange))
      } else {
        diagnostics.insert(.notAStartingPoint(name(of: owner.type), at: baseRange))
      }
      return failed(at: range)
    }
    var resolved: [[Int]] = []
    for path in paths {
      guard let steps = resolve(path, from: type) else { return failed(at: range) }
      resolved.append(steps)
    }
    let result = demand(.set(demand(.resource(type))))
    return insert(
      .closure(of: owner.term, paths: resolved, includesBase: includesBase), result, at: range)
  }

  /// Returns the type of the resource, or of those in the collection, that paths may start at.
  private func startingPoint(of type: TypeID) -> ResourceTypeID? {
    switch self[type] {
    case .resource(let id): return id
    case .list(let element), .set(let element):
      if case .resource(let id) = self[element] { return id }
      return nil
    default: return nil
    }
  }

  /// Returns the indices of the attributes along the path, which leads back to the type it starts
  /// at, or reports that it does not.
  private mutating func resolve(_ path: EdgePath, from start: ResourceTypeID) -> [Int]? {
    var indices: [Int] = []
    var type = demand(.resource(start))
    for step in tree[path.steps] {
      let text = tree.text(of: step)
      let range = tree.range(of: step)
      let attributes: [Attribute]
      switch self[type] {
      case .resource(let id): attributes = program.schema[id].attributes
      case .structure(let id): attributes = program.schema[id].attributes
      default:
        diagnostics.insert(
          .pathLeadsElsewhere(to: name(of: type), from: program.schema[start].name, at: range))
        return nil
      }
      guard let index = attribute(named: text, among: attributes, at: range) else {
        reportUnknownAttribute(text, of: self[type], at: range)
        return nil
      }
      indices.append(index)
      type = element(of: attributes[index].type)
    }
    guard self[type] == .resource(start) else {
      if let last = tree[path.steps].last {
        diagnostics.insert(
          .pathLeadsElsewhere(
            to: name(of: type), from: program.schema[start].name, at: tree.range(of: last)))
      }
      return nil
    }
    return indices
  }

  /// Returns the type of what values of `type` are, or hold.
  private func element(of type: TypeID) -> TypeID {
    switch self[unwrapped(type)] {
    case .list(let inner), .set(let inner): element(of: inner)
    default: unwrapped(type)
    }
  }
}
