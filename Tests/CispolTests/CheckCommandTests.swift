import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  static let rule = """
    rule buckets_have_names {
      for bucket in aws.s3.Bucket
      require bucket.name != ""
    }
    """

  static let emptyPlan = """
    {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {}},
     "configuration": {"root_module": {}}}
    """

  @Test func theShippedBenchmarkJudgesAPlan() throws {
    let result = try Program.run("check", "--input", Program.plan, "--now", Program.instant)
    #expect(result.code == 1)
    #expect(result.output.contains("CIS Amazon Web Services Foundations Benchmark"))
    #expect(result.output.contains("aws_security_group.bastion"))
    #expect(result.output.contains("scored controls pass), evidence"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.problems.isEmpty)
  }

  @Test func whatIsPrintedIsTheSameEveryTime() throws {
    for format in ["text", "json"] {
      let results = try (0..<2).map { _ in
        try Program.run(
          "check", "--input", Program.plan, "--now", Program.instant, "--format", format)
      }
      #expect(results[0].output == results[1].output)
    }
  }

  @Test func threadsChangeNothingInTheReport() throws {
    let folder = try Folder.pack(
      """
      rule volumes_are_encrypted {
        for volume in aws.ec2.Volume
        require volume.encrypted
          else "{volume.id} keeps plain text"
      }
      """)
    // More than a thread takes at a time, in several pieces.
    let volumes = (0..<20_000).map { index in
      let encrypted = index % 97 == 0 ? "false" : index % 101 == 0 ? "null" : "true"
      return """
        {"type":"aws.ec2.Volume","account":"1","region":"r","attributes":{"id":"vol-\(index)",\
        "encrypted":\(encrypted)}}
        """
    }
    let header = "{\"cispol_graph\":1,\"complete\":[\"aws.ec2.Volume\"]}"
    let graph = try Folder(["graph.jsonl": ([header] + volumes).joined(separator: "\n")])
    for format in ["text", "json"] {
      let results = try ["1", "2", "5"].map { jobs in
        try Program.run(
          "check", folder.path, "--input", graph.path + "/graph.jsonl", "--now", Program.instant,
          "--jobs", jobs, "--format", format, "--verbose")
      }
      #expect(results[0].output.contains("vol-194 keeps plain text"))
      #expect(results[1] == results[0])
      #expect(results[2] == results[0])
    }
  }

  @Test(arguments: [
    ("fail,unknown", Int32(1)), ("fail:critical,unknown", 3), ("fail:critical", 0), ("never", 0),
  ])
  func failOnDecidesTheExitCode(_ policy: String, _ code: Int32) throws {
    let result = try Program.run("check", "--input", Program.plan, "--fail-on", policy)
    #expect(result.code == code)
  }

  @Test func withoutInputNothingIsEvaluatedAndThatIsSaid() throws {
    let result = try Program.run("check")
    #expect(result.code == 0)
    #expect(result.output.contains("Nothing was evaluated, because there is no input"))
  }

  @Test func aFolderThatIsNoPackIsAnError() throws {
    let folder = try Folder(["notes.txt": "x"])
    let result = try Program.run("check", folder.path, "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.problems.contains("missing-pack-file"))
    #expect(result.output.isEmpty)
  }

  @Test func anEmptyPackIsAnError() throws {
    let folder = try Folder(["pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\n"])
    for arguments in [[folder.path], [folder.path, "--input", Program.plan]] {
      let result = try Program.run(["check"] + arguments)
      #expect(result.code == 2)
      #expect(result.problems.contains("empty-pack"))
    }
  }

  @Test func aPackWithoutRulesIsAnErrorWhenThereIsSomethingToJudge() throws {
    let folder = try Folder.pack("enum own.Colour { Red }")
    #expect(try Program.run("check", folder.path).code == 0)
    let result = try Program.run("check", folder.path, "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.problems.contains("pack-without-rules"))
  }

  @Test func whereNoResourceMatchesNothingWasEvaluated() throws {
    let folder = try Folder.pack(Self.rule)
    let plan = try Folder(["plan.json": Self.emptyPlan])
    let result = try Program.run(
      "check", folder.path, "--input", plan.file("plan.json").path, "--fail-on", "never")
    #expect(result.code == 4)
    #expect(result.problems.contains("no rule met any resource"))
    #expect(result.output.contains("nothing was evaluated"))
  }

  @Test func aMisspeltAttributeIsAnErrorWithTheNearestOne() throws {
    let folder = try Folder.pack(Self.rule.replacing("bucket.name", with: "bucket.nmae"))
    let result = try Program.run("check", folder.path, "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.problems.contains("error[unknown-attribute]"))
    #expect(result.problems.contains("did you mean `name`?"))
    #expect(result.problems.contains("own.cispol:3:"))
    #expect(result.problems.contains("1 error; nothing was evaluated"))
    #expect(result.output.isEmpty)
  }

  @Test func rulesOfOnesOwnNeedOnlyTheirFolder() throws {
    let folder = try Folder.pack(Self.rule)
    let result = try Program.run("check", folder.path, "--input", Program.plan)
    #expect(result.code == 0)
    #expect(result.output.contains("buckets_have_names"))
  }

  @Test(arguments: [
    ["--benchmark", "cis-aws-foundation"], ["--benchmark", "cis-aws-foundations@9.9.9"],
    ["--benchmark", "cis-aws-foundations@x"], ["--profile", "level-3"], ["--fail-on", "fial"],
    ["--now", "yesterday"], ["--format", "xml"], ["--color", "blue"], ["--unknown"], ["no-such"],
  ])
  func whatIsAskedForWronglyIsAnError(_ arguments: [String]) throws {
    let result = try Program.run(["check", "--input", Program.plan] + arguments)
    #expect(result.code == 2)
    #expect(!result.problems.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test func anUnknownBenchmarkIsSaidWithWhatThereIs() throws {
    let result = try Program.run("check", "--benchmark", "cis-aws-foundation")
    #expect(result.code == 2)
    #expect(result.problems.contains("did you mean `cis-aws-foundations`?"))
    #expect(result.problems.contains("`cis-aws-foundations@1.4.0`"))
  }

  @Test(arguments: ["", "{", "[]", "{\"version\": 4, \"serial\": 1, \"resources\": []}"])
  func anInputThatIsNoPlanIsAnError(_ text: String) throws {
    let result = try Program.run("check", "--input", "-", input: text)
    #expect(result.code == 2)
    #expect(result.problems.contains("error[input-"))
    #expect(result.problems.contains("= help: "))
  }

  @Test func anInputThatIsNotThereIsAnError() throws {
    let result = try Program.run("check", "--input", "/nowhere/plan.json")
    #expect(result.code == 2)
    #expect(result.problems.contains("no such file or directory"))
  }

  @Test func theStandardInputIsRead() throws {
    let plan = try String(contentsOfFile: Program.plan, encoding: .utf8)
    let result = try Program.run("check", "--input", "-", input: plan)
    #expect(result.code == 1)
    #expect(result.output.contains("standard input"))
  }

  @Test func theReportIsWrittenToAFileInOneStep() throws {
    let folder = try Folder()
    let file = folder.file("report.json")
    let result = try Program.run(
      "check", "--input", Program.plan, "--format", "json", "--output", file.path)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(report?["schema"] as? String == "cispol-report/1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
    let nowhere = try Program.run(
      "check", "--input", Program.plan, "--output", "/nowhere/report.json")
    #expect(nowhere.code == 2)
  }

  @Test func colourIsUsedOnlyWhereItIsWanted() throws {
    let arguments = ["check", "--input", Program.plan]
    #expect(try Program.run(arguments + ["--color", "always"]).output.contains("\u{1B}["))
    #expect(try !Program.run(arguments).output.contains("\u{1B}["))
  }

  @Test func theReachAndCostOfRulesAreShown() throws {
    let text = try Program.run("check", "--verbose").output
    #expect(text.contains("judges"))
    #expect(text.contains(/access_keys_rotated +aws\.iam\.AccessKey +\w+ +constant/))
    #expect(try !Program.run("check").output.contains("judges"))
    let json = try Program.run("check", "--format", "json")
    #expect(json.code == 0)
    let rules = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(rules?["schema"] as? String == "cispol-rules/1")
    let first = (rules?["rules"] as? [[String: Any]])?.first
    #expect(first?["reach"] is String && first?["cost"] is String && first?["reads"] is [String])
  }

  @Test func theProgramCanBePrinted() throws {
    let result = try Program.run("check", "--emit", "ir")
    #expect(result.code == 0)
    #expect(result.output.contains("rule cis-aws-foundations/"))
  }

  @Test func whatIsNoPlainFileIsWrittenToAndNotReplaced() throws {
    let folder = try Folder(["report.txt": "old"])
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: folder.file("report.txt"))
    _ = try Program.run("check", "--input", Program.plan, "--output", link.path)
    #expect(try String(contentsOf: folder.file("report.txt"), encoding: .utf8).contains("Score"))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: link.path)
    #expect(target.hasSuffix("report.txt"))
  }

  @Test func aReportThatCannotBeWrittenIsAnError() throws {
    let result = try Program.run("check", "--input", Program.plan, "--output", "/dev/full")
    #expect(result.code == 2)
    #expect(result.problems.contains("the report cannot be written"))
  }

  @Test func aLongLineIsShownInPart() throws {
    let text = String(repeating: "[", count: 100_000)
    let result = try Program.run("check", "--input", "-", input: text)
    #expect(result.code == 2)
    #expect(result.problems.utf8.count < 2000)
  }

  @Test func whatIsAsDeepAsIsAllowedIsJudged() throws {
    let functions = (1..<199).map { "fn f\($0)(x: Int) -> Int = f\($0 - 1)(x) + 1" }
    let structures = (1..<256).map { "struct t.S\($0) { a: t.S\($0 - 1) }" }
    let folder = try Folder([
      "pack.yaml": "pack: t\nversion: 1.0.0\ntitle: T\n",
      "deep.cispol": """
      resource t.Box { id: String key  size: Int }
      resource t.Case { id: String key  inner: t.S255 }
      fn f0(x: Int) -> Int = x
      \(functions.joined(separator: "\n"))
      struct t.S0 { a: Int }
      \(structures.joined(separator: "\n"))
      rule high { for box in t.Box require f198(box.size) == 201 }
      rule deep { for box in t.Case require box.inner == box.inner }

      """,
      "graph.jsonl": """
      {"cispol_graph": 1, "complete": ["t.Box", "t.Case"]}
      {"type": "t.Box", "attributes": {"id": "a", "size": 3}}
      {"type": "t.Case", "attributes": {"id": "a", "inner": \(
        String(repeating: #"{"a": "#, count: 256))1\(String(repeating: "}", count: 256))}}

      """,
    ])
    for more in [[], ["--emit", "ir"], ["--verbose"]] {
      let input = more.isEmpty ? ["--input", folder.path + "/graph.jsonl"] : []
      let result = try Program.run(["check", folder.path] + input + more)
      // Values are compared to a depth of 128.
      #expect(result.code == (more.isEmpty ? 3 : 0), "\(result.problems)")
      if more.isEmpty { #expect(result.output.contains("✓ high  1 pass"), "\(result.output)") }
    }
  }
}
