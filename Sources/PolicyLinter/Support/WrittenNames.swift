internal import PolicySyntax
internal import SourceText

extension SyntaxTree {
  /// Returns the name of what the declaration declares or tests, if it has one.
  func name(of declaration: Declaration) -> String? {
    switch declaration {
    case .error: nil
    case .resource(let resource): text(of: resource.name)
    case .structure(let structure): text(of: structure.name)
    case .enumeration(let enumeration): text(of: enumeration.name)
    case .function(let function): text(of: function.name)
    case .rule(let rule): text(of: rule.name)
    case .mapping(let mapping): text(of: mapping.target)
    case .test(let test): text(of: test.rule)
    case .survivor(let survivor): text(of: survivor.owner)
    }
  }

  /// The names of variables: of parameters, constants, populations and elements, in no order.
  var variables: [TokenID] {
    var names: [TokenID] = []
    for root in roots {
      switch self[root] {
      case .function(let function): names += function.parameters.map(\.name)
      case .rule(let rule):
        names += rule.parameters.map(\.name) + rule.statements.compactMap(\.variable)
      case .mapping(let mapping): names += mapping.items.compactMap(\.variable)
      case .error, .resource, .structure, .enumeration, .test, .survivor: break
      }
    }
    for index in 0..<expressionCount {
      names += self[ExpressionID(index: UInt32(index))].variables
    }
    return names
  }
}

extension Statement {
  /// The variable that the statement names, if it names one.
  fileprivate var variable: TokenID? {
    switch self {
    case .population(_, let name, _), .constant(_, let name, _, _): name
    case .filter, .requirement, .severity, .remediation, .onEmpty, .formerly, .error: nil
    }
  }
}

extension MappingItem {
  /// The variable that the item names, if it names one.
  fileprivate var variable: TokenID? {
    switch self {
    case .join(_, let name, _, _), .constant(_, let name, _, _): name
    case .filter, .adopted, .field, .error: nil
    }
  }
}

extension Expression {
  /// The variables that stand for the elements, or for keys and values, if there are some.
  fileprivate var variables: [TokenID] {
    switch self {
    case .quantifier(_, _, let binding, _), .aggregate(_, let binding, _),
      .comprehension(let binding, _, _), .mapComprehension(let binding, _, _),
      .groups(let binding, _, _):
      [binding.name] + [binding.value].compactMap(\.self)
    case .error, .boolean, .integer, .float, .duration, .bytes, .timestamp, .string, .regex, .now,
      .world, .absent, .name, .enumCase, .member, .subscripted, .call, .prefix, .infix, .test,
      .cast, .conditional, .match, .list, .set, .map, .structure, .closure, .reach:
      []
    }
  }
}
