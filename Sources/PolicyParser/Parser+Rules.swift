internal import PolicySyntax

/// Functions and rules.
extension Parser {
  /// Parses `[ "private" ] "fn" word "(" [ parameter { "," parameter } ] ")" "->" type "=" expression`.
  mutating func function(_ documentation: [TokenID]) throws(Failure) -> FunctionDeclaration {
    let isPrivate = take(.private) != nil
    try expect(.fn)
    let name = try variableName("a function")
    let parameters = try parameters()
    try expect(.arrow)
    let result = try type()
    try expect(.equals)
    let body = recovering { (parser) throws(Failure) in try parser.expression() }
    return FunctionDeclaration(
      documentation: documentation, isPrivate: isPrivate, name: name, parameters: parameters,
      result: result, body: body)
  }

  /// Parses `"rule" word [ "(" [ parameter { "," parameter } ] ")" ] "{" { statement } "}"`.
  mutating func rule(_ documentation: [TokenID]) throws(Failure) -> RuleDeclaration {
    try expect(.rule)
    let name = try name("a rule")
    let parameters = at(.leftParenthesis) ? try parameters() : []
    let statements = try items(.statements, wrong: .error) { (parser) throws(Failure) in
      try parser.statement()
    }
    return RuleDeclaration(
      documentation: documentation, name: name, parameters: parameters, statements: statements)
  }

  /// Parses `"(" [ parameter { "," parameter } ] ")"`.
  private mutating func parameters() throws(Failure) -> [ParameterDeclaration] {
    try expect(.leftParenthesis)
    var parameters: [ParameterDeclaration] = []
    while !at(.rightParenthesis) {
      do {
        parameters.append(try parameter())
      } catch {
        skip { $0.at(.comma) }
      }
      if take(.comma) == nil { break }
    }
    try expect(.rightParenthesis)
    return parameters
  }

  /// Parses `word ":" type [ "=" coalescing ] [ "in" coalescing ]`.
  mutating func parameter() throws(Failure) -> ParameterDeclaration {
    let name = try variableName("a parameter")
    try expect(.colon)
    let (type, value, bounds) = try parameterType()
    return ParameterDeclaration(name: name, type: type, defaultValue: value, bounds: bounds)
  }

  /// Parses `type [ "=" coalescing ] [ "in" coalescing ]`.
  mutating func parameterType() throws(Failure) -> (TypeNameID, ExpressionID?, ExpressionID?) {
    let type = try type()
    // Not comparisons, because `in` is one.
    let value = take(.equals) == nil ? nil : try expression(.coalescing)
    let bounds = take(.in) == nil ? nil : try expression(.coalescing)
    return (type, value, bounds)
  }

  /// Parses `statement`.
  private mutating func statement() throws(Failure) -> Statement {
    let keyword = currentID
    switch current.keyword {
    case .for:
      advance()
      let name = try variableName("a variable")
      try expect(.in)
      return .population(keyword: keyword, name: name, type: try typeName())
    case .where:
      advance()
      return .filter(keyword: keyword, condition: wholeExpression())
    case .let: return try constant { .constant(keyword: keyword, name: $0, type: $1, value: $2) }
    case .require:
      advance()
      let condition = wholeExpression()
      let message = take(.else) == nil ? nil : try string()
      return .requirement(keyword: keyword, condition: condition, message: message)
    case .severity:
      advance()
      return .severity(keyword: keyword, value: try name("a severity"))
    case .remediation:
      advance()
      return .remediation(keyword: keyword, text: try string())
    case .onEmpty:
      advance()
      return .onEmpty(keyword: keyword, value: try name("a status"))
    case .formerly:
      advance()
      return .formerly(keyword: keyword, names: try formerNames("a rule"))
    default:
      let words: [Keyword] = [
        .for, .where, .let, .require, .severity, .remediation, .onEmpty, .formerly,
      ]
      throw failExpectingItem("a statement of the rule", words: words)
    }
  }

  /// Parses `word { "," word }` after `formerly`.
  mutating func formerNames(_ what: String) throws(Failure) -> [TokenID] {
    var names: [TokenID] = []
    repeat { names.append(try name(what)) } while take(.comma) != nil
    return names
  }

  /// Parses `expression`, or what stands in its place.
  mutating func wholeExpression() -> ExpressionID {
    recovering { (parser) throws(Failure) in try parser.expression() }
  }

  /// Parses `"let" word [ ":" type ] "=" expression`.
  mutating func constant<Item>(
    _ make: (TokenID, TypeNameID?, ExpressionID) -> Item
  ) throws(Failure) -> Item {
    try expect(.let)
    let name = try variableName("a variable")
    let type = take(.colon) == nil ? nil : try type()
    try expect(.equals)
    return make(name, type, wholeExpression())
  }

  /// Reports that `what`, which starts with one of `words`, should stand here.
  mutating func failExpectingItem(_ what: String, words: [Keyword]) -> Failure {
    let spellings = words.map(\.rawValue)
    return fail(onToken: true) { .expectedItem(what, words: spellings, found: $0, at: $1) }
  }
}
