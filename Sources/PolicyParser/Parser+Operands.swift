internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Operands, with what follows them closely.
extension Parser {
  /// Parses `primary { ( "." | "?." ) ( word [ arguments ] | closure ) | "[" expression "]" }`.
  mutating func postfix() throws(Failure) -> ExpressionID {
    let start = position
    var base = try primary()
    while true {
      try checkHeight(of: base)
      if at(.dot) || at(.questionDot) {
        let isOptional = at(.questionDot)
        advance()
        if at(.leftParenthesis) {
          base = try closure(of: base, isOptional: isOptional, from: start)
          continue
        }
        if current.startsLine, startsItem || startsCertainStatement || startsDeclaration {
          throw fail { .expectedName("an attribute", found: $0, at: $1) }
        }
        let name = try name("an attribute")
        if at(.leftParenthesis) {
          let arguments = try arguments(after: base)
          base = insert(
            arguments.map {
              .call(name: name, arguments: $0, hasReceiver: true, isOptional: isOptional)
            } ?? .error, from: start)
        } else if closesEdge {
          let path = EdgePath(steps: tree.insert([name]))
          base = closure(of: base, tree.insert([path]), isOptional: isOptional, from: start)
        } else {
          base = insert(.member(base: base, name: name, isOptional: isOptional), from: start)
        }
      } else if at(.leftBracket) {
        let index = try bracketed(.leftBracket, .rightBracket) { $0.wholeExpression() }
        base = insert(index.map { .subscripted(base: base, index: $0) } ?? .error, from: start)
      } else {
        return base
      }
    }
  }

  /// Parses `"(" [ expression { "," expression } [ "," ] ] ")"`; `receiver` comes first.
  private mutating func arguments(
    after receiver: ExpressionID? = nil
  ) throws(Failure) -> NodeList<ExpressionID>? {
    try bracketed(.leftParenthesis, .rightParenthesis) {
      $0.elements(after: receiver, upTo: .rightParenthesis)
    }
  }

  /// Parses `[ expression { "," expression } [ "," ] ]` before `closer`; `first` comes before them.
  mutating func elements(
    after first: ExpressionID? = nil, upTo closer: Punctuation
  ) -> NodeList<ExpressionID> {
    let start = openExpressions.count
    if let first { openExpressions.append(first) }
    while !at(closer), !isAtEnd {
      let element = wholeExpression()
      openExpressions.append(element)
      if take(.comma) == nil { break }
    }
    defer { openExpressions.removeSubrange(start...) }
    return tree.insert(openExpressions[start...])
  }

  /// Parses `primary`.
  private mutating func primary() throws(Failure) -> ExpressionID {
    let start = position
    switch current.token.kind {
    case .integer: return insert(.integer(advance()), from: start)
    case .float: return insert(.float(advance()), from: start)
    case .duration: return insert(.duration(advance()), from: start)
    case .bytes: return insert(.bytes(advance()), from: start)
    case .timestamp: return insert(.timestamp(advance()), from: start)
    case .regex: return insert(.regex(advance()), from: start)
    case .stringStart, .rawString: return try string()
    case .keyword: return try keywordPrimary()
    case .word, .typeWord: return try namedPrimary()
    case .unrecognized:
      advance()
      silentPosition = position
      return insert(.error, from: start)
    case .punctuation: return try punctuationPrimary()
    case .whitespace, .comment, .documentation, .stringText, .interpolationStart,
      .interpolationEnd, .stringEnd, .endOfFile:
      throw failExpectingExpression()
    }
  }

  private mutating func punctuationPrimary() throws(Failure) -> ExpressionID {
    let start = position
    switch current.punctuation {
    case .leftParenthesis:
      let inner = try bracketed(.leftParenthesis, .rightParenthesis) { $0.wholeExpression() }
      return inner ?? insert(.error, from: start)
    case .leftBracket: return try list()
    case .leftBrace: return try braces()
    case .minus:
      advance()
      let operand = try expression(.prefix)
      return insert(.prefix(.negate, operand: operand), from: start)
    default: throw failExpectingExpression()
    }
  }

  private mutating func keywordPrimary() throws(Failure) -> ExpressionID {
    let start = position
    if peek().punctuation == .equals { throw failExpectingExpression() }
    switch current.keyword {
    case .true:
      advance()
      return insert(.boolean(true), from: start)
    case .false:
      advance()
      return insert(.boolean(false), from: start)
    case .now:
      advance()
      return insert(.now, from: start)
    case .world:
      advance()
      return insert(.world, from: start)
    case .absent:
      advance()
      return insert(.absent, from: start)
    case .all: return try quantifier(.all)
    case .any: return try quantifier(.any)
    case .noneOf: return try quantifier(.none)
    case .exactly: return try quantifier(.exactly)
    case .count: return try aggregate(.count)
    case .sum: return try aggregate(.sum)
    case .min: return try aggregate(.min)
    case .max: return try aggregate(.max)
    case .if: return try conditional()
    case .match: return try match()
    default: throw failExpectingExpression()
    }
  }

  /// Parses the operands that start with a name: a word, a call, a literal.
  private mutating func namedPrimary() throws(Failure) -> ExpressionID {
    if startsTypeName {
      return isBeforeStructureBrace ? try structureLiteral() : try enumLiteral()
    }
    if isMissedByItem { throw failExpectingExpression() }
    let start = position
    let name = advance()
    guard at(.leftParenthesis) else { return insert(.name(name), from: start) }
    let arguments = try arguments()
    return insert(
      arguments.map {
        .call(name: name, arguments: $0, hasReceiver: false, isOptional: false)
      } ?? .error, from: start)
  }

  /// Whether the type's name that is next is followed by the brace of a structure literal.
  private var isBeforeStructureBrace: Bool {
    var distance = 0
    while peek(distance).token.kind == .word { distance += 2 }
    return allowsStructures && peek(distance + 1).punctuation == .leftBrace
  }

  /// Parses `[ type_name "." ] Word`.
  mutating func enumLiteral() throws(Failure) -> ExpressionID {
    let start = position
    let name = try typeName()
    if at(.dot), peek().token.kind == .typeWord {
      advance()
      return insert(.enumCase(type: name, name: advance()), from: start)
    }
    if name.count == 1 { return insert(.enumCase(type: nil, name: name.last), from: start) }
    let type = tree.text(of: name)
    throw fail { .expectedTypeMember(of: type, found: $0, at: $1) }
  }

  /// Parses `type_name "{" [ word ":" expression { "," word ":" expression } [ "," ] ] "}"`.
  mutating func structureLiteral() throws(Failure) -> ExpressionID {
    try nested { (parser) throws(Failure) in
      let start = parser.position
      let type = try parser.typeName()
      let fields = try parser.bracketed(.leftBrace, .rightBrace) { (parser) throws(Failure) in
        try parser.fields()
      }
      return parser.insert(
        fields.map { .structure(type: type, fields: $0) } ?? .error, from: start)
    }
  }

  /// Parses `[ word ":" expression { "," word ":" expression } [ "," ] ]`.
  private mutating func fields() throws(Failure) -> NodeList<FieldValue> {
    let start = openFields.count
    defer { openFields.removeSubrange(start...) }
    while !at(.rightBrace), !isAtEnd {
      let field = try field { (parser) throws(Failure) in try parser.expect(.colon) }
      openFields.append(field)
      if take(.comma) == nil { break }
    }
    return tree.insert(openFields[start...])
  }
}
