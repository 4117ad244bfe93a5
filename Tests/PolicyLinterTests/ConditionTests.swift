import PolicyLinter
import TestSupport
import Testing

/// Conditions that are hard to look through.
@Suite struct ConditionTests {
  private func remarks(requiring condition: String) throws -> [String] {
    let text = "rule hosts {\n  for host in demo.Host\n  require \(condition)\n}\n"
    return try LintedFolder(
      ["example.cispol": text], rules: [.constantCondition, .ruleNeverFails, .ruleNeverPasses]
    ).marks
  }

  @Test(.timeLimit(.minutes(2)), arguments: [8, 60])
  func quantifiersInFiltersTakeNoLonger(_ depth: Int) throws {
    var condition = "host.cores > 2"
    for level in 0..<depth {
      condition = "any e\(level) in host.entries where (\(condition)): host.encrypted"
    }
    #expect(try remarks(requiring: condition) == [])
    let never = condition.replacing("host.cores > 2", with: "host.cores > 2 and host.cores < 2")
    #expect(try remarks(requiring: never).count == 1)
  }

  @Test(.timeLimit(.minutes(2)), arguments: [8, 60])
  func choicesInChoicesTakeNoLonger(_ depth: Int) throws {
    var condition = "host.encrypted"
    for level in 1...depth {
      condition = "if (\(condition)) then host.cores > \(level) else host.cores > \(level + 50)"
    }
    #expect(try remarks(requiring: condition) == [])
  }
}
