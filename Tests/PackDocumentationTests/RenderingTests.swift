import PackDocumentation
import Testing

/// What strangers write into packs must not become markup.
@Suite struct RenderingTests {
  private static let hostile = "<script>alert(1)</script> & \"quotes\" `code` *stars* [x](y) |"

  private static func page(_ blocks: [Block], at path: String = "a/b") -> Page {
    Page(path: path, title: "T <b>", blocks: blocks)
  }

  private static let html = HTMLRenderer(book: "Book & more", navigation: [("home", "index")])

  @Test(arguments: [
    Block.paragraph([.text(hostile)]), .paragraph([.code(hostile)]), .paragraph([.strong(hostile)]),
    .heading(hostile, level: 2), .list([[.text(hostile)]]), .code(hostile, language: "cispol"),
    .table(header: [hostile], rows: [[[.text(hostile)]]]), .paragraph([.link(hostile, to: "c")]),
    .paragraph([.external(hostile, address: "https://example.com/?a=\"><script>")]),
  ])
  func nothingBecomesMarkupOfHTML(block: Block) {
    let text = Self.html.render(Self.page([block]))
    #expect(!text.contains("<script>"))
    #expect(text.contains("&lt;script&gt;"))
    #expect(text.contains("<title>T &lt;b&gt; · Book &amp; more</title>"))
  }

  @Test func markdownEscapesWhatItGivesAMeaning() {
    let text = MarkdownRenderer.render(Self.page([.paragraph([.text(Self.hostile)])]))
    #expect(
      text
        == "# T \\<b\\>\n\n\\<script\\>alert(1)\\</script\\> \\& \"quotes\" \\`code\\` \\*stars\\* "
        + "\\[x\\](y) |\n")
  }

  @Test(arguments: [
    ("~~~", "\\~~~"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("---", "\\---"), ("===", "\\==="),
    ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("1.5 of", "1\\.5 of"), ("12 of", "12 of"),
    ("| a |", "\\| a |"), ("    x", "x"), ("&lt;b&gt; - x", "\\&lt;b\\&gt; - x"), (":x", "\\:x"),
    ("# x", "\\# x"), ("> x", "\\> x"), ("* x", "\\* x"),
  ])
  func noParagraphStartsAnythingElse(_ text: String, _ expected: String) {
    let paragraph = MarkdownRenderer.render(Self.page([.paragraph([.text(text)])]))
    #expect(paragraph == "# T \\<b\\>\n\n\(expected)\n")
    let list = MarkdownRenderer.render(Self.page([.list([[.text(text)]])]))
    #expect(list == "# T \\<b\\>\n\n- \(expected)\n")
  }

  @Test func aBarDoesNotEndACellAndBackticksStayInCode() {
    let page = Self.page([.table(header: ["a"], rows: [[[.code("x | `y`")]]])])
    #expect(MarkdownRenderer.render(page).hasSuffix("| a |\n| --- |\n| `` x \\| `y` `` |\n"))
  }

  @Test(arguments: [
    ("index", "rules/r", "rules/r.html"), ("rules/r", "index", "../index.html"),
    ("rules/r", "rules/s", "../rules/s.html"), ("a/b/c", "d", "../../d.html"),
  ])
  func linksAreRelative(source: String, target: String, expected: String) {
    let page = Page(path: source, title: "T", blocks: [.paragraph([.link("x", to: target)])])
    #expect(Self.html.render(page).contains("<a href=\"\(expected)\">x</a>"))
  }

  @Test func backticksInProseAreCode() {
    #expect([Inline].prose("a `b` c") == [.text("a "), .code("b"), .text(" c")])
    #expect([Inline].prose("`b`") == [.code("b")])
    #expect([Inline].prose("odd ` one") == [.text("odd ` one")])
  }

  @Test func emptyLinesSeparateParagraphs() {
    #expect(
      [Block].prose("a\nb\n\n \nc\n") == [.paragraph([.text("a b")]), .paragraph([.text("c")])])
  }
}
