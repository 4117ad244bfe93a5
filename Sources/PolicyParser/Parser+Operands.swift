internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Operands, with what follows them closely.
extension Parser {
  /// Parses `primary { "." word [ arguments ] | "?." word [ arguments ] | "[" expression "]" }`.
  mutating func postfix() throws(Failure) -> ExpressionID {
    let start = position
    var base = try primary()
    while true {
      try checkHeight(of: base)
      if at(.dot) || at(.questionDot) {
        let isOptional = at(.questionDot)
        advance()
        let name = try name("an attribute")
        if at(.leftParenthesis) {
          let arguments = [base] + (try arguments())
          base = insert(
            .call(name: name, arguments: arguments, hasReceiver: true, isOptional: isOptional),
            from: start)
        } else {
          base = insert(.member(base: base, name: name, isOptional: isOptional), from: start)
        }
      } else if at(.leftBracket), !current.startsLine {
        let index = try bracketed { (parser) throws(Failure) in parser.wholeExpression() }
        base = insert(.subscripted(base: base, index: index), from: start)
      } else {
        return base
      }
    }
  }

  /// Parses `"[" content "]"`.
  private mutating func bracketed<Content>(
    _ content: (inout Parser) throws(Failure) -> Content
  ) throws(Failure) -> Content {
    try expect(.leftBracket)
    let result = try open(content)
    try expect(.rightBracket)
    return result
  }

  /// Parses what is in brackets, where structure literals are allowed again.
  mutating func open<Content>(
    _ content: (inout Parser) throws(Failure) -> Content
  ) throws(Failure) -> Content {
    let outer = allowsStructures
    allowsStructures = true
    defer { allowsStructures = outer }
    return try content(&self)
  }

  /// Parses `"(" [ expression { "," expression } ] ")"`.
  private mutating func arguments() throws(Failure) -> [ExpressionID] {
    try expect(.leftParenthesis)
    let arguments = try open { (parser) throws(Failure) in
      parser.elements(upTo: .rightParenthesis)
    }
    try expect(.rightParenthesis)
    return arguments
  }

  /// Parses `[ expression { "," expression } [ "," ] ]` before `closer`.
  mutating func elements(upTo closer: Punctuation) -> [ExpressionID] {
    var elements: [ExpressionID] = []
    while !at(closer), !isAtEnd {
      elements.append(wholeExpression())
      if take(.comma) == nil { break }
    }
    return elements
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
      advance()
      let inner = try open { (parser) throws(Failure) in parser.wholeExpression() }
      try expect(.rightParenthesis)
      return inner
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

  /// Parses `word [ arguments ] | struct_literal | enum_literal`.
  private mutating func namedPrimary() throws(Failure) -> ExpressionID {
    if startsTypeName {
      return isBeforeStructureBrace ? try structureLiteral() : try enumLiteral()
    }
    // On the next line, `name = value` is the next item, and this one lacks its value.
    if current.startsLine, peek().punctuation == .equals || startsItem {
      throw failExpectingExpression()
    }
    let start = position
    let name = advance()
    guard at(.leftParenthesis) else { return insert(.name(name), from: start) }
    let arguments = try arguments()
    return insert(
      .call(name: name, arguments: arguments, hasReceiver: false, isOptional: false), from: start)
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
    if let only = name.parts.first, name.parts.count == 1 {
      return insert(.enumCase(type: nil, name: only), from: start)
    }
    let type = tree.text(of: name)
    throw fail { .expectedTypeMember(of: type, found: $0, at: $1) }
  }

  /// Parses `type_name "{" [ word ":" expression { "," word ":" expression } [ "," ] ] "}"`.
  mutating func structureLiteral() throws(Failure) -> ExpressionID {
    try nested { (parser) throws(Failure) in
      let start = parser.position
      let type = try parser.typeName()
      try parser.expect(.leftBrace)
      var fields: [FieldValue] = []
      try parser.open { (parser) throws(Failure) in
        while !parser.at(.rightBrace), !parser.isAtEnd {
          do {
            fields.append(
              try parser.field { (parser) throws(Failure) in try parser.expect(.colon) })
          } catch {
            parser.skip { $0.at(.comma) }
          }
          if parser.take(.comma) == nil { break }
        }
      }
      try parser.expect(.rightBrace)
      return parser.insert(.structure(type: type, fields: fields), from: start)
    }
  }
}
