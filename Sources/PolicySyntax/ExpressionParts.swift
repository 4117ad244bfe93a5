/// Attributes that lead from resource to resource, with dots between them.
package struct EdgePath: Hashable, Sendable {
  /// The attributes; never empty.
  package let steps: NodeList<TokenID>

  /// Creates the path along `steps`.
  package init(steps: NodeList<TokenID>) {
    self.steps = steps
  }
}

/// `name in collection where filter`, or `key, value in map where filter`.
package struct Binding: Hashable, Sendable {
  /// The variable that stands for each element, or for each key of a map.
  package let name: TokenID
  /// The variable that stands for the value of the key, when a map is ranged over.
  package let value: TokenID?
  /// What is ranged over.
  package let collection: ExpressionID
  /// Which elements count; all when there is none.
  package let filter: ExpressionID?

  /// Creates a binding of `name` to the elements of `collection` that satisfy `filter`.
  package init(
    name: TokenID, value: TokenID? = nil, collection: ExpressionID, filter: ExpressionID?
  ) {
    self.name = name
    self.value = value
    self.collection = collection
    self.filter = filter
  }
}

/// `key: value` in a map literal.
package struct MapEntry: Hashable, Sendable {
  /// The key.
  package let key: ExpressionID
  /// The value.
  package let value: ExpressionID

  /// Creates the entry `key: value`.
  package init(key: ExpressionID, value: ExpressionID) {
    self.key = key
    self.value = value
  }
}

/// `name: value` in a structure literal, or `name = value` in a mapping.
package struct FieldValue: Hashable, Sendable {
  /// The attribute.
  package let name: TokenID
  /// Its value.
  package let value: ExpressionID

  /// Creates the field `name: value`.
  package init(name: TokenID, value: ExpressionID) {
    self.name = name
    self.value = value
  }
}

/// `Case | Case => value` in a `match`.
package struct MatchArm: Hashable, Sendable {
  /// The enum literals the arm is for.
  package let patterns: NodeList<ExpressionID>
  /// Its value.
  package let value: ExpressionID

  /// Creates the arm that gives `value` for `patterns`.
  package init(patterns: NodeList<ExpressionID>, value: ExpressionID) {
    self.patterns = patterns
    self.value = value
  }
}

/// A dotted name, such as `aws.iam.AccessKey`, which stands in a row of tokens.
package struct QualifiedName: Hashable, Sendable {
  /// The token of the first part.
  package let first: TokenID
  /// The token of the last part, which names the type itself.
  package let last: TokenID
  /// The number of parts.
  package let count: Int32

  /// Creates the name of `count` parts from `first` up to `last`.
  package init(first: TokenID, last: TokenID, count: Int32) {
    self.first = first
    self.last = last
    self.count = count
  }
}
