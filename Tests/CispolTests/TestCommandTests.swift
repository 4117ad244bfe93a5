import Foundation
import TestSupport
import Testing

/// `cispol test` as people run it.
@Suite struct TestCommandTests {
  private static let rules = """
    resource t.Box { id: String key  size: Int  sealed: Bool }

    rule small {
      for box in t.Box
      where not box.sealed
      require box.size <= 10
        else "{box.id} is too large"
    }

    """

  private static func pack(_ files: [String: String]) throws -> Folder {
    var all = files
    all["pack.yaml"] = "pack: t\nversion: 1.0.0\ntitle: T\n"
    all["rules/small.cispol"] = rules
    return try Folder(all)
  }

  private static let yaml = """
    tests:
      - test: small
        cases:
          - case: "{size}"
            for: [size]
            fixtures: 't.Box { id: "a", sealed: false, size: size }'
            rows:
              - {size: 10, expect: pass}
              - {size: 11, expect: fail because "too large"}

    """

  @Test func testsInYAMLAreRun() throws {
    let folder = try Self.pack(["tests/small.yaml": Self.yaml])
    let result = try Program.run("test", folder.path, "--verbose")
    #expect(result.code == 0 && result.problems.isEmpty)
    #expect(result.output == "pass small: 10\npass small: 11\n\n2 cases of 1 rule: all pass\n")
  }

  @Test func testsInYAMLFailWithTheirPlaceAndProof() throws {
    let wrong = Self.yaml.replacing("10, expect: pass", with: "11, expect: pass")
      .replacing("- {size: 11, expect: fail", with: "- {size: 12, expect: fail")
    let folder = try Self.pack(["tests/deep/small.yml": wrong])
    let result = try Program.run("test", folder.path)
    #expect(result.code == 1)
    #expect(result.output.contains("/tests/deep/small.yml:8:24: expected pass\n"))
    #expect(result.output.contains("    a is fail: a is too large\n"))
    #expect(result.output.contains("box.size is 11"))
  }

  @Test func aFileThatDoesNotShowAllLeavesOpenWhetherThereAreAny() throws {
    let denied = #""missing": {"t.Box": {"$unknown": "access_denied", "detail": "boxes:List"}}"#
    func code(_ header: String, _ expectation: String) throws -> Int32 {
      let folder = try Self.pack([
        "tests/small.cispol": """
        test small { case "none" { given graph "g.jsonl" expect \(expectation) } }

        """, "tests/g.jsonl": "{\"cispol_graph\": 1, \(header)}\n",
      ])
      return try Program.run("test", folder.path).code
    }
    #expect(try code(#""complete": ["t.Box"]"#, "no_resources") == 0)
    #expect(try code(#""complete": ["t.Box"]"#, "unknown") == 1)
    #expect(try code(denied, "no_resources") == 1)
    #expect(try code(denied, "unknown because \"boxes:List\"") == 0)
    #expect(try code(denied, "unknown because \"keys:List\"") == 1)
  }

  @Test func aMistakeInTestsInYAMLIsNeverASmallerSuite() throws {
    let folder = try Self.pack(["tests/small.yaml": "tests:\n  - tset: small\n"])
    let result = try Program.run("test", folder.path)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains("error[unknown-yaml-key]"))
  }

  private static let waivers = """
    waivers:
      - {id: w, control: c1, resources: [{address: a}], reason: r, owner: o,
        granted: 2026-01-01, expires: 2026-01-31}
      - {id: x, rule: other, reason: r, owner: o, granted: 2026-01-01, expires: 2026-01-31}

    """

  private static func waived(_ path: String, _ day: String, _ expected: String) -> String {
    """
    test small {
      waivers "\(path)"
      case "c" {
        now \(day)
        let a = t.Box { id: "a", size: 11, sealed: false }
        expect a \(expected)
      }
    }

    """
  }

  private static let benchmark = """
    benchmark: b
    version: "1.0"
    title: B
    sections: [{id: "1", title: S}]
    controls:
      - {id: "1", slug: c1, title: C, section: "1", level: 1, assessment: automated, rules: [small]}

    """

  @Test(arguments: [
    ("2026-01-31T23:59:59Z", "fail waived"), ("2026-02-01", "fail"), ("2025-12-31", "fail"),
  ])
  func waiversOfAFileHoldForTheirControlAndTheirTime(_ day: String, _ expected: String) throws {
    let folder = try Self.pack([
      "tests/t.cispol": Self.waived("../w.yaml", day, expected), "w.yaml": Self.waivers,
      "benchmarks/b.yaml": Self.benchmark,
    ])
    let result = try Program.run("test", folder.path)
    #expect(result.code == 0, "\(result.output)\(result.problems)")
  }

  @Test(arguments: [
    ("../w.yaml", "no waiver of `../w.yaml` speaks of the rule"),
    ("../none.yaml", "`../none.yaml` cannot be read: "),
    ("../../w.yaml", "`../../w.yaml` is not in the pack of the test"),
    ("../bad.yaml", "`../bad.yaml` cannot be used: line 2: "),
  ])
  func aFileWithoutWaiversOfTheRuleFails(_ path: String, _ message: String) throws {
    let folder = try Self.pack([
      "tests/t.cispol": Self.waived(path, "2026-01-02", "fail"), "w.yaml": Self.waivers,
      "bad.yaml": "waivers:\n  - {id: w}\n",
    ])
    let result = try Program.run("test", folder.path)
    #expect(result.code == 1)
    #expect(result.output.contains("t.cispol:2:11: \(message)"), "\(result.output)")
  }

  @Test func fixturesInYAMLAreNoTests() throws {
    let folder = try Self.pack([
      "tests/small.yaml": Self.yaml, "tests/fixtures/input.yaml": "what: ever\n",
    ])
    #expect(try Program.run("test", folder.path).code == 0)
  }

  private static let snapshots = """
    test small {
      case "kept" {
        t.Box { id: "a", sealed: false, size: 11 }
        t.Box { id: "b", size: 1 }
        expect snapshot
      }
    }

    """

  @Test func updateWritesSnapshotsAndFails() throws {
    let folder = try Self.pack(["tests/small.cispol": Self.snapshots])
    let first = try Program.run("test", folder.path)
    #expect(first.code == 1)
    #expect(first.output.contains("there is no snapshot of it; `--update` writes one"))
    let second = try Program.run("test", folder.path, "--update")
    let path = folder.file("tests/small.cispol.snapshot").path
    #expect(second.code == 1)
    #expect(second.problems == "wrote `\(path)`; read what changed, then run the tests again\n")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      text == """
        # Written by `cispol test --update`. Read what changed before you keep it.

        small: kept
          a fail
            a is too large
          b unknown
            not collected: the fixture does not say

        """)
    let third = try Program.run("test", folder.path, "--update")
    #expect(third.code == 0 && third.problems.isEmpty)
    try Data(text.replacing("a fail", with: "a pass").utf8).write(to: URL(filePath: path))
    let fourth = try Program.run("test", folder.path)
    #expect(fourth.code == 1)
    #expect(
      fourth.output.contains("expected what its snapshot holds\n    - a pass\n    + a fail\n"))
  }

  @Test func aSnapshotThatNoCaseAsksForFailsAndIsRemoved() throws {
    let folder = try Self.pack([
      "tests/small.yaml": Self.yaml, "tests/small.yaml.snapshot": "small: gone\n  a pass\n",
    ])
    let first = try Program.run("test", folder.path)
    #expect(first.code == 1)
    #expect(first.output.contains("no case asks for the snapshot of `small: gone`"))
    let tap = try Program.run("test", folder.path, "--format", "tap")
    #expect(tap.code == 1 && tap.output.contains("\n1..3\n"))
    #expect(tap.output.contains("\nnot ok 3 - snapshot of small: gone\n"))
    let junit = try Program.run("test", folder.path, "--format", "junit")
    #expect(junit.code == 1 && junit.output.contains("<testsuites tests=\"3\" failures=\"1\">"))
    #expect(junit.output.contains("name=\"small: gone\" file=\"\(folder.path)/tests/small.yaml."))
    #expect(junit.output.contains("<failure type=\"stale-snapshot\" message=\""))
    #expect(try Program.run("test", folder.path, "--update").code == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("tests/small.yaml.snapshot").path))
    #expect(try Program.run("test", folder.path).code == 0)
  }

  @Test func survivorsFailTheRunWhenTheyAreTooMany() throws {
    let loose = """
      test small {
        case "small" { t.Box { sealed: false, size: 1 } expect pass }
        case "large" { t.Box { sealed: false, size: 99 } expect fail }
        case "sealed" { t.Box { sealed: true } expect not_applicable }
      }

      """
    let folder = try Self.pack(["tests/small.cispol": loose])
    #expect(try Program.run("test", folder.path, "--mutate").code == 0)
    #expect(try Program.run("test", folder.path, "--mutate", "--max-survivors", "3").code == 0)
    let result = try Program.run("test", folder.path, "--mutate", "--max-survivors", "2")
    #expect(result.code == 1)
    #expect(result.output.contains(", 3 survived, "))
    let reasons = [
      "survivor small \"`<=` → `<`\" because \"so\"", "survivor small \"10 → 9\" because \"so\"",
      "survivor small \"10 → 11\" because \"so\"", "",
    ]
    let accepted = try Self.pack([
      "tests/small.cispol": loose + "\n" + reasons.joined(separator: "\n")
    ])
    let clean = try Program.run("test", accepted.path, "--mutate", "--max-survivors", "0")
    #expect(clean.code == 0)
    #expect(clean.output.contains(" 0 survived, 3 accepted, "))
    let unneeded = try Self.pack([
      "tests/small.cispol": loose + "\nsurvivor small \"negated\" because \"so\"\n"
    ])
    let failed = try Program.run("test", unneeded.path, "--mutate")
    #expect(failed.code == 1)
    #expect(failed.output.contains("no reason is needed, the case “"))
  }

  @Test func aBudgetThatIsUsedUpIsSaid() throws {
    let folder = try Self.pack(["tests/small.yaml": Self.yaml])
    let result = try Program.run("test", folder.path, "--mutate", "--mutate-budget", "0s")
    #expect(result.code == 0)
    #expect(result.output.contains(" 0 killed, 0 survived, 0 accepted, 0 untested, 0 timed out, "))
    #expect(result.output.hasSuffix(" not tried\n"))
    let limited = try Program.run(
      "test", folder.path, "--mutate", "--mutate-budget", "0s", "--max-survivors", "0")
    #expect(limited.code == 1 && limited.output == result.output)
    #expect(limited.problems.contains("mutants were not tried, and might survive\n  = help: give"))
    let enough = try Program.run(
      "test", folder.path, "--mutate", "--mutate-budget", "5m", "--max-survivors", "9")
    #expect(enough.code == 0 && enough.problems.isEmpty)
    let wrong = try Program.run("test", folder.path, "--mutate", "--mutate-budget", "soon")
    #expect(wrong.code == 2 && wrong.problems.contains("`soon` is no duration"))
  }

  @Test func watchRunsWhatChangesAffectUntilItIsStopped() throws {
    let folder = try Self.pack([
      "tests/small.yaml": Self.yaml,
      "tests/more.cispol":
        "test small { case \"m\" { t.Box { sealed: true } expect not_applicable } }",
    ])
    let run = try WatchedRun(["test", folder.path, "--watch", "--verbose"])
    try run.wait(for: "3 cases of 1 rule: all pass\n")
    let wrong = Self.yaml.replacing("10, expect: pass", with: "10, expect: fail")
    try Data(wrong.utf8).write(to: folder.file("tests/small.yaml"))
    try run.wait(for: "2 cases of 1 rule: 1 pass, 1 fail\n")
    // What failed is run again, whatever changes.
    try Data("test small { case \"n\" { t.Box { sealed: true } expect not_applicable } }".utf8)
      .write(to: folder.file("tests/more.cispol"))
    try run.wait(for: "pass small: n\nFAIL small: 10\n")
    #expect(run.stop())
  }
}
