import Foundation
import Testing

/// Which files of a folder make a pack.
@Suite struct FolderTests {
  private static let manifest = "pack: t\nversion: 1.0.0\ntitle: T\n"

  private static func rule(_ name: String) -> String {
    """
    /// Something about buckets.
    rule \(name) {
      for box in t.Box
      require box.id != ""
    }

    """
  }

  private static let files = [
    "pk/pack.yaml": manifest, "pk/types/box.cispol": "resource t.Box { id: String key }\n",
  ]

  /// Returns the names of the rules of the pack in `folder`, in the order in which they are told.
  private static func rules(_ folder: Folder) throws -> [String] {
    let result = try Program.run("check", folder.path + "/pk", "--verbose")
    #expect(result.code == 0 && result.problems.isEmpty, "\(result.problems)")
    return result.output.matches(of: /[a-z]+_rule/).map { String($0.output) }
  }

  private static func link(_ path: String, to target: String, in folder: Folder) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(path).path, withDestinationPath: target)
  }

  @Test func rulesInTooManyFoldersAreAnErrorAndNotLeftOut() throws {
    let deep = (1...17).map { "d\($0)/" }.joined()
    let allowed = try Folder(
      Self.files.merging(["pk/\(deep.dropFirst(3))a.cispol": Self.rule("deep_rule")]) { $1 })
    #expect(try Self.rules(allowed) == ["deep_rule"])
    for hidden in ["a.cispol", "a.yaml"] {
      let folder = try Folder(Self.files.merging(["pk/\(deep)\(hidden)": "text"]) { $1 })
      let result = try Program.run("check", folder.path + "/pk")
      #expect(result.code == 2)
      #expect(result.problems.contains("`\(deep)\(hidden)` is in more than 16 folders"))
      #expect(result.problems.contains("= help: move it up"))
    }
    // What is no policy may be anywhere.
    let other = try Folder(Self.files.merging(["pk/\(deep)a.txt": ""]) { $1 })
    #expect(try Self.rules(other) == [])
  }

  @Test func loopsOfLinksEnd() throws {
    let folder = try Folder(
      Self.files.merging(["pk/rules/a.cispol": Self.rule("only_rule")]) { $1 })
    for name in ["l1", "l2", "l3"] { try Self.link("pk/rules/\(name)", to: ".", in: folder) }
    try Self.link("pk/a", to: "rules", in: folder)
    #expect(try Self.rules(folder) == ["only_rule"])
  }

  @Test func foldersElsewhereAreReadThroughTheFirstLinkToThem() throws {
    let folder = try Folder(
      Self.files.merging([
        "pk/rules/b.cispol": Self.rule("mine_rule"), "shared/s.cispol": Self.rule("shared_rule"),
        "shared/more/m.cispol": Self.rule("more_rule"),
      ]) { $1 })
    for name in ["a", "z"] { try Self.link("pk/\(name)", to: "../shared", in: folder) }
    #expect(Set(try Self.rules(folder)) == ["more_rule", "shared_rule", "mine_rule"])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let folder = try Folder(Self.files)
    try Self.link("pk/types/gone.cispol", to: "nowhere", in: folder)
    let result = try Program.run("check", folder.path + "/pk")
    #expect(result.code == 2)
    #expect(result.problems.contains("`types/gone.cispol`: no such file or directory"))
  }

  /// To read from a pipe would wait for somebody to write to it.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNoFileOfAPack() throws {
    let folder = try Folder(Self.files)
    try #require(unsafe mkfifo(folder.file("pk/types/pipe.cispol").path, 0o600) == 0)
    let result = try Program.run("check", folder.path + "/pk")
    #expect(result.code == 2)
    #expect(result.problems.contains("`types/pipe.cispol`: it is neither a file nor a folder"))
  }

  @Test func namesInProblemsChangeNoTerminal() throws {
    let folder = try Folder(Self.files)
    let result = try Program.run("check", folder.path + "/\u{1B}[2J\u{202E}x")
    #expect(result.code == 2)
    #expect(result.problems.contains("\u{FFFD}[2J\u{FFFD}x"))
    #expect(!result.problems.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
