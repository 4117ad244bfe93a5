package import SourceText

/// The tokens and nodes of one policy file.
///
/// The tokens spell the text exactly. Nodes are in arrays, one per family, children before
/// parents, and are named by ids; what a node has several of is in a `NodeList`.
package struct SyntaxTree: Sendable {
  /// The file.
  package let file: FileID

  /// The text the tokens were made of: the file's bytes, or, of a YAML file, its expressions.
  package private(set) var text: [UInt8]

  /// Where pieces of `text` stand in the file.
  @usableFromInline var origins: OriginMap

  /// The tokens, trivia included, in the order of the text.
  package private(set) var tokens: [Token] = []

  /// The top-level declarations, in the order of the text.
  package private(set) var roots: [DeclarationID] = []

  private var declarations: [Declaration] = []
  private var declarationRanges: [SourceRange] = []
  @usableFromInline var expressions: [Expression] = []
  @usableFromInline var expressionRanges: [SourceRange] = []
  private var expressionHeights: [UInt16] = []
  private var typeNames: [TypeName] = []
  private var typeNameRanges: [SourceRange] = []

  /// What nodes have several of.
  var lists = NodeLists()

  /// Creates a tree without tokens or nodes.
  package init(file: FileID, text: [UInt8], origins: OriginMap) {
    self.file = file
    self.text = text
    self.origins = origins
  }

  package subscript(id: TokenID) -> Token { tokens[Int(id.index)] }
  package subscript(id: DeclarationID) -> Declaration { declarations[Int(id.index)] }
  @inlinable @inline(__always) package subscript(id: ExpressionID) -> Expression {
    expressions[Int(id.index)]
  }
  package subscript(id: TypeNameID) -> TypeName { typeNames[Int(id.index)] }

  /// Returns where the declaration stands in the file.
  package func range(of id: DeclarationID) -> SourceRange { declarationRanges[Int(id.index)] }

  /// Returns where the expression stands in the file.
  @inlinable @inline(__always) package func range(of id: ExpressionID) -> SourceRange {
    expressionRanges[Int(id.index)]
  }

  /// Returns where the type stands in the file.
  package func range(of id: TypeNameID) -> SourceRange { typeNameRanges[Int(id.index)] }

  /// Returns where the token stands in the file.
  package func range(of id: TokenID) -> SourceRange {
    let token = self[id]
    return origins.range(from: token.lower, to: token.upper, in: file)
  }

  /// Returns where the name stands in the file.
  package func range(of name: QualifiedName) -> SourceRange {
    range(of: name.first).union(range(of: name.last))
  }

  /// Returns where the bytes from `lower` up to `upper` of `text` stand in the file.
  package func range(from lower: UInt32, to upper: UInt32) -> SourceRange {
    origins.range(from: lower, to: upper, in: file)
  }

  /// The number of expressions, whose ids are the indices below it.
  package var expressionCount: Int { expressions.count }

  /// Returns how many expressions are inside each other at most, from `id` on.
  package func height(of id: ExpressionID) -> Int { Int(expressionHeights[Int(id.index)]) }

  /// Adds more text, which stands at `origins` in the file, and returns its first offset.
  package mutating func append(text more: [UInt8], origins moreOrigins: OriginMap) -> UInt32 {
    let offset = UInt32(text.count)
    text += more
    origins.append(moreOrigins, shiftedBy: offset)
    return offset
  }

  /// Adds tokens, and makes room for as many nodes as they usually make.
  package mutating func append(tokens more: [Token]) {
    // A YAML file reads many short pieces, and each must not copy all that was before it.
    guard tokens.isEmpty else {
      tokens += more
      return
    }
    tokens = more
    expressions.reserveCapacity(more.count / 5)
    expressionRanges.reserveCapacity(more.count / 5)
    expressionHeights.reserveCapacity(more.count / 5)
  }

  /// Adds a token.
  package mutating func insert(_ token: Token) -> TokenID {
    tokens.append(token)
    return TokenID(index: UInt32(tokens.count - 1))
  }

  /// Adds an expression that stands at `range`.
  package mutating func insert(_ node: Expression, at range: SourceRange) -> ExpressionID {
    var below: UInt16 = 0
    forEachChild(of: node) { below = Swift.max(below, expressionHeights[Int($0.index)]) }
    expressionHeights.append(below + 1)
    expressions.append(node)
    expressionRanges.append(range)
    return ExpressionID(index: UInt32(expressions.count - 1))
  }

  /// Adds a type that stands at `range`.
  package mutating func insert(_ node: TypeName, at range: SourceRange) -> TypeNameID {
    typeNames.append(node)
    typeNameRanges.append(range)
    return TypeNameID(index: UInt32(typeNames.count - 1))
  }

  /// Adds a top-level declaration that stands at `range`.
  package mutating func insert(root node: Declaration, at range: SourceRange) -> DeclarationID {
    declarations.append(node)
    declarationRanges.append(range)
    let id = DeclarationID(index: UInt32(declarations.count - 1))
    roots.append(id)
    return id
  }
}
