import Diagnostics
import PolicySyntax
import SourceText
import Testing

/// Tests in YAML.
struct YAMLTestTests {
  /// Returns where each diagnostic of `text` stands, as `line:column id`.
  private func places(_ text: String) -> [String] {
    let file = PolicyFile(Array(text.utf8), name: "tests/a.yaml", isYAML: true)
    Laws.checkTree(of: file)
    return file.diagnostics.sorted.map { diagnostic in
      let place = file.sources.location(of: diagnostic.primary)
      return "\(place.line):\(place.column) \(diagnostic.id.rawValue)"
    }
  }

  private static let head = "tests:\n  - test: r\n    cases:\n      - case: c\n"

  @Test(arguments: [
    ("        expect: pass\n", []),
    ("        expect: [pass, x fail because \"y\", snapshot]\n", []),
    ("        expect: pas\n", ["5:17 expected-token"]),
    ("        expect: pass 1\n", ["5:22 unexpected-text"]),
    ("        expect:\n", ["5:16 wrong-yaml-kind"]),
    ("        fixtures: 'a.T { x: 1 }'\n        expect: pass\n", []),
    ("        fixtures:\n          - a.T { x 1 }\n        expect: pass\n", ["6:21 expected-token"]),
    ("        fixtures:\n          - {x: 1}\n        expect: pass\n", ["6:13 wrong-yaml-kind"]),
    ("        given: terraform \"p.json\"\n        expect: pass\n", []),
    ("        given: terraform\n        expect: pass\n", ["5:25 expected-string"]),
    ("        waive: x\n        expect: fail waived\n", []),
    ("        waive: ['\"a\", \"b\" in x', z]\n        expect: fail waived \"a\"\n", []),
    ("        waive: '\"a\", \"b\"'\n        expect: fail\n", ["5:25 expected-token"]),
    ("        waive: {a: b}\n        expect: fail\n", ["5:16 wrong-yaml-kind"]),
    ("        waivers: w.yaml\n        expect: fail\n", []),
    ("        waivers: [w.yaml, v.yaml]\n        expect: fail\n", []),
    ("        waivers: {a: b}\n        expect: fail\n", ["5:18 wrong-yaml-kind"]),
    ("        expect: pass waived\n", ["5:22 unexpected-text"]),
    ("        now: 2026-01-01T00:00:00Z\n        expect: pass\n", []),
    ("        now: today\n        expect: pass\n", ["5:14 expected-token"]),
    ("        with: {a: 1d, b: \"'x'\"}\n        expect: pass\n", []),
    ("        with: [a]\n        expect: pass\n", ["5:15 wrong-yaml-kind"]),
    ("        let: {box: a.Box { } }\n        expect: pass\n", ["5:26 yaml-syntax"]),
    ("        expects: pass\n", ["5:9 unknown-yaml-key"]),
    ("        for: [a]\n        rows: [{a: 1, expect: pass}]\n", []),
    ("        for: {a: Int, b: '[Int]'}\n        rows: [{b: '[]', a: 1}]\n", []),
    ("        for: [a]\n        rows: [{b: 1, a: 2}]\n", ["6:17 unknown-yaml-key"]),
    ("        for: [a, b]\n        rows: [{b: 1}]\n", ["6:16 missing-yaml-key"]),
    ("        for: [a]\n        rows: [1]\n", ["6:16 wrong-yaml-kind"]),
    ("        for: [a]\n        rows: []\n", ["6:15 wrong-yaml-kind"]),
    ("        for: {a: Int Int}\n        rows: [{a: 1}]\n", ["5:22 unexpected-text"]),
  ])
  func aMistakeIsReportedAtItsPlaceInTheFile(_ lines: String, _ expected: [String]) {
    #expect(places(Self.head + lines) == expected)
  }

  @Test(arguments: [
    ("tests: []\n", ["1:8 wrong-yaml-kind"]),
    ("tests: [1]\n", ["1:9 wrong-yaml-kind"]),
    ("rules: []\n", ["1:1 missing-yaml-key", "1:1 unknown-yaml-key"]),
    ("tests:\n  - test: r\n", ["2:5 missing-yaml-key"]),
    ("tests:\n  - test: r\n    cases: []\n", ["3:12 wrong-yaml-kind"]),
    ("tests:\n  - cases: [{case: c, expect: pass}]\n", ["2:5 missing-yaml-key"]),
    ("tests:\n  - test: r\n    cases: [{expect: pass}]\n", ["3:13 missing-yaml-key"]),
    ("tests:\n  - test: r\n    rule: r\n    cases: [{case: c}]\n", ["3:5 unknown-yaml-key"]),
  ])
  func aFileThatHoldsNoTestsIsReported(_ text: String, _ expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test func theTreeIsThatOfTheSameTestInTheLanguage() throws {
    let yaml = PolicyFile(
      Array(
        """
        tests:
          - test: few_cores
            doc: Cores are counted.
            now: 2026-01-01
            with: {most: 2}
            cases:
              - case: "{cores} cores"
                for: {cores: Int}
                let:
                  large: 'demo.Host { cores: cores }'
                fixtures:
                  - 'demo.Host { status: Inactive }'
                expect:
                  - not_applicable
                rows:
                  - cores: 1
                    expect: large pass
                  - cores: 3
                    expect: large fail because "3"
        """.utf8), name: "tests/a.yaml", isYAML: true)
    let policy = PolicyFile(
      Array(
        """
        /// Cores are counted.
        test few_cores {
          now 2026-01-01
          with most = 2
          case "{cores} cores" for cores: Int {
            let large = demo.Host { cores: cores }
            demo.Host { status: Inactive }
            expect not_applicable
            row 1 expect large pass
            row 3 expect large fail because "3"
          }
        }
        """.utf8))
    #expect(yaml.report == "" && policy.report == "")
    #expect(TestShape.of(yaml.tree) == TestShape.of(policy.tree))
    #expect(TestShape.of(policy.tree).count == 11)
  }
}
