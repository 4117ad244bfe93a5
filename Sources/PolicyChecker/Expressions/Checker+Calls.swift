internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks `name(arguments)`, or `receiver.name(rest)`.
  mutating func checkCall(
    _ token: TokenID, _ arguments: ArraySlice<ExpressionID>, hasReceiver: Bool, isOptional: Bool,
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    if isOptional, hasReceiver, let receiver = arguments.first {
      return checkChainedCall(token, receiver, arguments, at: range)
    }
    let name = tree.text(of: token)
    if let function = visibleFunction(named: name) {
      return checkCall(of: function, named: name, arguments, first: nil, at: range)
    }
    if let builtin = Builtin(rawValue: name), !builtin.isProperty {
      return checkCall(of: builtin, arguments, first: nil, expecting: expected, at: range)
    }
    reportUnknownFunction(token)
    for argument in arguments { _ = check(argument) }
    return failed(at: range)
  }

  /// Checks `receiver?.name(rest)`, where `receiver` is the first of `arguments`.
  private mutating func checkChainedCall(
    _ token: TokenID, _ receiver: ExpressionID, _ arguments: ArraySlice<ExpressionID>,
    at range: SourceRange
  ) -> Checked {
    let name = tree.text(of: token)
    let owner = check(receiver)
    let receiverRange = tree.range(of: receiver)
    if self[owner.type] == .error { return failed(at: range) }
    guard self.isOptional(owner.type) else {
      diagnostics.insert(.needlessChain(self.name(of: owner.type), at: range))
      return failed(at: range)
    }
    let slot = body.makeSlot()
    let inner = insert(.variable(slot: slot), unwrapped(owner.type), at: receiverRange)
    let result: Checked
    if let function = visibleFunction(named: name) {
      result = checkCall(of: function, named: name, arguments, first: inner, at: range)
    } else if let builtin = Builtin(rawValue: name), !builtin.isProperty {
      result = checkCall(of: builtin, arguments, first: inner, expecting: nil, at: range)
    } else {
      reportUnknownFunction(token)
      return failed(at: range)
    }
    return insert(
      .chain(base: owner.term, slot: slot, body: result.term), optional(result.type), at: range)
  }

  private mutating func reportUnknownFunction(_ token: TokenID) {
    let name = tree.text(of: token)
    if reportUnusableFunction(name, at: tree.range(of: token)) { return }
    let near = suggestion(for: name) { $0.callableNames }
    diagnostics.insert(.unknownFunction(name, didYouMean: near, at: tree.range(of: token)))
  }

  private var callableNames: [String] {
    let builtins = Builtin.allCases.filter { !$0.isProperty }.map(\.rawValue)
    return functions.keys.filter { visibleFunction(named: $0) != nil }.sorted() + builtins
  }

  private mutating func checkCall(
    of function: FunctionSignature, named name: String, _ arguments: ArraySlice<ExpressionID>,
    first: Checked?, at range: SourceRange
  ) -> Checked {
    let id = FunctionID(index: function.index)
    body.calls.append(id)
    guard arguments.count == function.parameters.count else {
      diagnostics.insert(
        .wrongArgumentCount(
          name, expected: function.parameters.count, got: arguments.count, at: range))
      return failed(at: range)
    }
    var terms: [TermID] = []
    for (index, (argument, type)) in zip(arguments, function.parameters).enumerated() {
      let checked: Checked
      if index == 0, let first {
        checked = first
      } else {
        checked = check(argument, expecting: type)
      }
      terms.append(adapt(checked, to: type, at: tree.range(of: argument)).term)
    }
    return insert(.call(id, terms), function.result, at: range)
  }

  private mutating func checkCall(
    of builtin: Builtin, _ arguments: ArraySlice<ExpressionID>, first: Checked?,
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    if builtin.isForMappings, body.kind == .rule || body.kind == .test {
      diagnostics.insert(.mappingFunctionOutsideMapping(builtin.rawValue, at: range))
      return failed(at: range)
    }
    let wanted = builtin.argumentCount
    guard arguments.count == wanted else {
      diagnostics.insert(
        .wrongArgumentCount(
          builtin.rawValue, expected: wanted, got: arguments.count, at: range))
      return failed(at: range)
    }
    var checked: [Checked] = []
    for (index, argument) in arguments.enumerated() {
      if index == 0, let first {
        checked.append(first)
      } else {
        checked.append(check(argument, expecting: contextType(builtin, argument: index)))
      }
    }
    if checked.contains(where: { self[$0.type] == .error }) { return failed(at: range) }
    return apply(builtin, checked, ranges: arguments.map { tree.range(of: $0) }, at: range)
  }

  /// Returns the type that gives a meaning to literals at a place in a call.
  private mutating func contextType(_ builtin: Builtin, argument: Int) -> TypeID? {
    switch (builtin, argument) {
    case (.denies, 3), (.allows, 4): demand(.map(key: stringType, value: stringType))
    case (.denies, 1), (.denies, 2), (.allows, 1), (.allows, 2), (.allows, 3): stringType
    case (.gap, 0), (.gap, 1): demand(.filterPattern)
    case (.permits, 0), (.permits, 1), (.permits, 2): demand(.list(demand(.policyDocument)))
    case (.permits, 3): demand(.list(demand(.list(demand(.policyDocument)))))
    case (.permits, 7): demand(.map(key: stringType, value: stringType))
    case (.principals, 0), (.isPublic, 0), (.grantsFullAdministration, 0), (.denies, 0),
      (.allows, 0):
      demand(.policyDocument)
    default: nil
    }
  }
}
