import PolicyFormatter
import Testing

/// Parentheses that go, around all that can be wide, in all places where something can stand.
struct ParenthesesTests {
  /// A text that is wide enough for a few of them not to fit on a line.
  private static let text = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""

  private static let condition = "x.aaaaaaaaaaaaaaaaaaaaaaaaaaaaa and x.bbbbbbbbbbbbbbbbbbbbbbb"

  private static func texts(_ count: Int) -> String {
    Array(repeating: text, count: count).joined(separator: ", ")
  }

  private static func entries(_ count: Int) -> String {
    Array(repeating: "\(text): \(text)", count: count).joined(separator: ", ")
  }

  /// Expressions that do not fit on a line, and some that do.
  static let expressions: [String] = [
    "a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbb and c.ddddddddddddddddddddddddddddddd and e.fffffffffffffffffff",
    "[\(texts(4))]", "{\(texts(4))}", "{\(entries(3))}", "f(\(texts(4)))", "f([\(texts(4))])",
    "[for x in xs where \(condition): x.cccccccccccccccccccccccccccc]",
    "any x in xs where \(condition): x.cccccccccccccccccccccccccccc",
    "if \(condition) then a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb else c.dddddddddddddddddd",
    "match x.y { Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa => 1, Bbbbbbbbbbbbbbbbbbbbbbb => 2, Ccccc => 3 }",
    "a.Host { aaaaaaaaaaaaaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: 2, ccccccccc: 3 }",
    "a.b.contains(\(texts(4)))", "a.b.contains(\(texts(2))).foo(\(texts(3)))",
    "[\(texts(4))] is empty", "[\(texts(4))] as [String]", "{\(entries(3))}[\"x\"]",
    "not [\(texts(4))]", "-a", "\"\(String(repeating: "a", count: 110))\"",
    "{for x in xs where \(condition) group by x.bbbbbbbbbbbbbbbbbb: x.cccccccccccccccccccccc}",
    "a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb..c.ddddddddddddddddddddddddddddddddddd",
    "a.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb reaches c.ddddddddddddddddddddddddddd via e.f | g.h",
    "a.b*", "a.(b | c.d)+", "m[\"k\"]", "/^b/",
  ]

  /// Places in which an expression can stand, written `%`.
  static let places: [String] = [
    "rule a {\n  for h in A\n  require %\n    else \"x\"\n}",
    "rule a {\n  for h in A\n  where %\n}",
    "rule a {\n  for h in A\n  let x = %\n  require true\n}", "fn f(x: Int) -> Int = %",
    "fn f(x: Int = % in 1..2) -> Int = 1", "fn f(x: Int = 1 in %) -> Int = 1",
    "map t \"a\" to A {\n  a = %\n}", "fn f() -> Int = % and a", "fn f() -> Int = a and %",
    "fn f() -> Int = % == a", "fn f() -> Int = a == %", "fn f() -> Int = a in %",
    "fn f() -> Int = a + % + b", "fn f() -> Int = a + b + %", "fn f() -> Int = a ?? %",
    "fn f() -> Int = % - {a}", "fn f() -> Int = [1, %]", "fn f() -> Int = {\"a\": %}",
    "fn f() -> Int = {%: 1}", "fn f() -> Int = g(%)", "fn f() -> Int = g(1, %)",
    "fn f() -> Int = m[%]", "fn f() -> Int = %.foo", "fn f() -> Int = %.foo(1)",
    "fn f() -> Int = any x in %: x", "fn f() -> Int = any x in xs where %: x",
    "fn f() -> Int = any x in xs: %", "fn f() -> Int = [for x in % where %: %]",
    "fn f() -> Int = {for x in % where %: %: %}", "fn f() -> Int = {for x in xs group by %: %}",
    "fn f() -> Int = if % then % else %", "fn f() -> Int = match s { A => %, B | C => % }",
    "fn f() -> Int = match % { A => 1 }", "fn f() -> Int = \"{a == %}\"",
    "struct A {\n  x: Int = % when absent\n  y: Int = % when absent key\n}",
    "test a {\n  case \"x\" for a {\n    row %, % expect pass\n  }\n}",
    "test a {\n  case \"x\" {\n    let k = %\n    with p = %\n    a.B { a: % }\n    expect pass\n  }\n}",
    "test a {\n  case \"x\" {\n    let k = %\n    expect pass\n  }\n}",
    "test a {\n  case \"x\" {\n    with p = %\n    A {}\n  }\n}",
    "test a {\n  case \"x\" {\n    let k: Set<[Int]?> = %\n    a.B { a: % }\n  }\n}",
    "fn f() -> Int = % as Int", "fn f() -> Int = % is empty", "fn f() -> Int = -%",
    "fn f() -> Int = not %", "fn f() -> Int = %..5", "fn f() -> Int = 1..%",
    "fn f() -> Int = % reaches % via a",
  ]

  /// Ways to write parentheses around `%`, with comments or without.
  private static let pairs = [
    "%", "(%)", "((%))", "(\n%\n)", "( // c1\n% // c2\n) // c3\n",
    "(\n // c1\n%\n // c2\n)\n // c3\n",
  ]

  @Test(arguments: places)
  func whatIsBetweenThemHasACanonicalForm(_ place: String) {
    for expression in Self.expressions {
      for pair in Self.pairs {
        let written = pair.replacing("%", with: expression)
        let formatting = Formatting(place.replacing("%", with: written) + "\n")
        switch formatting.result {
        // Not every expression may stand everywhere without parentheses.
        case .refused: continue
        case .unsound: Issue.record("\(place) with \(written): \(formatting.text)")
        case .formatted(let bytes):
          let again = Formatting(bytes)
          #expect(again.isUnchanged, "\(place) with \(written)")
        case .unchanged: break
        }
      }
    }
  }

  @Test(arguments: [
    ("require (a.b*) - {c} is empty", "require (a.b*) - {c} is empty"),
    ("require a.b*\n - {c} is empty", "require (a.b*) - {c} is empty"),
    ("require a.b*\n not in c", "require (a.b*) not in c"),
    ("require c in a.b*", "require c in a.b*"),
    ("require c in a.b*\n severity high", "require c in a.b*\n  severity high"),
    ("require match a.b*\n { C => true }", "require match (a.b*) { C => true }"),
    ("require match (a.b*) { C => true }", "require match (a.b*) { C => true }"),
  ])
  func aClosedEdgeKeepsItsMark(_ written: String, _ canonical: String) {
    let formatting = Formatting("rule r {\n  for a in A\n  \(written)\n}\n")
    #expect(formatting.text == "rule r {\n  for a in A\n  \(canonical)\n}\n")
  }

  @Test(arguments: [
    ("row /^b/, \"b\" expect pass", "row /^b/, \"b\" expect pass"),
    ("row (/^b/), \"b\" expect pass", "row /^b/, \"b\" expect pass"),
    ("row /a\\/b/ expect pass", "row /a\\/b/ expect pass"),
    ("row (s.t*)\n expect pass", "row (s.t*) expect pass"),
    ("row s.t*\n expect pass", "row (s.t*) expect pass"),
    ("row s.t*, 1 expect pass", "row s.t*, 1 expect pass"),
    ("let k = a +\n row / 2 / 3\n expect pass", "let k = a + row / 2 / 3  expect pass"),
  ])
  func aRowMayStartWithARegexOrAnEdge(_ written: String, _ canonical: String) {
    let formatting = Formatting("test r {\n  case \"c\" for a {\n\(written)\n  }\n}\n")
    let body = canonical.split(separator: "  ").map { "    \($0)\n" }.joined()
    #expect(formatting.text == "test r {\n  case \"c\" for a {\n\(body)  }\n}\n")
  }

  @Test func whatIsGroupedByMayBeARegex() {
    let text = "fn f() -> Int = {for x in xs group by /x/: x}\n"
    #expect(Formatting(text).isUnchanged)
    #expect(Formatting(text.replacing("/x/", with: "(/x/)")).text == text)
  }

  @Test func parenthesesGoInYAMLInOneStep() {
    let text = "rules:\n  - rule: r\n    for: x in A\n    require: a in (b)..(m[\"k\"]) and c\n"
    let formatting = Formatting(Array(text.utf8), isYAML: true)
    #expect(formatting.text == text.replacing("(b)..(m[\"k\"])", with: "b .. m[\"k\"]"))
    #expect(Formatting(Array(formatting.text.utf8), isYAML: true).isUnchanged)
  }

  /// The mark of a closed edge at the end of a line is no operator, nor is it before `when absent`.
  @Test(arguments: expressions + ["not a.b*", "-a.b*", "a.b* ?? c.d+", "(a.b*)", "a + b.c*"])
  func aDefaultMayBeFollowedByALineBreak(_ value: String) {
    func attribute(_ separator: String) -> String {
      "resource A {\n  x: Int = \(value)\(separator)when absent key\n}\n"
    }
    let (onOne, onTwo) = (Formatting(attribute(" ")), Formatting(attribute("\n    ")))
    #expect(onOne.isSound && onTwo.isSound, "\(onTwo.text)")
    #expect(onOne.text == onTwo.text)
  }
}
