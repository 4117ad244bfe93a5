import Foundation
import Testing

@Suite struct LintCommandTests {
  private static let manifest =
    "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n"

  /// A rule about which only notes and the lack of a test are to be said.
  private static let rule = """
    /// Buckets have names. Nobody finds them otherwise.
    rule buckets_have_names {
      for bucket in aws.s3.Bucket
      let age = 90d
      require bucket.name != ""
        else "{bucket.name} has no name"
      severity low
    }

    """

  private func text(_ folder: Folder, _ path: String) throws -> String {
    try String(contentsOf: folder.file(path), encoding: .utf8)
  }

  @Test func remarksAreTheReportAndTheCodeSaysWhetherTheyCount() throws {
    let folder = try Folder.pack(Self.rule)
    let result = try Program.run("lint", folder.path)
    #expect(result.code == 1 && result.problems.isEmpty)
    #expect(result.output.contains("warning[unused-let]: `age` is never read\n"))
    #expect(result.output.contains("= note: `--fix` can remove `age`\n"))
    #expect(result.output.hasSuffix("2 warnings, 1 note in 1 pack.\n"))
    #expect(try Program.run("lint", folder.path, "--fail-on", "error").code == 0)
    #expect(try Program.run("lint", folder.path, "--fail-on", "never").code == 0)
    let notes = ["lint", folder.path, "--rule", "missing-remediation"]
    #expect(try Program.run(notes).code == 0)
    #expect(try Program.run(notes + ["--fail-on", "note"]).code == 1)
    #expect(try Program.run(notes).output.hasSuffix("1 note in 1 pack.\n"))
  }

  @Test func aPackThatDoesNotLoadIsNotLinted() throws {
    let folder = try Folder.pack("rule a {\n  for x in aws.s3.Buckett\n  require true\n}\n")
    let result = try Program.run("lint", folder.path)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("error[unknown-type]"))
    #expect(result.problems.contains("1 error; nothing was linted"))
    let broken = try Folder([
      "pack.yaml": Self.manifest + "lint:\n  unused-lets: note\n", "own.cispol": Self.rule,
    ])
    let other = try Program.run("lint", broken.path)
    #expect(other.code == 2 && other.problems.contains("did you mean `unused-let`?"))
  }

  @Test func whatIsAskedForWronglyIsAnError() throws {
    let folder = try Folder.pack(Self.rule)
    let unknown = try Program.run("lint", folder.path, "--rule", "unused-lets")
    #expect(unknown.code == 2 && unknown.problems.contains("did you mean `unused-let`?"))
    #expect(try Program.run("lint", folder.path, "--diff").code == 2)
    #expect(try Program.run("lint").code == 2)
    #expect(try Program.run("lint", "/nowhere").code == 2)
  }

  @Test func fixChangesFilesInTheirPlace() throws {
    let folder = try Folder.pack(Self.rule)
    let file = folder.file("own.cispol").path
    // What would be left counts, as it does where the changes are made.
    for (arguments, code) in [(["--rule", "unused-let"], Int32(0)), ([], 1)] {
      let dry = try Program.run(["lint", folder.path, "--fix", "--dry-run"] + arguments)
      #expect(dry.code == code && dry.output == file + "\n")
      let diff = try Program.run(["lint", folder.path, "--fix", "--diff"] + arguments)
      #expect(diff.code == code && diff.output.contains("\n-  let age = 90d\n"))
    }
    #expect(try text(folder, "own.cispol") == Self.rule)
    let result = try Program.run("lint", folder.path, "--fix", "--rule", "unused-let")
    #expect(result.code == 0 && result.problems == "changed \(file)\n")
    #expect(result.output == "No remarks in 1 pack.\n")
    #expect(try text(folder, "own.cispol") == Self.rule.replacing("  let age = 90d\n", with: ""))
    #expect(try Program.run("fmt", "--check", file).code == 0)
  }

  /// Neither would be written, and the run would end well where there are remarks.
  @Test(arguments: [["--format", "sarif"], ["--output", "never"]])
  func whatWouldBeChangedIsNoReport(_ arguments: [String]) throws {
    let folder = try Folder.pack(Self.rule)
    for flag in ["--dry-run", "--diff"] {
      let result = try Program.run(["lint", folder.path, "--fix", flag] + arguments)
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(result.problems.contains("no remarks for --format or --output"))
    }
  }

  @Test func remarksAreWrittenForPrograms() throws {
    let folder = try Folder.pack(Self.rule)
    let json = try Program.run("lint", folder.path, "--format", "json")
    #expect(json.code == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let remarks = try #require(report["remarks"] as? [[String: Any]])
    #expect(
      remarks.map { $0["rule"] as? String } == [
        "missing-remediation", "missing-test", "unused-let",
      ])
    let place = try #require(remarks.last?["place"] as? [String: Any])
    #expect(place["line"] as? Int == 4 && place["column"] as? Int == 7)
    let output = folder.file("lint.sarif").path
    let sarif = try Program.run("lint", folder.path, "--format", "sarif", "--output", output)
    #expect(sarif.code == 1 && sarif.output.isEmpty)
    #expect(try text(folder, "lint.sarif").contains("\"ruleId\": \"unused-let\""))
    #expect(try text(folder, "lint.sarif").contains("# unused-let"))
  }

  @Test func aCommentLetsARemarkStand() throws {
    let folder = try Folder.pack(
      "// lint: allow unused-let, missing-test: it is an example\n" + Self.rule)
    let result = try Program.run("lint", folder.path)
    #expect(result.code == 0)
    #expect(result.output.hasSuffix("1 note in 1 pack; 2 allowed with a reason.\n"))
  }

  @Test func aRuleIsExplained() throws {
    let result = try Program.run("explain", "unused-let")
    #expect(result.code == 0 && result.output.hasPrefix("# unused-let\n"))
    let other = try Program.run("explain", "unused-lets")
    #expect(other.code == 2 && other.problems.contains("did you mean `unused-let`?"))
  }

  @Test func waiversAreHeldToTheLimitsOfTheProject() throws {
    let folder = try Folder([
      "w.yaml": """
      waivers:
        - id: old-hosts
          rule: bucket_blocks_public_access
          resources: [{address: aws_s3_bucket.old}]
          reason: They are replaced in spring.
          owner: platform
          granted: 2025-01-01
          expires: 2027-01-01

      """,
      "limits.yaml": "waiver_limits: {longest: 800d}\nbenchmarks: [nowhere@1]\n",
    ])
    let waivers = ["lint", "--waivers", folder.file("w.yaml").path]
    let config = ["--config", folder.file("limits.yaml").path]
    let short = try Program.run(waivers + ["--no-config"])
    #expect(short.code == 2 && short.problems.contains("366"), "\(short)")
    // What else the project says is about runs.
    let long = try Program.run(waivers + config)
    #expect(long.code == 0, "\(long)")
    #expect(try Program.run(["lint", folder.path] + config).code == 2)
  }

  @Test func whatCannotBeWrittenKeepsNothingElseFromIt() throws {
    let folder = try Folder([
      "pack.yaml": Self.manifest, "a.cispol": Self.rule,
      "b.cispol": Self.rule.replacing("have_names", with: "are_named"),
    ])
    let path = folder.file("a.cispol").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let result = try Program.run("lint", folder.path, "--fix")
    #expect(result.code == 2)
    #expect(result.problems.contains("`\(path)` cannot be written: it is read-only"))
    #expect(result.problems.contains("changed \(folder.file("b.cispol").path)\n"))
    #expect(try text(folder, "a.cispol") == Self.rule)
    #expect(try !text(folder, "b.cispol").contains("let age"))
  }
}
