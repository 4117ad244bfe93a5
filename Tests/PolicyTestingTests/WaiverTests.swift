import PolicyIR
import PolicyTesting
import SourceText
import Testing

/// Cases that are run under waivers.
@Suite struct WaiverTests {
  private static let rule = """
    rule plain {
      for box in t.Box
      where box.color != Green
      require none sticker in box.stickers: sticker.shown
        else "{box.id} shows"
      require box.size <= 10
        else "{box.id} is too large"
    }

    """

  /// Boxes that fail by one sticker, by two, and as a whole; one that is unknown, and one that passes.
  private static let boxes = """
      let one = t.Box { id: "one", color: Red, size: 1, stickers: [t.Sticker { id: "s1", shown: true }] }
      let two = t.Box {
        id: "two", color: Red, size: 1,
        stickers: [t.Sticker { id: "s2", shown: true }, t.Sticker { id: "s3", shown: true }],
      }
      let large = t.Box { id: "large", color: Red, size: 11, stickers: [] }
      let open = t.Box { id: "open", color: Red, size: 1 }
      let fine = t.Box { id: "fine", color: Red, size: 1, stickers: [] }
      let aside = t.Box { id: "aside", color: Green }
      expect open unknown
      expect fine pass
      expect aside not_applicable

    """

  private static func failures(_ steps: String) throws -> [CaseFailure] {
    let suite = try TinySuite(rule + "test plain { case \"c\" {\n\(boxes)\(steps)\n} }")
    return suite.runner.run().results.flatMap(\.failures)
  }

  @Test(arguments: [
    "waive one\nexpect one fail waived\nexpect two fail\nexpect large fail",
    "waive \"s1\" in one\nexpect one fail waived because \"shows\"\nexpect two fail\nexpect large fail",
    "waive \"s2\" in two\nexpect one fail\nexpect two fail waived \"s2\"\nexpect large fail",
    "waive \"s2\", \"s3\" in two\nexpect one fail\nexpect two fail waived\nexpect large fail",
    """
    waive "s2" in two
    waive "s3" in two
    expect one fail
    expect two fail waived
    expect large fail
    """,
    "waive \"s*\" in \"*\"\nexpect one fail waived\nexpect two fail waived\nexpect large fail",
    "waive \"l*\"\nexpect one fail\nexpect two fail\nexpect large fail waived",
    "waive \"s1\" in \"*\"\nexpect one fail waived\nexpect two fail\nexpect large fail",
  ])
  func aWaiverTakesOffWhatItIsForAndNoMore(_ steps: String) throws {
    let found = try Self.failures(steps)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test(arguments: [
    (
      "waive one\nexpect one fail\nexpect two fail\nexpect large fail", CaseFailure.Kind.waiver,
      "expected fail, with nothing of it waived", "it is waived"
    ),
    (
      "waive one\nexpect one fail waived\nexpect two fail waived\nexpect large fail", .waiver,
      "expected fail, waived", "no waiver covers it"
    ),
    (
      "waive \"s2\" in two\nexpect one fail\nexpect two fail waived\nexpect large fail", .waiver,
      "expected fail, waived", "waived: s2; not waived: s3"
    ),
    (
      "waive \"s2\" in two\nexpect one fail\nexpect two fail waived \"s3\"\nexpect large fail",
      .waiver,
      "expected fail, with `s3` waived, and no more", "waived: s2; not waived: s3"
    ),
    (
      "waive \"s2\", \"s3\" in two\nexpect one fail\nexpect two fail waived \"s2\", \"s3\"\nexpect large fail",
      .waiver, "expected fail, with `s2`, `s3` waived, and no more", "it is waived"
    ),
    (
      "waive one\nexpect one pass\nexpect two fail\nexpect large fail", .wrongStatus,
      "expected pass", "one shows"
    ),
    (
      "waive \"s1\", \"x\" in large\nexpect large fail waived\nexpect one fail\nexpect two fail",
      .waiver,
      "expected fail, waived", "it cannot be told whether a waiver covers it"
    ),
  ])
  func whatIsWaivedOtherwiseIsToldWithTheRest(
    _ steps: String, _ kind: CaseFailure.Kind, _ message: String, _ reason: String
  ) throws {
    let found = try Self.failures(steps)
    #expect(found.map(\.kind) == [kind] && found.map(\.message) == [message])
    #expect(found.first?.actual.first?.reasons.first == reason)
  }

  @Test(arguments: ["fine", "aside", "open", "\"nothing\"", "\"s9\" in two"])
  func aWaiverThatCoversNothingFails(_ waived: String) throws {
    let found = try Self.failures(
      "waive \(waived)\nexpect one fail\nexpect two fail\nexpect large fail")
    #expect(found.map(\.kind) == [.unused])
    #expect(found.map(\.message) == ["the waiver covers nothing"])
  }

  @Test func whatCannotBeReadFails() throws {
    let found = try Self.failures("waivers \"w.yaml\"\nexpect fail")
    #expect(found.map(\.kind) == [.input] && found.map(\.message) == ["`w.yaml` cannot be read"])
  }

  @Test func mutantsThatChangeWhatIsWaivedAreNoticed() throws {
    let suite = try TinySuite(
      """
      rule r { for box in t.Box require none sticker in box.stickers: sticker.shown }
      test r {
        case "c" {
          let box = t.Box { id: "b", stickers: [t.Sticker { id: "s", shown: true }] }
          waive "s" in box
          expect box fail waived
        }
      }
      """)
    let fates = suite.runner.mutate().results
    // As `not all` the requirement still fails, but by no element.
    #expect(fates.contains { $0.mutant.summary.contains("none") })
    #expect(fates.allSatisfy { !$0.hasSurvived }, "\(fates.filter(\.hasSurvived))")
  }
}
