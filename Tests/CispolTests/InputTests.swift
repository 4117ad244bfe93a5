import Foundation
import TestSupport
import Testing

/// Which files are the inputs and the configuration of a run.
@Suite struct InputTests {
  private static func plans() throws -> Folder {
    let plan = try String(contentsOfFile: Program.plan, encoding: .utf8)
    let folder = try Folder(["plan.json": plan, "more/other.json": plan])
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("linked.json").path, withDestinationPath: "plan.json")
    return folder
  }

  @Test(arguments: [
    ("--input plan.json --input plan.json", "the input `plan.json` is given twice"),
    (
      "--input plan.json --input ./more/../plan.json",
      "the inputs `plan.json` and `./more/../plan.json` are the same"
    ),
    (
      "--input linked.json --input plan.json",
      "the inputs `linked.json` and `plan.json` are the same"
    ),
    ("--input - --input -", "the input `-` is given twice"),
    ("--input - --input /dev/stdin", "the inputs `-` and `/dev/stdin` are the same"),
    ("--input plan.json --input -", "the inputs `plan.json` and `-` are the same"),
  ])
  func anInputCountsOnce(_ arguments: String, _ problem: String) throws {
    let result = try Program.shell(
      "\"$cispol\" check \(arguments) < plan.json", in: Self.plans())
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains(problem), "\(result.problems)")
  }

  @Test func inputsOfTheConfigurationCountOnceToo() throws {
    let folder = try Self.plans()
    try Data("inputs: [plan.json, linked.json]\n".utf8).write(to: folder.file("cispol.yaml"))
    let result = try Program.run(["check"], in: folder)
    #expect(result.code == 2)
    #expect(result.problems.contains("the inputs `plan.json` and `linked.json` are the same"))
  }

  @Test func equalInputsAtTwoPlacesAreTwo() throws {
    let result = try Program.run(
      ["check", "--input", "plan.json", "--input", "more/other.json"], in: Self.plans())
    #expect(result.code == 1 && result.problems.isEmpty)
  }

  @Test(.timeLimit(.minutes(2))) func moreThreadsThanThereMayBeChangeNothing() throws {
    let graph = """
      {"cispol_graph": 1, "complete": ["aws.s3.Bucket"]}
      {"type": "aws.s3.Bucket", "attributes": {"name": "a"}}

      """
    let folder = try Folder(["g.jsonl": graph])
    let results = try ["1", "100000000", "9223372036854775807"].map { jobs in
      try Program.run(
        ["check", "--input", "g.jsonl", "--now", Program.instant, "--jobs", jobs], in: folder)
    }
    #expect(results[1] == results[0] && results[2] == results[0])
  }

  @Test func aConfigurationThatIsALinkToNothingIsAnError() throws {
    let folder = try Self.plans()
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("cispol.yaml").path, withDestinationPath: "gone.yaml")
    let result = try Program.run(["check", "--input", "plan.json"], in: folder)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("the configuration `cispol.yaml` cannot be read"))
    let without = try Program.run(["check", "--input", "plan.json", "--no-config"], in: folder)
    #expect(without.code == 1 && without.problems.isEmpty)
  }
}
