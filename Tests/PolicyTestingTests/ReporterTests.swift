import PolicyTesting
import Testing

@Suite struct ReporterTests {
  private static func report() throws -> (TestReport, TinySuite) {
    let suite = try TinySuite(
      """
      rule small { for box in t.Box require box.size <= 10 else "<&\\"> {box.id}" }
      test small {
        case "fine # <ok>" { t.Box { size: 1 } expect pass }
        case "not 'fine' & \\"so\\"" { t.Box { id: "a]]>", size: 11 } expect pass }
      }
      """)
    return (suite.runner.run(), suite)
  }

  @Test func tapIsOneLineForEachCaseWithItsFailuresBelow() throws {
    let (report, suite) = try Self.report()
    #expect(
      TAPReporter.render(report, sources: suite.sources) == ##"""
        TAP version 13
        1..2
        ok 1 - small: fine \# <ok>
        not ok 2 - small: not 'fine' & "so"
          ---
          at: "tiny.cispol:16:8"
          failures:
            - kind: wrong-status
              message: "tiny.cispol:16:63: expected pass\n  a]]> is fail: <&\"> a]]>\n    box.size <= 10 is false\n      box.size is 11"
          ...

        """##)
  }

  @Test func junitEscapesWhatXMLWouldRead() throws {
    let (report, suite) = try Self.report()
    #expect(
      JUnitReporter.render(report, sources: suite.sources) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="2" failures="1">
          <testsuite name="t.small" tests="2" failures="1">
            <testcase classname="t.small" name="fine # &lt;ok&gt;" file="tiny.cispol" line="15"/>
            <testcase classname="t.small" name="not 'fine' &amp; &quot;so&quot;" file="tiny.cispol" line="16">
              <failure type="wrong-status" message="expected pass">tiny.cispol:16:63: expected pass&#10;  a]]&gt; is fail: &lt;&amp;&quot;&gt; a]]&gt;&#10;    box.size &lt;= 10 is false&#10;      box.size is 11</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func noTestsAreSaidToBeNone() throws {
    let suite = try TinySuite("")
    let report = suite.runner.run()
    #expect(!report.hasPassed)
    #expect(TestTextReporter.render(report, sources: suite.sources) == "there are no tests\n")
  }
}
