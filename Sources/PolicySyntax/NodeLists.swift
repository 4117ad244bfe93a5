/// The elements of all lists of a tree, by their kinds.
struct NodeLists: Sendable {
  var tokens: [TokenID] = []
  var expressions: [ExpressionID] = []
  var typeNames: [TypeNameID] = []
  var segments: [StringSegment] = []
  var fields: [FieldValue] = []
  var entries: [MapEntry] = []
  var arms: [MatchArm] = []
  var paths: [EdgePath] = []

  /// Adds `elements` to those of their kind, and returns the list of them.
  static func append<Element>(
    _ elements: ArraySlice<Element>, to all: inout [Element]
  ) -> NodeList<Element> {
    let lower = UInt32(all.count)
    for element in elements { all.append(element) }
    return NodeList(lower: lower, count: Int32(elements.count))
  }
}

/// The lists of a tree, each of which is a slice of the tree's array of its kind.
extension SyntaxTree {
  package subscript(list: NodeList<TokenID>) -> ArraySlice<TokenID> {
    lists.tokens[list.indices]
  }
  package subscript(list: NodeList<ExpressionID>) -> ArraySlice<ExpressionID> {
    lists.expressions[list.indices]
  }
  package subscript(list: NodeList<TypeNameID>) -> ArraySlice<TypeNameID> {
    lists.typeNames[list.indices]
  }
  package subscript(list: NodeList<StringSegment>) -> ArraySlice<StringSegment> {
    lists.segments[list.indices]
  }
  package subscript(list: NodeList<FieldValue>) -> ArraySlice<FieldValue> {
    lists.fields[list.indices]
  }
  package subscript(list: NodeList<MapEntry>) -> ArraySlice<MapEntry> {
    lists.entries[list.indices]
  }
  package subscript(list: NodeList<MatchArm>) -> ArraySlice<MatchArm> {
    lists.arms[list.indices]
  }
  package subscript(list: NodeList<EdgePath>) -> ArraySlice<EdgePath> {
    lists.paths[list.indices]
  }

  /// Adds a list of tokens.
  package mutating func insert(_ list: ArraySlice<TokenID>) -> NodeList<TokenID> {
    NodeLists.append(list, to: &lists.tokens)
  }

  /// Adds a list of expressions.
  package mutating func insert(_ list: ArraySlice<ExpressionID>) -> NodeList<ExpressionID> {
    NodeLists.append(list, to: &lists.expressions)
  }

  /// Adds a list of types.
  package mutating func insert(_ list: ArraySlice<TypeNameID>) -> NodeList<TypeNameID> {
    NodeLists.append(list, to: &lists.typeNames)
  }

  /// Adds a list of parts of a string.
  package mutating func insert(_ list: ArraySlice<StringSegment>) -> NodeList<StringSegment> {
    NodeLists.append(list, to: &lists.segments)
  }

  /// Adds a list of fields.
  package mutating func insert(_ list: ArraySlice<FieldValue>) -> NodeList<FieldValue> {
    NodeLists.append(list, to: &lists.fields)
  }

  /// Adds a list of entries of a map.
  package mutating func insert(_ list: ArraySlice<MapEntry>) -> NodeList<MapEntry> {
    NodeLists.append(list, to: &lists.entries)
  }

  /// Adds a list of arms.
  package mutating func insert(_ list: ArraySlice<MatchArm>) -> NodeList<MatchArm> {
    NodeLists.append(list, to: &lists.arms)
  }

  /// Adds a list of paths.
  package mutating func insert(_ list: ArraySlice<EdgePath>) -> NodeList<EdgePath> {
    NodeLists.append(list, to: &lists.paths)
  }
}
