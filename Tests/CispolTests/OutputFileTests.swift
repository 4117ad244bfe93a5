import Foundation
import Testing

/// Where reports go, and what they must not take the place of.
@Suite struct OutputFileTests {
  private static let pack = [
    "pk/pack.yaml": "pack: t\nversion: 1.0.0\ntitle: T\n",
    "pk/box.cispol": """
    resource t.Box { id: String key  size: Int }
    rule small {
      for box in t.Box
      require box.size <= 10
    }

    """,
    "a.jsonl": """
    {"cispol_graph": 1, "complete": ["t.Box"]}
    {"type": "t.Box", "attributes": {"id": "a", "size": 1}}

    """,
    "w.yaml": """
    waivers:
      - {id: w, rule: small, reason: r, owner: o, granted: 2026-01-01, expires: 2026-01-31}

    """,
  ]

  private static func folder(_ files: [String: String] = [:]) throws -> Folder {
    try Folder(pack.merging(files) { $1 })
  }

  private static func check(_ output: String, in folder: Folder) throws -> Program.Result {
    try Program.run(
      [
        "check", "pk", "--input", "a.jsonl", "--waivers", "w.yaml", "--now", Program.instant,
        "--output", output,
      ], in: folder)
  }

  private static func text(_ path: String, of folder: Folder) throws -> String {
    try String(contentsOf: folder.file(path), encoding: .utf8)
  }

  private static func link(_ path: String, to target: String, in folder: Folder) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(path).path, withDestinationPath: target)
  }

  @Test func aReportThatIsReplacedKeepsItsPermissions() throws {
    let folder = try Self.folder(["report": "old"])
    for permissions in [0o600, 0o664] {
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: folder.file("report").path)
      #expect(try Self.check("report", in: folder).code == 0)
      #expect(try Self.text("report", of: folder).contains("Result"))
      let now = try FileManager.default.attributesOfItem(atPath: folder.file("report").path)
      #expect(now[.posixPermissions] as? Int == permissions)
    }
  }

  @Test(arguments: ["a.jsonl", "w.yaml", "pk/box.cispol", "./pk/../a.jsonl", "linked", "hard"])
  func aReportTakesThePlaceOfNothingThatIsRead(_ output: String) throws {
    let folder = try Self.folder()
    try Self.link("linked", to: "a.jsonl", in: folder)
    try FileManager.default.linkItem(at: folder.file("a.jsonl"), to: folder.file("hard"))
    let result = try Self.check(output, in: folder)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("which is read in this run"))
    for (path, text) in Self.pack { #expect(try Self.text(path, of: folder) == text) }
  }

  @Test func neitherDoesOneOfTestsOrLint() throws {
    let tests = """
      test small {
        case "from a graph" {
          given graph "../a.jsonl"
          expect pass
        }
      }

      """
    let folder = try Self.folder([
      "pk/tests/t.cispol": tests, "pk/a.jsonl": Self.pack["a.jsonl"] ?? "",
    ])
    for arguments in [
      ["test", "pk", "--output", "pk/tests/t.cispol"], ["test", "pk", "--output", "pk/a.jsonl"],
      ["test", "pk", "--coverage-json", "pk/box.cispol"],
      ["lint", "pk", "--output", "pk/pack.yaml"],
    ] {
      let result = try Program.run(arguments, in: folder)
      #expect(result.code == 2 && result.problems.contains("which is read in this run"))
    }
    #expect(try Self.text("pk/tests/t.cispol", of: folder) == tests)
    #expect(try Program.run(["test", "pk", "--output", "report"], in: folder).code == 0)
  }

  @Test func whatALinkLeadsToIsReplacedInOneStep() throws {
    let folder = try Self.folder(["reports/old": "old"])
    try Self.link("reports/newest", to: "old", in: folder)
    try Self.link("report", to: "reports/newest", in: folder)
    let place = folder.file("reports/old").path
    let before = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber] as? Int
    #expect(try Self.check("report", in: folder).code == 0)
    #expect(try Self.text("reports/old", of: folder).contains("Result"))
    let after = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber] as? Int
    // Whoever has the former report open reads on in it.
    #expect(before != after)
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.file("report").path)
    #expect(target == "reports/newest")
  }

  @Test func aLinkToNothingYetLeadsToTheReport() throws {
    let folder = try Self.folder(["reports/other": ""])
    try Self.link("report", to: "reports/new", in: folder)
    #expect(try Self.check("report", in: folder).code == 0)
    #expect(try Self.text("reports/new", of: folder).contains("Result"))
  }

  /// In a container each run may have the number that the one had which was killed.
  @Test func whatAKilledRunLeftIsInNobodysWay() throws {
    let folder = try Self.folder()
    let script = """
      touch "report.$$.tmp" "report.$$.1.tmp"
      exec "$cispol" check pk --input a.jsonl --now \(Program.instant) --output report
      """
    let result = try Program.shell(script, in: folder)
    #expect(result.code == 0 && result.problems.isEmpty, "\(result.problems)")
    #expect(try Self.text("report", of: folder).contains("Result"))
  }

  @Test func aDeviceIsWrittenTo() throws {
    let folder = try Self.folder()
    let result = try Self.check("/dev/stdout", in: folder)
    #expect(result.code == 0 && result.output.contains("Result"))
  }
}
