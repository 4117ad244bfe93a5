internal import Diagnostics
internal import DomainValues
internal import SourceText

/// What the checker says about expressions.
extension Diagnostic {
  static func castOfTyped(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .castOfTyped, "`as` reads `Json`, and this is `\(type)`", at: range,
      help: "remove the `as`; nothing else is converted")
  }

  static func enumCaseWithoutContext(
    _ name: String, candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    guard !candidates.isEmpty else {
      return Diagnostic(.unknownEnumCase, "no enum has a case `\(name)`", at: range)
    }
    return Diagnostic(
      .enumCaseWithoutContext,
      "`\(name)` is a case of several enums, and nothing says which is meant", at: range,
      notes: ["the enums are \(listed(candidates))"], help: "write `\(candidates[0]).\(name)`")
  }

  static func jsonNeedsCast(to type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .jsonNeedsCast, "this is `Json`, and `\(type)` is wanted", at: range,
      help: "read it with `as \(type)`, and say what absence means with `??`")
  }

  static func malformedLiteral(_ error: ValueError, at range: SourceRange) -> Diagnostic {
    Diagnostic(.malformedLiteral, error.message, at: range, help: error.help)
  }

  static func missingCases(_ cases: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingCases, "the match leaves out \(listed(cases))", at: range,
      help: "add an arm for each, or join them to one with `|`")
  }

  static func constantComparison(
    _ truth: Bool, because reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .constantComparison, "this is always \(truth): \(reason)", at: range,
      help: "remove it, or compare what was meant")
  }

  static func needlessChain(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .needlessGuard, severity: .warning, "`?.` on `\(type)`, which is never absent", at: range,
      help: "write `.`")
  }

  static func needlessGuard(
    _ operation: String, _ type: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .needlessGuard, severity: .warning, "`\(operation)` on `\(type)`, which is never absent",
      at: range, help: "remove it")
  }

  static func notACollection(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notACollection, "nothing is `in` a value of type `\(type)`", at: range,
      help: "use a list, set, map, PortSet or CidrSet")
  }

  static func notAStructure(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAStructure, "`\(name)` has no fields", at: range, help: "name one of its cases")
  }

  static func notAnEnumeration(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.notAnEnumeration, "`\(name)` is no enum", at: range)
  }

  static func notAStartingPoint(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAStartingPoint, "no edges lead on from a value of type `\(type)`", at: range,
      help: "start at a resource, or at a list or set of them")
  }

  static func notConstant(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notConstant, "this must be known before anything runs", at: range,
      help: "write a literal")
  }

  static func notIterable(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notIterable, "a value of type `\(type)` has no elements to range over", at: range,
      help: "range over a list or a set, or over a map with two names: `key, value in map`")
  }

  static func notSubscriptable(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSubscriptable, "a value of type `\(type)` has no elements by key", at: range,
      help: "use `first(xs)` for the first of a list, or a quantifier for all of them")
  }

  static func numberOutOfRange(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .numberOutOfRange, "`\(text)` is out of range", at: range,
      help: "an Int has 64 bits and a sign; a Float is finite")
  }

  static func operatorMismatch(
    _ symbol: String, _ left: String, _ right: String?, at range: SourceRange
  ) -> Diagnostic {
    let operands = right.map { "`\(left)` and `\($0)`" } ?? "`\(left)`"
    return Diagnostic(
      .operatorMismatch, "`\(symbol)` does not go with \(operands)", at: range,
      help: right.map { remedy(left, $0) })
  }

  /// Returns how two values that an operator does not take may become ones that it does.
  private static func remedy(_ left: String, _ right: String) -> String {
    switch (left, right) {
    case ("Json", let other), (let other, "Json"):
      "say what the `Json` is, and what absence means: `(… as \(other)) ?? …`"
    case ("Duration", "Int"), ("Int", "Duration"): "write the number with a unit, such as `90d`"
    case ("Bytes", "Int"), ("Int", "Bytes"): "write the number with a unit, such as `4GiB`"
    case ("Timestamp", "Duration"), ("Duration", "Timestamp"):
      "a `Duration` is between two instants: `now - …`"
    case ("String", "String"): "texts have no order; those of a `Version` or `Timestamp` do"
    case (let one, let other) where one == other: "it takes values of other types"
    default: "nothing is converted; make both sides the same type"
    }
  }

  static func optionalMember(
    _ name: String, of type: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .optionalNeedsGuard, "this is `\(type)` and may be absent", at: range,
      help: "write `?.\(name)`, or ask `is present` first")
  }

  static func optionalNeedsGuard(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .optionalNeedsGuard, "this is `\(type)` and may be absent", at: range,
      help: "say what absence means with `??`, or ask `is present` first")
  }

  static func pairNeedsMap(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .pairNeedsMap, "a value of type `\(type)` has elements, and no keys with values", at: range,
      help: "name one variable, or range over a map")
  }

  static func pathLeadsElsewhere(
    to target: String, from start: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .pathLeadsElsewhere, "the path leads from `\(start)` to `\(target)`, so nothing follows it",
      at: range, help: "name attributes that lead back to `\(start)`")
  }

  static func typeMismatch(
    expected: String, got: String, at range: SourceRange, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.typeMismatch, "expected `\(expected)`, found `\(got)`", at: range, help: help)
  }

  static func unknownAttribute(
    _ name: String, of type: String, didYouMean: String?, known: [String],
    declared: SourceRange?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownAttribute, "`\(type)` has no attribute `\(name)`", at: range,
      labels: declared.map { [Label("declared here", at: $0)] } ?? [],
      notes: known.isEmpty ? [] : ["it has \(listed(known))"],
      help: didYouMean.map { "did you mean `\($0)`?" },
      fixIts: didYouMean.map { near in
        [
          FixIt(
            "replace `\(name)` with `\(near)`",
            edits: [TextEdit(range: range, replacement: near)])
        ]
      } ?? [])
  }

  static func unknownEnumCase(
    _ name: String, of type: String, cases: [String], didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownEnumCase, "`\(type)` has no case `\(name)`", at: range,
      notes: ["its cases are \(listed(cases))"], help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func unknownFunction(
    _ name: String, didYouMean: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownFunction, "there is no function `\(name)`", at: range,
      help: didYouMean.map { "did you mean `\($0)`?" })
  }

  static func unknownName(
    _ name: String, didYouMean: String?, isFunction: Bool, at range: SourceRange
  ) -> Diagnostic {
    let near = didYouMean.map { "did you mean `\($0)`?" }
    return Diagnostic(
      .unknownName, "nothing is called `\(name)` here", at: range,
      help: isFunction ? "it is a function: write `\(name)(…)`" : near)
  }

  static func wrongArgumentCount(
    _ name: String, expected: Int, got: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArgumentCount, "`\(name)` takes \(expected) arguments, not \(got)", at: range,
      help: "the receiver of `x.\(name)(…)` is the first")
  }
}
