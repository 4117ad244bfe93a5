import Foundation
import TestSupport
import Testing

@Suite struct NewCommandTests {
  private func text(_ folder: Folder, _ path: String) throws -> String {
    try String(contentsOf: folder.file(path), encoding: .utf8)
  }

  /// Checks that the pack loads, has its form, and that its tests pass.
  private func expectUsable(_ path: String, cases: Int) throws {
    let check = try Program.run("check", path)
    #expect(check.code == 0, "\(check.problems)")
    let format = try Program.run("fmt", "--check", path)
    #expect(format.code == 0, "\(format.output)")
    let lint = try Program.run("lint", path, "--fail-on", "note")
    #expect(lint.code == 0, "\(lint.output)\(lint.problems)")
    let test = try Program.run("test", path, "--coverage-min", "outcomes=75")
    #expect(test.code == 0, "\(test.output)\(test.problems)")
    #expect(test.output.hasPrefix("\(cases) cases of "), "\(test.output)")
  }

  @Test func aNewPackIsUsable() throws {
    let folder = try Folder()
    let result = try Program.run("new", "pack", "acme-rules", "--at", folder.path)
    #expect(result.code == 0, "\(result.problems)")
    let pack = folder.file("acme-rules").path
    for path in ["pack.yaml", "README.md", "rules/first_rule.cispol", "tests/first_rule.cispol"] {
      #expect(result.output.contains("\(pack)/\(path)\n"))
      #expect(try text(folder, "acme-rules/\(path)").hasSuffix("\n"))
    }
    try expectUsable(pack, cases: 3)
  }

  @Test(arguments: ["aws.s3.Bucket", "aws.iam.AccessKey", "aws.Account"])
  func aNewRuleIsUsable(_ type: String) throws {
    let folder = try Folder()
    let pack = folder.file("own").path
    #expect(try Program.run("new", "pack", "own", "--at", folder.path, "--for", type).code == 0)
    let result = try Program.run(
      "new", "rule", "storage/second_rule", "--pack", pack, "--for", type)
    #expect(result.code == 0, "\(result.problems)")
    #expect(try text(folder, "own/rules/storage/second_rule.cispol").contains(" in \(type)\n"))
    try expectUsable(pack, cases: 6)
  }

  @Test func aPackThatHasNothingYetGetsItsFirstRule() throws {
    let folder = try Folder([
      "pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n"
    ])
    #expect(try Program.run("new", "rule", "one", "--pack", folder.path).code == 0)
    try expectUsable(folder.path, cases: 3)
  }

  @Test func nothingThatIsThereIsTouched() throws {
    let folder = try Folder(["own/tests/first_rule.cispol": "// mine\n"])
    let result = try Program.run("new", "pack", "own", "--at", folder.path)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("own/tests/first_rule.cispol` is there already"))
    #expect(try text(folder, "own/tests/first_rule.cispol") == "// mine\n")
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["own", "own/tests", "own/tests/first_rule.cispol"])
  }

  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    // A file where a folder is needed.
    let folder = try Folder(["own/tests": "a file\n"])
    let result = try Program.run("new", "pack", "own", "--at", folder.path)
    #expect(result.code == 2 && result.output.isEmpty)
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["own", "own/tests"])
  }

  @Test func whatCannotBeStartedIsSaid() throws {
    let folder = try Folder()
    #expect(try Program.run("new", "pack", "own", "--at", folder.path).code == 0)
    let pack = folder.file("own").path
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let attempts: [(arguments: [String], words: String)] = [
      (["rule", "Upper", "--pack", pack], "`Upper` is no name for a rule"),
      (["rule", "all", "--pack", pack], "`all` is no name for a rule"),
      (["rule", "../a", "--pack", pack], "`../a` is no name for a rule"),
      (["rule", "/etc/a", "--pack", pack], "`/etc/a` is no name for a rule"),
      (["rule", "a//b", "--pack", pack], "`a//b` is no name for a rule"),
      (["rule", "a/b/c/d/e/f/g/h/i/j", "--pack", pack], "is no name for a rule"),
      (["rule", "first_rule", "--pack", pack], "the pack has a rule `first_rule`"),
      (
        ["rule", "a", "--pack", pack, "--for", "aws.s3.Buckett"],
        "there is no resource type `aws.s3.Buckett`"
      ),
      (["rule", "a", "--pack", folder.path], "is no pack"),
      (["rule", "a", "--pack", "/nowhere"], "cannot be read"),
      (["pack", "a b", "--at", folder.path], "`a b` is no name for a pack"),
      (["pack", "..", "--at", folder.path], "`..` is no name for a pack"),
      (["pack", "no", "--at", folder.path], "`no` is no text in YAML"),
      (["pack", "010", "--at", folder.path], "`010` is no text in YAML"),
      (["pack", "1.5", "--at", folder.path], "`1.5` is no text in YAML"),
      (["rule", "null", "--pack", pack], "`null` is no text in YAML"),
      (["rule", "storage/y", "--pack", pack], "`y` is no text in YAML"),
      (["pack", "aws", "--at", folder.path], "the pack `aws` comes with cispol"),
      (["pack", "inner", "--at", pack], "would be inside of the pack in"),
      (["pack", "inner", "--at", pack + "/new/../rules/x/"], "would be inside of the pack in"),
      (["lint-rule", "one", "--root", folder.path], "`one` is no name for a lint rule"),
      (["lint-rule", "unused-let", "--root", folder.path], "there is a lint rule `unused-let`"),
      (["lint-rule", "new-one", "--root", folder.path], "does not hold the sources"),
    ]
    for (arguments, words) in attempts {
      let result = try Program.run(["new"] + arguments)
      #expect(result.code == 2 && result.problems.contains(words), "\(arguments): \(result)")
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == before)
  }

  @Test func aRuleForAPackThatDoesNotLoadIsNotWritten() throws {
    let folder = try Folder.pack("rule a {")
    let result = try Program.run("new", "rule", "b", "--pack", folder.path)
    #expect(result.code == 2 && result.problems.contains("error[unclosed-brace]"))
    #expect(result.problems.contains("nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("rules").path))
  }

  @Test func aNewLintRuleHasAllItsParts() throws {
    let folder = try Folder(["Sources/PolicyLinter/LintRuleID.swift": "\n"])
    let result = try Program.run("new", "lint-rule", "bad-habit", "--root", folder.path)
    #expect(result.code == 0, "\(result.problems)")
    let source = try text(folder, "Sources/PolicyLinter/Rules/BadHabitRule.swift")
    #expect(source.contains("enum BadHabitRule: PackLintRule {"))
    #expect(result.output.contains("  case badHabit = \"bad-habit\"\n"))
    #expect(result.output.contains("  case .badHabit: BadHabitRule.self\n"))
    let page = try text(folder, "docs/lint/bad-habit.md")
    #expect(page.hasPrefix("# bad-habit\n"))
    for section in ["Meaning", "Example", "Fix", "Configuration"] {
      #expect(page.contains("\n## \(section)\n"))
    }
    // The cases load beside the schema that all of them speak of, and have their form.
    let schema = ProjectFiles.text("Tests/PolicyCheckerTests/Prelude/schema.cispol") ?? ""
    for name in ["bad", "good"] {
      let file = "Tests/PolicyLinterTests/Cases/bad-habit/\(name)/example.cispol"
      let pack = try Folder([
        "pack.yaml": "pack: demo\nversion: 1.0.0\ntitle: Demo\n", "schema.cispol": schema,
        "example.cispol": try text(folder, file),
      ])
      let check = try Program.run("check", pack.path)
      #expect(check.code == 0, "\(check.problems)")
      #expect(try Program.run("fmt", "--check", pack.file("example.cispol").path).code == 0)
    }
    // The source has the form of ours.
    let swift = Process()
    swift.executableURL = URL(filePath: "/usr/bin/env")
    swift.arguments = [
      "swift", "format", "lint", "--strict", "--configuration",
      ShippedPacks.project.appending(path: ".swift-format").path,
      folder.file("Sources/PolicyLinter/Rules/BadHabitRule.swift").path,
    ]
    try swift.run()
    swift.waitUntilExit()
    #expect(swift.terminationStatus == 0)
    let again = try Program.run("new", "lint-rule", "bad-habit", "--root", folder.path)
    #expect(again.code == 2 && again.problems.contains("is there already"))
  }
}
