internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Declares the names and types of all functions, and the names of all rules.
  mutating func declareFunctions() {
    var count = program.functions.count
    forEachDeclaration { checker, declaration, _ in
      switch declaration {
      case .function(let function):
        checker.declare(function, index: count)
        count += 1
      case .rule(let rule):
        checker.declare(rule)
      case .resource, .structure, .enumeration, .mapping, .test, .survivor, .error: break
      }
    }
  }

  private mutating func declare(_ declaration: FunctionDeclaration, index: Int) {
    let name = tree.text(of: declaration.name)
    let range = tree.range(of: declaration.name)
    if Builtin(rawValue: name) != nil {
      diagnostics.insert(.reservedFunctionName(name, at: range))
    }
    if let first = functions[name]?.first(where: { $0.pack == pack.name }) {
      diagnostics.insert(.duplicateName(name, at: range, first: first.range))
      return
    }
    let parameters = declaration.parameters.map { resolve($0.type) }
    let result = resolve(declaration.result)
    functions[name, default: []].append(
      FunctionSignature(
        index: index, pack: pack.name, isPrivate: declaration.isPrivate, parameters: parameters,
        result: result, range: range))
  }

  private mutating func declare(_ declaration: RuleDeclaration) {
    let name = tree.text(of: declaration.name)
    let range = tree.range(of: declaration.name)
    let key = "\(pack.name)/\(name)"
    if let first = rules[key] {
      diagnostics.insert(.duplicateName(name, at: range, first: first))
      return
    }
    rules[key] = range
    for case .formerly(_, let names) in declaration.statements {
      for former in names { declare(former: former) }
    }
  }

  private mutating func declare(former token: TokenID) {
    let name = tree.text(of: token)
    let key = "\(pack.name)/\(name)"
    if let first = rules[key] {
      diagnostics.insert(.duplicateName(name, at: tree.range(of: token), first: first))
    }
    rules[key] = rules[key] ?? tree.range(of: token)
  }

  /// Checks the bodies of all functions, and that none calls itself.
  mutating func checkFunctions() {
    // Those that are there already were checked, and cannot call these.
    let first = program.functions.count
    var calls: [[FunctionID]] = program.functions.map { _ in [] }
    forEachDeclaration { checker, declaration, _ in
      guard case .function(let function) = declaration else { return }
      checker.body = Body(kind: .function)
      checker.check(function)
      calls.append(checker.body.calls)
    }
    let circles = Circles(calls.map { $0.map(\.index) })
    for (index, _) in circles.firsts {
      let function = program.functions[index]
      diagnostics.insert(.recursiveFunction(function.name, at: function.range))
    }
    refuseDeepCalls(circles.groups.joined().filter { $0 >= first })
  }

  private mutating func check(_ declaration: FunctionDeclaration) {
    var parameters: [Parameter] = []
    for parameter in declaration.parameters {
      let type = resolve(parameter.type)
      let slot = body.makeSlot()
      bind(parameter.name, to: .variable(slot: slot), type: type)
      for expression in [parameter.defaultValue, parameter.bounds].compactMap(\.self) {
        diagnostics.insert(.functionParameterDefault(at: tree.range(of: expression)))
      }
      parameters.append(
        Parameter(
          name: tree.text(of: parameter.name), type: type, defaultValue: nil, bounds: nil,
          range: tree.range(of: parameter.name)))
    }
    let result = resolve(declaration.result)
    let checked = check(declaration.body, expecting: result)
    let value = assign(checked, to: result, at: tree.range(of: declaration.body))
    program.functions.append(
      Function(
        name: tree.text(of: declaration.name), pack: pack.name,
        isPrivate: declaration.isPrivate, parameters: parameters, result: result, body: value.term,
        slotCount: body.slotCount,
        documentation: documentation(declaration.documentation),
        range: tree.range(of: declaration.name)))
  }

  /// Returns the function that `name` means in the current pack: its own one, else the one that a
  /// required pack has for others.
  ///
  /// - Returns: `nil` when there is none, or more than one; `report` says which.
  func visibleFunction(named name: String) -> FunctionSignature? {
    let candidates = functions[name] ?? []
    if let own = candidates.first(where: { $0.pack == pack.name }) { return own }
    let exported = candidates.filter { sees($0.pack) && !$0.isPrivate }
    return exported.count == 1 ? exported.first : nil
  }

  /// Whether `name` means a function of a pack, though perhaps of several.
  func isFunction(_ name: String) -> Bool {
    (functions[name] ?? []).contains { sees($0.pack) }
  }

  /// Reports why the call of `name` means no function of a pack, if there is one of that name
  /// somewhere; returns `false` if there is not.
  mutating func reportUnusableFunction(_ name: String, at range: SourceRange) -> Bool {
    let candidates = functions[name] ?? []
    let exported = candidates.filter { sees($0.pack) && !$0.isPrivate }
    if exported.count > 1 {
      diagnostics.insert(.ambiguousFunction(name, packs: exported.map(\.pack), at: range))
      return true
    }
    guard let hidden = candidates.first else { return false }
    if sees(hidden.pack) {
      diagnostics.insert(.privateFunction(name, in: hidden.pack, at: range))
    } else {
      diagnostics.insert(.invisibleType(name, in: hidden.pack, from: pack.name, at: range))
    }
    return true
  }

  /// Makes the name in `token` stand for `term`, unless it already stands for something.
  mutating func bind(
    _ token: TokenID, to term: Term, type: TypeID, isElement: Bool = false
  ) {
    let name = tree.text(of: token)
    let range = tree.range(of: token)
    if let first = body.variables[name] {
      let help =
        isElement && first.isElement
        ? "rename one of the two, or put the first `… in …: …` in parentheses: it goes on as far as "
          + "it can"
        : "rename one of the two"
      diagnostics.insert(.duplicateName(name, at: range, first: first.range, help: help))
      return
    }
    body.variables[name] = Body.Variable(
      term: term, type: type, range: range, isElement: isElement)
  }
}
