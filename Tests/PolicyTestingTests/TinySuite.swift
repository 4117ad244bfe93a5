import Diagnostics
import DomainValues
import PolicyChecker
import PolicyParser
import PolicySyntax
import PolicyTesting
import SourceText
import Testing

/// A program of one file and its tests.
struct TinySuite {
  /// The texts.
  let sources: SourceMap

  /// Runs the tests.
  let runner: TestRunner

  /// What tests are about.
  static let schema = """
    enum t.Color { Red  Green  Other otherwise }
    resource t.Box {
      id: String key
      size: Int
      weight: Int
      color: t.Color
      sealed: Bool
      lid: t.Lid?
      stickers: [t.Sticker] inverse of box
    }
    resource t.Lid { id: String key  tight: Bool }
    resource t.Sticker { id: String key  box: t.Box  shown: Bool }

    """

  /// The instant of cases that say none.
  static var instant: Timestamp {
    get throws { try Timestamp.parse("2026-01-01") }
  }

  /// The first file.
  var file: FileID? { sources.files.isEmpty ? nil : FileID(index: 0) }

  /// Parses and checks the schema and `text`, which must be right.
  init(_ text: String, jobs: Int = 1) throws {
    try self.init(files: [("tiny.cispol", TinySuite.schema + text)], jobs: jobs)
  }

  /// Parses and checks `files`, which must be right.
  init(files: [(name: String, text: String)], jobs: Int = 1) throws {
    var sources = SourceMap()
    var diagnostics = DiagnosticSet()
    var trees: [SyntaxTree] = []
    for (name, text) in files {
      let file = SourceFile(name: name, bytes: Array(text.utf8))
      let (tree, found) = PolicyParser.parse(file, id: sources.insert(file))
      diagnostics.formUnion(found)
      trees.append(tree)
    }
    let (program, problems) = PolicyChecker.check([
      PackSource(name: "t", requires: [], trees: trees)
    ])
    diagnostics.formUnion(problems)
    let renderer = TerminalRenderer(isColoured: false)
    try #require(
      !diagnostics.containsError,
      "\(diagnostics.sorted.map { renderer.render($0, in: sources) }.joined())")
    self.sources = sources
    runner = TestRunner(
      program: program, defaultInstant: try TinySuite.instant, jobs: jobs
    ) { _, path, _ in .problem("there is no `\(path)`") }
  }

  /// Returns the kinds of the failures of all cases.
  static func failures(_ text: String) throws -> [CaseFailure.Kind] {
    (try TinySuite(text)).runner.run().results.flatMap(\.failures).map(\.kind)
  }
}
