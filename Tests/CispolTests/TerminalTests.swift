import Foundation
import Testing

/// Names and texts of strangers change no terminal, whatever command shows them.
@Suite struct TerminalTests {
  private static let bad = "\u{1B}[2Jx\u{202E}"

  private static let manifest = "pack: t\nversion: 1.0.0\ntitle: T\n"
  private static let rules = """
    resource t.Box { id: String key  size: Int }

    /// Boxes are small.
    rule small {
      for box in t.Box
      require box.size <= 10
    }

    """

  /// A pack whose folder and files have names that would change a terminal, with `files`.
  private static func folder(_ files: [String: String] = [:]) throws -> Folder {
    try Folder(
      [
        "\(bad)/pack.yaml": manifest, "\(bad)/rules/\(bad).cispol": rules,
      ].merging(files) { $1 })
  }

  private static func expectSafe(_ result: Program.Result, _ what: String) {
    for text in [result.output, result.problems] {
      let unsafe = text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }
      #expect(!unsafe, "\(what): \(text.debugDescription)")
    }
    #expect((result.output + result.problems).contains("\u{FFFD}[2Jx\u{FFFD}"), "\(what)")
  }

  @Test(arguments: [
    ["check", bad], ["fmt", "--check", bad], ["fmt", "--diff", bad], ["lint", bad],
    ["lint", bad, "--fix", "--dry-run"], ["lint", bad, "--fix", "--diff"],
    ["lint", bad, "--fix"], ["fmt", bad],
  ])
  func namesOfPoliciesAreShownSafely(_ arguments: [String]) throws {
    let isCheck = arguments[0] == "check"
    let folder = try Self.folder([
      "\(Self.bad)/rules/\(Self.bad)2.cispol": isCheck
        ? "rule a { for b in t.Box require b.nope }\n"
        : "rule a { for b in t.Box let age = 1 require b.size > 1 }\n"
    ])
    Self.expectSafe(try Program.run(arguments, in: folder), arguments.joined(separator: " "))
  }

  @Test(arguments: [[], ["--mutate"], ["--coverage"], ["--format", "tap"]])
  func namesOfTestsAreShownSafely(_ arguments: [String]) throws {
    let test = "test small { case \"one\" { t.Box { id: \"a\", size: 11 } expect pass } }\n"
    let folder = try Self.folder([
      "\(Self.bad)/tests/\(Self.bad).cispol": test,
      "\(Self.bad)/tests/\(Self.bad).cispol.snapshot": "small: \(Self.bad)\n  a pass\n",
    ])
    let result = try Program.run(["test", Self.bad] + arguments, in: folder)
    if arguments.contains("tap") {
      #expect(!result.output.contains("\u{1B}"))
    } else {
      Self.expectSafe(result, arguments.joined(separator: " "))
    }
  }

  @Test func namesOfFoldersThatAreWrittenAreShownSafely() throws {
    let folder = try Self.folder()
    let docs = ["docs", Self.bad, "--output", "o" + Self.bad, "--format", "markdown"]
    Self.expectSafe(try Program.run(docs, in: folder), "docs")
    let new = ["new", "pack", "acme", "--at", "n" + Self.bad]
    Self.expectSafe(try Program.run(new, in: folder), "new")
  }

  private static func benchmark(
    version: String, id: String = "1.1", title: String = "Boxes", slug: String = "boxes"
  ) -> String {
    """
    benchmark: b
    version: "\(version)"
    title: B
    sections: [{id: "1", title: S}]
    controls:
      - {id: "\(id)", slug: \(slug), title: "\(title)", section: "1", level: 1,
         assessment: manual, rules: []}

    """
  }

  @Test func titlesOfControlsThatAreGoneAreShownSafely() throws {
    let title = "\\e[2Jx\\u202E"
    let folder = try Folder([
      "p/pack.yaml": Self.manifest, "p/rules/a.cispol": Self.rules,
      "p/benchmarks/1.yaml": Self.benchmark(version: "1.0", title: title),
      "p/benchmarks/2.yaml": Self.benchmark(version: "2.0", slug: "other"),
      "a.yaml": """
      attestations:
        - {control: boxes, benchmark: b@1.0, statement: s, by: Kim, stated: 2026-01-01,
           valid_until: 2027-01-01}
      """,
    ])
    let result = try Program.run(
      ["benchmark", "diff", "b@1.0", "b@2.0", "--pack", "p", "--attestations", "a.yaml"],
      in: folder)
    #expect(result.code == 0, "\(result.problems)")
    Self.expectSafe(result, "diff")
    #expect(result.output.contains("has no such control: \u{FFFD}[2Jx\u{FFFD}"))
  }

  @Test(arguments: ["1.1\\e[2J", "1.1\\n  OK", " ", "\\u200B", "1\\u202E2"])
  func idsOfControlsAreOneLine(_ id: String) throws {
    let folder = try Folder([
      "p/pack.yaml": Self.manifest, "p/rules/a.cispol": Self.rules,
      "p/benchmarks/1.yaml": Self.benchmark(version: "1.0", id: id),
    ])
    let result = try Program.run(["check", "p"], in: folder)
    #expect(result.code == 2)
    #expect(result.problems.contains("expected an id: text in one line"), "\(result.problems)")
  }

  @Test func filesThatAreWatchedAreShownSafely() throws {
    let graph =
      "{\"cispol_graph\": 1}\n{\"type\": \"t.Box\", \"attributes\": {\"id\": \"a\", \"size\": 1}}\n"
    let folder = try Self.folder(["\(Self.bad).jsonl": graph])
    let run = try WatchedRun(
      ["check", Self.bad, "--input", "\(Self.bad).jsonl", "--watch"], in: folder)
    try run.wait(forProblem: "read \u{FFFD}[2Jx\u{FFFD}.jsonl")
    #expect(run.stop())
  }
}
