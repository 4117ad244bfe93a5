import Diagnostics
import SourceText
import StructuredText
import Testing

/// What people are told about a text that is not JSON.
struct JSONDiagnosticTests {
  @Test(arguments: [
    ("{\"a\":1,}", "expected a key in double quotes, found `}`: no comma stands before it"),
    ("[1 2]", "expected `,` or `]`, found `2`"),
    ("[1", "the text ends where `,` or `]` is expected"),
    ("[1,]", "expected a value, found `]`: no comma stands before it"),
    ("{\"a\":]", "expected a value, found `]`"),
    ("['a']", "strings are written in double quotes, not in `'`"),
    ("[NaN]", "`NaN` is not a JSON value: the only words are `true`, `false` and `null`"),
    ("[01]", "a number does not start with a superfluous `0`"),
    ("{} // x", "there is more text after the end of the value"),
  ])
  func theMessageTeaches(_ text: String, _ expected: String) throws {
    let error = try #require(throws: JSONError.self) {
      try JSONDocument.parse(bytes: Array(text.utf8), file: FileID(index: 0))
    }
    let diagnostic = Diagnostic.json(error)
    #expect(diagnostic.id == .jsonSyntax)
    #expect(diagnostic.message == expected)
    #expect(diagnostic.primary == error.range)
  }

  @Test func aRepeatedKeyPointsAtTheFirst() throws {
    let error = try #require(throws: JSONError.self) {
      try JSONDocument.parse(bytes: Array("{\"a\":1,\"a\":2}".utf8), file: FileID(index: 0))
    }
    let diagnostic = Diagnostic.json(error)
    #expect(diagnostic.id == .jsonDuplicateKey)
    #expect(diagnostic.labels.map(\.range.lower) == [1])
    #expect(diagnostic.primary.lower == 7)
  }

  @Test func theRendererShowsNoControlCharacterOfAKey() throws {
    let text = "{\"\\u001b[31m\":1,\"\\u001b[31m\":2}"
    var sources = SourceMap()
    let id = sources.insert(SourceFile(name: "test.json", bytes: Array(text.utf8)))
    let error = try #require(throws: JSONError.self) {
      try JSONDocument.parse(sources[id], id: id)
    }
    let shown = TerminalRenderer(isColoured: false).render(.json(error), in: sources)
    #expect(!shown.unicodeScalars.contains("\u{1B}"))
  }
}
