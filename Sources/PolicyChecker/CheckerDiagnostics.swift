internal import Diagnostics
internal import DomainValues
internal import SourceText

/// What the checker says about declarations and statements.
extension Diagnostic {
  static func absentWithoutContext(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .absentWithoutContext, "nothing says of what type `absent` is here", at: range,
      help: "use it as the value of an optional attribute, or write `x is absent`")
  }

  static func ambiguousFunction(
    _ name: String, packs: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousFunction, "`\(name)` is a function of each of \(listed(packs))", at: range,
      help: "require one of these packs only, or declare the function in this pack")
  }

  static func ambiguousType(
    _ name: String, candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousType, "`\(name)` may be any of \(listed(candidates))", at: range,
      help: "write the whole name")
  }

  static func assignedInverse(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .assignedInverse, "`\(name)` is the other direction of an edge and follows from it",
      at: range, help: "assign the edge where it is declared")
  }

  static func callsTooDeep(_ name: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep,
      "the function `\(name)`, with what it calls, is nested more than \(limit) levels deep",
      at: range, help: "compute inner parts with `let` in rules, and hand them on as arguments")
  }

  static func caseNameIsNoColumn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .caseNameIsNoColumn, "the name of a case holds columns only", at: range,
      help: "name a column of the case here, or write `\\{` for the character")
  }

  static func caseWithoutExpectation(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .caseWithoutExpectation, "the case `\(name)` expects nothing, so it cannot fail", at: range,
      help: "add `expect pass`, `expect fail`, `expect unknown` or `expect not_applicable`")
  }

  static func waivedWithoutWaiver(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .waivedWithoutWaiver, "nothing is waived in this case", at: range,
      help: "write `waive RESOURCE` or `waivers \"FILE\"`, or leave `waived` out")
  }

  static func caseWithoutRows(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .caseWithoutRows, "the case has columns and no row, so it never runs", at: range,
      help: "add `row` with a value for each column, or remove `for`")
  }

  static func duplicateName(
    _ name: String, at range: SourceRange, first: SourceRange,
    help: String = "rename one of the two"
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName, "`\(name)` is already there", at: range,
      labels: [Label("first here", at: first)], help: help)
  }

  static func emptyReason(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyReason, "a change is accepted without a reason", at: range,
      help: "say why no test need notice it")
  }

  static func fixtureOutsideTest(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .fixtureOutsideTest, "resources such as `\(type)` are made up in tests only", at: range,
      help: "read the resources of the input through edges, or use a struct")
  }

  static func formerName(_ former: String, now name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .formerName, severity: .warning, "`\(former)` is called `\(name)` now", at: range,
      help: "write `\(name)`",
      fixIts: [
        FixIt(
          "replace `\(former)` with `\(name)`",
          edits: [TextEdit(range: range, replacement: name)])
      ])
  }

  static func functionParameterDefault(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .functionParameterDefault, "parameters of functions have no defaults and no bounds",
      at: range, help: "pass the value where the function is called")
  }

  static func inverseIsNoList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .inverseIsNoList, "the other direction of an edge is a list, or one that may be absent",
      at: range, help: "write `[Type] inverse of edge`, or `Type? inverse of edge`")
  }

  static func inverseOfAnother(
    _ edge: String, target: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .inverseOfAnother, "`\(edge)` is no edge to `\(target)`", at: range,
      help: "name an attribute whose type is `\(target)`, `\(target)?` or a list of them")
  }

  static func inverseOfInverse(_ edge: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .inverseOfInverse, "`\(edge)` is the other direction of an edge itself", at: range,
      help: "leave out `inverse of` on the side that sources write")
  }

  static func invisibleType(
    _ name: String, in pack: String, from user: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .invisibleType, "`\(name)` belongs to the pack `\(pack)`, which `\(user)` does not require",
      at: range, help: "add `\(pack)` to `requires` in pack.yaml")
  }

  static func keyOutsideResource(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .keyOutsideResource, "only attributes of resources are keys", at: range,
      help: "remove `key`")
  }

  static func malformedBounds(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedBounds, "bounds are a least and a greatest value", at: range,
      help: "write them like `in 1d..365d`")
  }

  static func mappingFunctionOutsideMapping(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .mappingFunctionOutsideMapping, "`\(name)` speaks of raw resources, which rules never see",
      at: range, help: "call it in a mapping, and give the resource an attribute for the answer")
  }

  static func misplacedStatement(_ keyword: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedStatement, "`\(keyword)` does not belong here", at: range,
      help: "a rule has one `for`, then `where` and `let`, then `require`; the rest once each")
  }

  static func missingStatement(_ keyword: String, at range: SourceRange) -> Diagnostic {
    let help =
      keyword == "for"
      ? "say which resources it judges: `for name in Type`" : "say what must hold: `require …`"
    return Diagnostic(
      .missingStatement, "the rule has no `\(keyword)`", at: range, help: help)
  }

  static func needlessDefault(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .needlessDefault, "an optional attribute cannot also say what absence means", at: range,
      help: "remove the `?` of the type, or the default")
  }

  static func parameterOutOfBounds(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .parameterOutOfBounds, "the value of `\(name)` is not within its bounds", at: range,
      help: "choose a value between the bounds, or widen them")
  }

  static func parameterWithoutDefault(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .parameterWithoutDefault, "the parameter `\(name)` has no value when none is given",
      at: range, help: "add `= value`")
  }

  static func populationIsNoResource(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .populationIsNoResource, "`\(name)` is no resource type", at: range,
      help: "name a type that is declared with `resource`")
  }

  static func privateFunction(
    _ name: String, in pack: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .privateFunction, "`\(name)` is private to the pack `\(pack)`", at: range,
      help: "declare a function in this pack, or remove `private` there")
  }

  static func recursiveFunction(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .recursiveFunction, "the function `\(name)` calls itself, directly or through others",
      at: range, help: "range over a collection instead; every function must end")
  }

  static func recursiveStructure(
    _ name: String, through others: [String], at range: SourceRange
  ) -> Diagnostic {
    let way = others.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let through = others.isEmpty ? "" : ", through \(way)\(others.count > 3 ? ", …" : "")"
    return Diagnostic(
      .recursiveStructure, "the struct `\(name)` holds itself\(through)", at: range,
      help: "make it a resource and refer to it by an edge, or use Json")
  }

  static func reservedFunctionName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .reservedName, "`\(name)` is a function of the language", at: range,
      help: "choose another name")
  }

  static func reservedTypeName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .reservedName, "`\(name)` is a type of the language", at: range, help: "choose another name")
  }

  static func rowWithoutColumns(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .rowWithoutColumns, "the case has no columns that a row could fill", at: range,
      help: "name them after the case: `case \"…\" for column { … }`")
  }

  static func structureTooDeep(_ name: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep,
      "the struct `\(name)`, with what it holds, is nested more than \(limit) levels deep",
      at: range, help: "make an inner part a resource and refer to it by an edge, or use Json")
  }

  static func structureTooLarge(_ name: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, "the struct `\(name)`, with what it holds, has more than \(limit) fields",
      at: range, help: "make an inner part a resource and refer to it by an edge, or use Json")
  }

  static func unexpectedWord(
    _ text: String, expected: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: text, in: expected)
    return Diagnostic(
      .unexpectedWord, "`\(text)` is not one of \(listed(expected))", at: range,
      help: near.map { "did you mean `\($0)`?" })
  }

  static func unknownParameter(
    _ name: String, of rule: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownParameter, "the rule `\(rule)` has no parameter `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func unknownRule(_ name: String, didYouMean: String?, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .unknownRule, "there is no rule `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func unknownSurvivor(
    _ name: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownSurvivor, "there is no rule and no function `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func unknownType(_ name: String, didYouMean: String?, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .unknownType, "there is no type `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func wrongRowLength(_ count: Int, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongRowLength,
      "the row has \(count.counted("value")), and the case \(columns.counted("column"))",
      at: range, help: "write a value for each column, in their order")
  }

  static func wrongTypeArgumentCount(
    _ name: String, expected: Int, got: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArgumentCount, "the type `\(name)` takes \(expected) types, not \(got)", at: range,
      help: "write `Set<Int>` or `Map<String, Int>`; other types take none")
  }

  /// Returns `names` in backticks, with commas.
  static func listed(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
