import Foundation
import Testing

/// What links in a pack that is tested, which may come from strangers, lead to.
@Suite struct PackLinkTests {
  private static let rules = """
    resource t.Box { id: String key  size: Int }

    rule small {
      for box in t.Box
      require box.size <= 10
    }

    """
  private static let graph = """
    {"cispol_graph": 1, "complete": ["t.Box"]}
    {"type": "t.Box", "attributes": {"id": "a", "size": 1}}

    """

  private static func tests(_ body: String) -> String {
    "test small {\n  case \"one\" {\n    \(body)\n  }\n}\n"
  }

  private static func folder(_ tests: String) throws -> Folder {
    try Folder([
      "p/pack.yaml": "pack: t\nversion: 1.0.0\ntitle: T\n", "p/rules/small.cispol": rules,
      "p/tests/t.cispol": tests, "secret": "{\"token\": \"hunter2\"}\n", "graph.jsonl": graph,
    ])
  }

  private static func link(_ path: String, to target: String, in folder: Folder) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(path).path, withDestinationPath: target)
  }

  private static let kept = "t.Box { id: \"a\", size: 1 }\n    expect snapshot"

  @Test func snapshotsAreNotReadOrWrittenThroughALink() throws {
    let folder = try Self.folder(Self.tests(Self.kept))
    try Self.link("p/tests/t.cispol.snapshot", to: "../../secret", in: folder)
    let before = try Program.run(["test", "p"], in: folder)
    #expect(before.code == 1 && before.output.contains("there is no snapshot of it"))
    let result = try Program.run(["test", "p", "--update"], in: folder)
    #expect(result.code == 1 && result.problems.contains("wrote `p/tests/t.cispol.snapshot`"))
    let secret = try String(contentsOf: folder.file("secret"), encoding: .utf8)
    #expect(secret == "{\"token\": \"hunter2\"}\n")
    #expect(try Program.run(["test", "p"], in: folder).code == 0)
  }

  @Test(arguments: ["graph", "terraform"])
  func whatIsGivenLiesInThePack(_ format: String) throws {
    let folder = try Self.folder(Self.tests("given \(format) \"s.json\"\n    expect pass"))
    try Self.link("p/tests/s.json", to: "../../secret", in: folder)
    let result = try Program.run(["test", "p"], in: folder)
    #expect(result.code == 1 && !result.output.contains("hunter2"))
    #expect(result.output.contains("`s.json` cannot be read: a link leads out of the pack"))
    let deep = try Self.folder(Self.tests("given \(format) \"up/secret\"\n    expect pass"))
    try Self.link("p/tests/up", to: "../..", in: deep)
    let other = try Program.run(["test", "p"], in: deep)
    #expect(other.code == 1)
    #expect(other.output.contains("`up/secret` cannot be read: a link leads out of the pack"))
  }

  @Test func waiversLieInThePackToo() throws {
    let folder = try Self.folder(
      Self.tests(
        "waivers \"../w.yaml\"\n    t.Box { id: \"a\", size: 11 }\n    expect fail waived"))
    try Self.link("p/w.yaml", to: "../secret", in: folder)
    let result = try Program.run(["test", "p"], in: folder)
    #expect(result.code == 1 && !result.output.contains("hunter2"))
    #expect(result.output.contains("`../w.yaml` cannot be read: a link leads out of the pack"))
  }

  @Test func linksInsideOfThePackAndToItMayBeFollowed() throws {
    let folder = try Self.folder(Self.tests("given graph \"s.jsonl\"\n    expect pass"))
    try FileManager.default.moveItem(
      at: folder.file("graph.jsonl"), to: folder.file("p/graph.jsonl"))
    try Self.link("p/tests/s.jsonl", to: "../graph.jsonl", in: folder)
    try Self.link("linked", to: "p", in: folder)
    for path in ["p", "linked", "./linked/"] {
      let result = try Program.run(["test", path], in: folder)
      #expect(result.code == 0, "\(result.output)")
    }
  }

  @Test func testsThatSeveralPacksShareByALinkHaveTheirFilesBesideThem() throws {
    let folder = try Self.folder(Self.tests("given graph \"s.jsonl\"\n    expect pass"))
    try FileManager.default.moveItem(at: folder.file("p/tests"), to: folder.file("shared"))
    try FileManager.default.moveItem(
      at: folder.file("graph.jsonl"), to: folder.file("shared/s.jsonl"))
    try Self.link("p/tests", to: "../shared", in: folder)
    let result = try Program.run(["test", "p"], in: folder)
    #expect(result.code == 0, "\(result.output)")
  }

  /// To read from a pipe would wait for somebody to write to it.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNothingThatIsGiven() throws {
    let folder = try Self.folder(Self.tests("given graph \"s.jsonl\"\n    expect pass"))
    try #require(unsafe mkfifo(folder.file("p/tests/s.jsonl").path, 0o600) == 0)
    let result = try Program.run(["test", "p"], in: folder)
    #expect(result.code == 1)
    #expect(result.output.contains("`s.jsonl` cannot be read: it is neither a file nor a folder"))
  }
}
