import Compliance
import Pipelines
import PolicyIR
import PolicyInterpreter
import TestSupport
import Testing

/// Plans of so many resources that only what mappings read of them is collected.
struct LargePlanTests {
  /// Returns the plan of `count` buckets, each with attributes that nobody reads.
  private func plan(_ count: Int) -> InputFile {
    Laboratory.plan(
      (0..<count).map { index in
        let isPrivate = index % 3 == 1 ? "" : #","private": \#(index % 3 == 0)"#
        let unknown = index % 3 == 1 ? #","private": true"# : ""
        return (
          "lab_bucket", "b\(index)",
          #""name": "b\#(index)","policy": {"a": [1, 2]},"owner": null\#(isPrivate)"#,
          #""arn": true\#(unknown)"#
        )
      } + [("lab_other", "x", #""private": true"#, "")])
  }

  /// Returns how many buckets pass, fail and are not decided, and what is said of the input.
  private func statuses(_ count: Int) throws -> (counts: [Int], notes: [String]) {
    let run = try Laboratory.run([plan(count)])
    let outcome = try #require(
      run.inputs[0].outcomes.first { run.program[$0.rule].name == "buckets_are_private" })
    return (
      [.pass, .fail, .unknown].map { outcome.statuses.count(of: $0) },
      run.inputs[0].report.warnings + run.inputs[0].report.details
    )
  }

  @Test(arguments: [30, 600, 1500])
  func aLargePlanIsJudgedAsASmallOne(count: Int) throws {
    let (counts, notes) = try statuses(count)
    #expect(counts == [count / 3, count / 3, count / 3])
    #expect(notes.contains { $0.contains("lab_other") })
  }
}
