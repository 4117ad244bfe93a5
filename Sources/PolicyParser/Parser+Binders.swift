internal import PolicySyntax

/// Expressions that bind a name, and those with words between their parts.
extension Parser {
  /// Parses `word [ "," word ] "in" coalescing [ "where" expression ]`.
  private mutating func binding() throws(Failure) -> Binding {
    let name = try variableName("a variable")
    let value = take(.comma) == nil ? nil : try variableName("a variable")
    try expect(.in)
    let collection = try expression(.coalescing)
    let filter = take(.where) == nil ? nil : try expression()
    return Binding(name: name, value: value, collection: collection, filter: filter)
  }

  /// Parses `":" expression`.
  private mutating func bodyAfterColon() throws(Failure) -> ExpressionID {
    try expect(.colon)
    return try expression()
  }

  /// Parses `( "all" | "any" | "none" | "exactly" sum ) binding ":" expression`.
  mutating func quantifier(_ quantifier: Quantifier) throws(Failure) -> ExpressionID {
    let start = position
    advance()
    let count = quantifier == .exactly ? try expression(.sum) : nil
    let binding = try binding()
    let body = try bodyAfterColon()
    return insert(
      .quantifier(quantifier, count: count, binding: binding, body: body), from: start)
  }

  /// Parses `"count" binding | ( "sum" | "min" | "max" ) binding ":" expression`.
  mutating func aggregate(_ aggregate: Aggregate) throws(Failure) -> ExpressionID {
    let start = position
    advance()
    let binding = try binding()
    let body = aggregate == .count ? nil : try bodyAfterColon()
    return insert(.aggregate(aggregate, binding: binding, body: body), from: start)
  }

  /// Parses `"if" expression "then" expression "else" expression`.
  mutating func conditional() throws(Failure) -> ExpressionID {
    let start = position
    try expect(.if)
    let condition = try expression()
    try expect(.then)
    let consequence = try expression()
    try expect(.else)
    let alternative = try expression()
    return insert(
      .conditional(condition: condition, consequence: consequence, alternative: alternative),
      from: start)
  }

  /// Parses `"match" coalescing "{" arm { "," arm } [ "," ] "}"`.
  mutating func match() throws(Failure) -> ExpressionID {
    let start = position
    try expect(.match)
    let outer = allowsStructures
    allowsStructures = false
    defer { allowsStructures = outer }
    let subject = try expression(.coalescing)
    let arms = try bracketed(.leftBrace, .rightBrace) { (parser) throws(Failure) in
      try parser.matchArms()
    }
    return insert(arms.map { .match(subject: subject, arms: $0) } ?? .error, from: start)
  }

  /// Parses `arm { "," arm } [ "," ]`.
  private mutating func matchArms() throws(Failure) -> NodeList<MatchArm> {
    var arms: [MatchArm] = []
    while !at(.rightBrace), !isAtEnd {
      arms.append(try matchArm())
      if take(.comma) == nil { break }
    }
    return tree.insert(arms[...])
  }

  /// Parses `enum_literal { "|" enum_literal } "=>" expression`.
  private mutating func matchArm() throws(Failure) -> MatchArm {
    var patterns: [ExpressionID] = []
    repeat {
      guard startsTypeName else { throw failExpecting("a case") }
      patterns.append(try enumLiteral())
    } while take(.bar) != nil
    try expect(.doubleArrow)
    return MatchArm(patterns: tree.insert(patterns[...]), value: wholeExpression())
  }

  /// Parses `"[" [ "for" binding ":" expression | expression { "," expression } [ "," ] ] "]"`.
  mutating func list() throws(Failure) -> ExpressionID {
    let start = position
    let node = try bracketed(.leftBracket, .rightBracket) {
      (parser) throws(Failure) -> Expression in
      guard parser.take(.for) != nil else {
        return .list(parser.elements(upTo: .rightBracket))
      }
      let binding = try parser.binding()
      return .comprehension(binding: binding, body: try parser.bodyAfterColon(), isSet: false)
    }
    return insert(node ?? .error, from: start)
  }

  /// Parses `braces`.
  mutating func braces() throws(Failure) -> ExpressionID {
    let start = position
    let node = try bracketed(.leftBrace, .rightBrace) {
      (parser) throws(Failure) -> Expression in
      if parser.take(.for) != nil { return try parser.braceComprehension() }
      if parser.at(.rightBrace) { return .set(.empty) }
      let first = parser.wholeExpression()
      if parser.at(.colon) { return .map(try parser.entries(after: first)) }
      guard parser.take(.comma) != nil else { return .set(parser.tree.insert([first])) }
      return .set(parser.elements(after: first, upTo: .rightBrace))
    }
    return insert(node ?? .error, from: start)
  }

  /// Parses what follows `for` in braces: a binding, perhaps `group by`, and what is made of it.
  private mutating func braceComprehension() throws(Failure) -> Expression {
    let binding = try binding()
    if take(.group) != nil {
      try expect(.by)
      let key = try expression()
      return .groups(binding: binding, key: key, body: try bodyAfterColon())
    }
    let body = try bodyAfterColon()
    guard take(.colon) != nil else {
      return .comprehension(binding: binding, body: body, isSet: true)
    }
    return .mapComprehension(binding: binding, key: body, value: try expression())
  }

  /// Parses `":" expression { "," expression ":" expression } [ "," ]` after the first key.
  private mutating func entries(after first: ExpressionID) throws(Failure) -> NodeList<MapEntry> {
    var key = first
    var entries: [MapEntry] = []
    while true {
      try expect(.colon)
      entries.append(MapEntry(key: key, value: wholeExpression()))
      guard take(.comma) != nil, !at(.rightBrace) else { return tree.insert(entries[...]) }
      key = wholeExpression()
    }
  }
}
