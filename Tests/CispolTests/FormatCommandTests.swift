import Foundation
import Testing

@Suite struct FormatCommandTests {
  private static let untidy = "rule r{for x in a.B\n require x.y}\n"
  private static let tidy = "rule r {\n  for x in a.B\n  require x.y\n}\n"

  private func text(_ folder: Folder, _ path: String) throws -> String {
    try String(contentsOf: folder.file(path), encoding: .utf8)
  }

  @Test func filesOfAFolderAreFormattedAndListed() throws {
    let yaml = "rules:\n  - rule: r\n    for: x in a.B\n    require: x.y==1\n"
    let folder = try Folder([
      "a.cispol": Self.untidy, "b/c.cispol": Self.tidy, "rules/d.yaml": yaml, "e.yaml": "a:  1\n",
    ])
    let permissions = [FileAttributeKey.posixPermissions: 0o640]
    let changed = folder.file("a.cispol").path
    try FileManager.default.setAttributes(permissions, ofItemAtPath: changed)
    let result = try Program.run("fmt", folder.path)
    #expect(result.code == 0 && result.problems.isEmpty)
    #expect(result.output == "\(changed)\n\(folder.file("rules/d.yaml").path)\n")
    #expect(try text(folder, "a.cispol") == Self.tidy)
    #expect(try text(folder, "rules/d.yaml").hasSuffix("require: x.y == 1\n"))
    #expect(try text(folder, "e.yaml") == "a:  1\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: changed)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try Program.run("fmt", folder.path).output.isEmpty)
  }

  @Test func rulesInYAMLAreFoundFromTheirFolderAndBelowOneOfTests() throws {
    let yaml = "rules:\n  - rule: r\n    for: x in a.B\n    require: x.y==1\n"
    for root in ["", "tests/"] {
      let folder = try Folder([root + "rules/d.yaml": yaml])
      let result = try Program.run("fmt", folder.file(root + "rules").path)
      #expect(result.code == 0 && result.problems.isEmpty)
      #expect(try text(folder, root + "rules/d.yaml").hasSuffix("require: x.y == 1\n"))
    }
  }

  @Test func checkChangesNothingAndFails() throws {
    let folder = try Folder(["a.cispol": Self.untidy])
    let result = try Program.run("fmt", "--check", folder.path)
    #expect(result.code == 1)
    #expect(result.output == folder.file("a.cispol").path + "\n")
    #expect(try text(folder, "a.cispol") == Self.untidy)
    let tidy = try Folder(["a.cispol": Self.tidy])
    #expect(try Program.run("fmt", "--check", tidy.path).code == 0)
  }

  @Test func diffShowsWhatWouldChange() throws {
    let folder = try Folder(["a.cispol": Self.untidy])
    let result = try Program.run("fmt", "--diff", folder.file("a.cispol").path)
    #expect(result.code == 0)
    #expect(result.output.contains("\n-rule r{for x in a.B\n"))
    #expect(result.output.contains("\n+rule r {\n"))
    #expect(try text(folder, "a.cispol") == Self.untidy)
  }

  @Test func theStandardInputGoesToTheOutput() throws {
    #expect(try Program.run("fmt", "-", input: Self.untidy).output == Self.tidy)
    #expect(try Program.run("fmt", "-", input: Self.tidy).output == Self.tidy)
    let result = try Program.run("fmt", "-", input: "rule r {")
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("unclosed-brace"))
  }

  @Test func aFileWithMistakesIsLeftAloneAndTheOthersAreNot() throws {
    let folder = try Folder(["a.cispol": "rule r {", "b.cispol": Self.untidy])
    let result = try Program.run("fmt", folder.path)
    #expect(result.code == 2)
    #expect(result.problems.contains("those files were left alone"))
    #expect(try text(folder, "a.cispol") == "rule r {")
    #expect(try text(folder, "b.cispol") == Self.tidy)
  }

  @Test func aFileThatIsNotThereIsAnError() throws {
    let result = try Program.run("fmt", "/nowhere.cispol")
    #expect(result.code == 2 && result.problems.contains("/nowhere.cispol"))
  }

  /// One that cannot be read, a pipe, and one that nobody may write to, before one that can be.
  @Test func whatCannotBeFormattedKeepsNothingElseFromIt() throws {
    let folder = try Folder(["d.cispol": Self.untidy, "e.cispol": Self.untidy])
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.file("a.cispol").path, withDestinationPath: "nowhere")
    try #require(unsafe mkfifo(folder.file("b.cispol").path, 0o600) == 0)
    try Data(count: 17 << 20).write(to: folder.file("c.cispol"))
    try manager.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: folder.file("d.cispol").path)
    let paths = ["a", "b", "c", "d", "e"].map { folder.file("\($0).cispol").path }
    for arguments in [[folder.path], paths] {
      try Data(Self.untidy.utf8).write(to: folder.file("e.cispol"))
      let result = try Program.run(["fmt"] + arguments)
      #expect(result.code == 2)
      #expect(result.output == paths[4] + "\n")
      #expect(try text(folder, "d.cispol") == Self.untidy)
      #expect(try text(folder, "e.cispol") == Self.tidy)
      for (path, reason) in zip(
        paths,
        [
          "cannot be read: no such", "cannot be read: it is neither", "cannot be read: it has more",
          "cannot be written: it is read-only",
        ])
      {
        #expect(result.problems.contains("`\(path)` \(reason)"), "\(reason)")
      }
    }
  }

  @Test(arguments: ["", "# of ours\n\n---\n"])
  func theStandardInputMayBeYAML(_ start: String) throws {
    let rules = start + "rules:\n  - rule: r\n    for: x in a.B\n    require: x.y==1\n"
    #expect(
      try Program.run("fmt", "-", input: rules).output == rules.replacing("==", with: " == "))
    let tests =
      start + "tests:\n  - test: r\n    cases:\n      - case: a\n        let: { x: 1+2 }\n"
    #expect(
      try Program.run("fmt", "-", input: tests).output == tests.replacing("+", with: " + "))
  }
}
