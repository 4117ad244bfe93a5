import PolicyIR
import PolicyTesting
import SourceText
import Testing

/// Cases that are held to what they gave.
@Suite struct SnapshotTests {
  private static let policy = """
    rule small {
      for box in t.Box
      require box.size <= 10 else "{box.id} is {box.size} large"
    }
    test small {
      case "three" {
        t.Box { id: "a", size: 11 }
        t.Box { id: "b", size: 1 }
        t.Box { id: "c" }
        expect snapshot
      }
      case "none" {
        expect snapshot
      }
      case "plain" { t.Box { size: 1 } expect pass }
    }
    """

  private static let path = "tiny.cispol.snapshot"

  private static func run(_ text: String?) throws -> (TestReport, SnapshotBook) {
    let suite = try TinySuite(policy)
    var book = SnapshotBook()
    let kept = text.map { SnapshotFile(path: path, reading: $0) } ?? SnapshotFile(path: path)
    book.insert(kept, beside: try #require(suite.file))
    let runner = TestRunner(
      program: suite.runner.program, defaultInstant: try TinySuite.instant, snapshots: book
    ) { _, _, _ in .problem("no files") }
    return (runner.run(), book)
  }

  private static let good = """
    # Written by `cispol test --update`. Read what changed before you keep it.

    small: none
      no_resources

    small: three
      a fail
        a is 11 large
      b pass
      c unknown
        not collected: the fixture does not say

    """

  @Test func whatIsNotKeptFailsAndIsWritten() throws {
    let (report, book) = try Self.run(nil)
    #expect(report.results.map(\.hasPassed) == [false, false, true])
    #expect(report.results[0].failures.map(\.kind) == [.snapshot])
    let files = book.updated(by: report)
    #expect(files.map(\.path) == [Self.path])
    #expect(files.map(\.text) == [Self.good])
  }

  @Test func whatIsKeptPassesAndNothingIsWritten() throws {
    let (report, book) = try Self.run(Self.good)
    #expect(report.hasPassed)
    #expect(book.updated(by: report) == [])
  }

  @Test func aDifferenceIsShownAndWritten() throws {
    let old = Self.good.replacing("b pass", with: "b fail")
    let (report, book) = try Self.run(old)
    #expect(report.results.map(\.hasPassed) == [false, true, true])
    #expect(report.results[0].failures[0].difference == ["- b fail", "+ b pass"])
    #expect(book.updated(by: report).map(\.text) == [Self.good])
  }

  @Test func aSnapshotThatNoCaseAsksForFailsAndIsRemoved() throws {
    let (report, book) = try Self.run(Self.good + "\nsmall: gone\n  a pass\n")
    #expect(report.failed == 0 && !report.hasPassed)
    #expect(
      report.staleSnapshots.map(\.message) == [
        "tiny.cispol.snapshot: no case asks for the snapshot of `small: gone`"
      ])
    #expect(book.updated(by: report).map(\.text) == [Self.good])
  }
}
