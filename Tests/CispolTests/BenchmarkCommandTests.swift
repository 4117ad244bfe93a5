import Foundation
import Testing

@Suite struct BenchmarkCommandTests {
  /// Two versions: one control stays, one goes, one comes, one has another id, title and parameter.
  private static func folder() throws -> Folder {
    func benchmark(_ version: String, _ controls: String) -> String {
      """
      benchmark: own
      version: "\(version)"
      title: Own
      sections:
        - id: "1"
          title: All
      controls:
      \(controls)
      """
    }
    func control(_ id: String, _ slug: String, _ title: String, _ rules: String) -> String {
      """
        - id: "\(id)"
          slug: \(slug)
          title: \(title)
          section: "1"
          level: 1
          assessment: automated
          rules: \(rules)

      """
    }
    return try Folder([
      "pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "own.cispol":
        "rule r(least: Int = 1) {\n  for b in aws.s3.Bucket\n  require b.name.length() > least\n}\n",
      "benchmarks/1.yaml": benchmark(
        "1.0",
        control("1.1", "same", "Same", "[r]") + control("1.2", "gone", "Gone", "[]")
          + control("1.3", "moved", "Moved", "[r]")),
      "benchmarks/2.yaml": benchmark(
        "2.0",
        control("1.1", "same", "Same", "[r]")
          + control("1.2", "moved", "Moved away", "[{rule: r, with: {least: \"2\"}}]")
          + control("1.3", "new", "New", "[]")),
    ])
  }

  @Test func whatChangedIsToldBySlugs() throws {
    let folder = try Self.folder()
    let result = try Program.run(
      "benchmark", "diff", "own@1.0", "own@2.0", "--pack", folder.path)
    #expect(result.code == 0, "\(result.problems)")
    #expect(
      result.output == """
        Own 1.0 → 2.0

        Added
        + 1.3  New  new

        Dropped
        - 1.2  Gone  gone

        Changed
          1.2  Moved away  moved
              id: 1.3 → 1.2
              title: Moved → Moved away
              parameters: r(least = 1) → r(least = 2)

        1 added, 1 dropped, 1 changed, 1 the same

        """)
  }

  @Test func programsReadJSON() throws {
    let folder = try Self.folder()
    let result = try Program.run(
      "benchmark", "diff", "own@1.0", "own@2.0", "--pack", folder.path, "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["from"] as? String == "1.0" && json["to"] as? String == "2.0")
    #expect((json["added"] as? [[String: String]])?.map { $0["slug"] } == ["new"])
    #expect((json["dropped"] as? [[String: String]])?.map { $0["slug"] } == ["gone"])
  }

  @Test func versionsAreThoseOfTheShippedBenchmarkUnlessNamed() throws {
    let result = try Program.run("benchmark", "diff", "1.2.0", "1.4.0")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("CIS Amazon Web Services Foundations Benchmark 1.2.0 → 1.4.0"))
    // 49 controls became 58.
    let numbers = result.output.split(separator: "\n").last?.split(whereSeparator: { !$0.isNumber })
      .compactMap { Int($0) }
    let counts = try #require(numbers)
    #expect(counts.count == 4 && 49 - counts[1] == counts[2] + counts[3])
    #expect(58 - counts[0] == counts[2] + counts[3])
  }

  @Test func anUnknownVersionIsAnError() throws {
    let result = try Program.run("benchmark", "diff", "1.2.0", "9.9.9")
    #expect(result.code == 2)
    #expect(result.problems.contains("there is no benchmark `cis-aws-foundations@9.9.9`"))
    let malformed = try Program.run("benchmark", "diff", "one", "1.2.0")
    #expect(malformed.code == 2 && malformed.problems.contains("NAME@VERSION"))
  }
}
