import Foundation
import Testing

/// Runs of checks that go on while files change.
@Suite struct CheckWatchTests {
  private static let pack = [
    "pk/pack.yaml": "pack: t\nversion: 1.0.0\ntitle: T\n",
    "pk/box.cispol": """
    resource t.Box { id: String key  size: Int }
    rule small {
      for box in t.Box
      require box.size <= 10
    }

    """,
  ]

  private static func graph(size: Int) -> String {
    """
    {"cispol_graph": 1, "complete": ["t.Box"]}
    {"type": "t.Box", "attributes": {"id": "a", "size": \(size)}}

    """
  }

  private static func folder(_ files: [String: String]) throws -> Folder {
    try Folder(pack.merging(files) { $1 })
  }

  private static func write(_ text: String, to path: String, of folder: Folder) throws {
    try Data(text.utf8).write(to: folder.file(path))
  }

  /// As an editor or a script may do that keeps times.
  @Test func aFileWhoseTimeWasPutBackHasChanged() throws {
    let folder = try Self.folder([
      "cispol.yaml": "inputs: [a.jsonl]\npacks: [pk]\n", "a.jsonl": Self.graph(size: 1),
      "b.txt": Self.graph(size: 2),
    ])
    let run = try WatchedRun(["check", "--watch"], in: folder)
    try run.wait(forProblem: "watching 4 files")
    // In place, so that it stays the same file, and with the time to the nanosecond.
    let script = "cp -p a.jsonl ../kept.$$; cat b.txt > a.jsonl; touch -r ../kept.$$ a.jsonl"
    #expect(try Program.shell(script + "; rm ../kept.$$", in: folder).code == 0)
    try run.wait(forProblem: "changed: a.jsonl")
    #expect(run.stop())
  }

  @Test func aLinkThatLeadsNowhereIsSeenToComeAndGo() throws {
    let folder = try Self.folder(["a.jsonl": Self.graph(size: 1)])
    let run = try WatchedRun(["check", "--watch", "pk", "--input", "a.jsonl"], in: folder)
    try run.wait(forProblem: "watching 3 files")
    let link = folder.url.appending(path: "pk/other.cispol").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "away")
    try run.wait(forProblem: "`pk` cannot be read: `other.cispol`")
    try FileManager.default.removeItem(atPath: link)
    try run.wait(forProblem: "nothing to do anew")
    let file = folder.url.appending(path: "cispol.yaml").path
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "away")
    try run.wait(forProblem: "`cispol.yaml` cannot be read")
    #expect(run.stop())
  }

  /// What comes through a pipe comes once, and whoever waits for it cannot be interrupted.
  @Test func onlyFilesAreWatched() throws {
    let folder = try Self.folder(["cispol.yaml": "inputs: [\"-\"]\npacks: [pk]\n"])
    #expect(try Program.shell("mkfifo pipe", in: folder).code == 0)
    for arguments in [[], ["--no-config", "--waivers", "pipe", "pk"]] {
      let result = try Program.run(["check", "--watch"] + arguments, in: folder)
      #expect(result.code == 2)
      #expect(result.problems.contains("cannot be watched"))
    }
  }

  @Test func whatTheConfigurationNamesLaterIsWatchedToo() throws {
    let folder = try Self.folder([
      "cispol.yaml": "inputs: [a.jsonl]\npacks: [pk]\n", "a.jsonl": Self.graph(size: 1),
      "b.jsonl": Self.graph(size: 2),
    ])
    let run = try WatchedRun(["check", "--watch"], in: folder)
    try run.wait(forProblem: "watching 4 files")
    try Self.write("inputs: [b.jsonl\n", to: "cispol.yaml", of: folder)
    try run.wait(forProblem: "nothing was evaluated")
    try Self.write("inputs: [b.jsonl]\npacks: [away]\n", to: "cispol.yaml", of: folder)
    try run.wait(forProblem: "the pack `away` cannot be read")
    try Self.write("inputs: [b.jsonl]\npacks: [pk]\n", to: "cispol.yaml", of: folder)
    try run.wait(forProblem: "read b.jsonl, evaluated 1 rule")
    try Self.write(Self.graph(size: 20), to: "b.jsonl", of: folder)
    try run.wait(forProblem: "changed: b.jsonl")
    try run.wait(for: "1 fail")
    #expect(run.stop())
  }
}
