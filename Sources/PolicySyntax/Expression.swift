/// An expression, as written.
package enum Expression: Hashable, Sendable {
  /// Text that is no expression; it was reported, and nothing more is said about it.
  case error
  /// `true` or `false`.
  case boolean(Bool)
  /// `22`, `1_000`.
  case integer(TokenID)
  /// `0.5`.
  case float(TokenID)
  /// `90d`, `1d12h`.
  case duration(TokenID)
  /// `1GiB`.
  case bytes(TokenID)
  /// `2026-01-01T00:00:00Z`.
  case timestamp(TokenID)
  /// `"text {expression}"` or `'text'`.
  case string(NodeList<StringSegment>)
  /// `/pattern/`.
  case regex(TokenID)
  /// `now`.
  case now
  /// `world`.
  case world
  /// `absent`.
  case absent
  /// A parameter, a constant or a bound variable.
  case name(TokenID)
  /// `Active` or `aws.iam.KeyStatus.Active`: a type's name, possibly none, and a case.
  case enumCase(type: QualifiedName?, name: TokenID)
  /// `base.name`, or `base?.name` when `isOptional`.
  case member(base: ExpressionID, name: TokenID, isOptional: Bool)
  /// `base[index]`.
  case subscripted(base: ExpressionID, index: ExpressionID)
  /// `name(arguments)`; `base.name(arguments)` has its base as the first argument.
  case call(name: TokenID, arguments: NodeList<ExpressionID>, hasReceiver: Bool, isOptional: Bool)
  /// `-operand` or `not operand`.
  case prefix(PrefixOperator, operand: ExpressionID)
  /// `left operator right`.
  case infix(InfixOperator, left: ExpressionID, right: ExpressionID, operator: TokenID)
  /// `operand is present` and the like.
  case test(TestOperator, operand: ExpressionID)
  /// `operand as Type`.
  case cast(operand: ExpressionID, type: TypeNameID)
  /// `if condition then consequence else alternative`.
  case conditional(condition: ExpressionID, consequence: ExpressionID, alternative: ExpressionID)
  /// `match subject { Case | Case => value, … }`.
  case match(subject: ExpressionID, arms: NodeList<MatchArm>)
  /// `all x in xs where filter: body` and its kin.
  case quantifier(Quantifier, count: ExpressionID?, binding: Binding, body: ExpressionID)
  /// `count x in xs where filter`, `sum x in xs: body`, and their kin.
  case aggregate(Aggregate, binding: Binding, body: ExpressionID?)
  /// `[a, b]`.
  case list(NodeList<ExpressionID>)
  /// `{a, b}`; the empty one may also be an empty map.
  case set(NodeList<ExpressionID>)
  /// `{a: b}`.
  case map(NodeList<MapEntry>)
  /// `[for x in xs where filter: body]`, or the same in braces when `isSet`.
  case comprehension(binding: Binding, body: ExpressionID, isSet: Bool)
  /// `{for x in xs where filter: key: value}`.
  case mapComprehension(binding: Binding, key: ExpressionID, value: ExpressionID)
  /// `{for x in xs where filter group by key: body}`.
  case groups(binding: Binding, key: ExpressionID, body: ExpressionID)
  /// `base.edge*` or `base.(path | path)+`: what is reached by following the paths again and
  /// again; `base?.…` when `isOptional`.
  case closure(base: ExpressionID, paths: NodeList<EdgePath>, includesBase: Bool, isOptional: Bool)
  /// `source reaches target via path | path`.
  case reach(source: ExpressionID, target: ExpressionID, paths: NodeList<EdgePath>)
  /// `aws.ec2.Volume { encrypted: true }`.
  case structure(type: QualifiedName, fields: NodeList<FieldValue>)
}
