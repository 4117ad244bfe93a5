import Diagnostics
import DomainValues
import Pipelines
import PolicyPacks
import TestSupport
import Testing

/// What becomes of waivers and attestations when a benchmark goes from one version to another.
@Suite struct MigrationTests {
  private static let waivers = """
    # Reviewed in spring.
    waivers:
      - {id: by-id, control: "1.1", benchmark: gov@1.0, reason: r, owner: o, granted: 2026-01-01, \
    expires: 2026-02-01} # stays
      - {id: by-slug, control: ports, benchmark: gov@1.0, reason: r, owner: o, \
    granted: 2026-01-01, expires: 2026-02-01}
      - {id: in-all, control: age, reason: r, owner: o, granted: 2026-01-01, expires: 2026-02-01}
      - {id: of-another, control: "1.1", benchmark: gov@2.0, reason: r, owner: o, \
    granted: 2026-01-01, expires: 2026-02-01}
      - {id: gone, control: users, benchmark: gov@1.0, reason: r, owner: o, granted: 2026-01-01, \
    expires: 2026-02-01}
      - {id: unused, rule: gov/users_are_plain, reason: r, owner: o, granted: 2026-01-01, \
    expires: 2026-02-01}
      - {id: used, rule: ports_are_closed, reason: r, owner: o, granted: 2026-01-01, \
    expires: 2026-02-01}

    """

  private static let attestations = """
    attestations:
      - {control: drills, statement: s, by: b, stated: 2026-01-01, valid_until: 2026-02-01}

    """

  private func compare(
    _ old: String, _ new: String, waivers: String = waivers, attestations: String = attestations
  ) throws -> ComparedBenchmarks {
    var request = CheckRequest(now: try Timestamp.parse("2026-01-01"))
    request.packs = [GovernedLaboratory.pack]
    request.waivers = [PolicyFile(name: "waivers.yaml", bytes: Array(waivers.utf8))]
    request.attestations = [
      PolicyFile(name: "attestations.yaml", bytes: Array(attestations.utf8))
    ]
    var pipeline = BenchmarkPipeline()
    return try pipeline.compare(
      try BenchmarkRequest.parse(old), try BenchmarkRequest.parse(new), in: request)
  }

  @Test func eachThatSpeaksOfTheEarlierVersionIsTold() throws {
    let compared = try compare("gov@1.0", "gov@2.0")
    #expect(
      compared.migrations.map { "\($0.name) \($0.outcome.rawValue)" } == [
        "by-id migrated", "by-slug migrated", "in-all unchanged", "gone dropped",
        "unused dropped", "drills dropped",
      ])
    #expect(
      compared.migrations.map { $0.control?.new?.id } == ["1.2", "1.2", "1.1", nil, nil, nil])
  }

  @Test func onlyWhatNamesTheVersionChangesInTheFile() throws {
    let files = try compare("gov@1.0", "gov@2.0").files
    #expect(files.map(\.file.name) == ["waivers.yaml"])
    let text = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    let expected = MigrationTests.waivers
      .replacing(
        #"by-id, control: "1.1", benchmark: gov@1.0"#,
        with: #"by-id, control: "1.2", benchmark: gov@2.0"#
      )
      .replacing("control: ports, benchmark: gov@1.0", with: "control: ports, benchmark: gov@2.0")
    #expect(text == expected)
  }

  @Test func whatWasMigratedIsUnderstoodAndNeedsNoMore() throws {
    let first = try #require(try compare("gov@1.0", "gov@2.0").files.first)
    let again = try compare(
      "gov@1.0", "gov@2.0", waivers: String(decoding: first.bytes, as: UTF8.self))
    #expect(again.files.isEmpty)
    #expect(again.migrations.allSatisfy { $0.outcome != .migrated })
  }

  @Test func backwardsItIsAsItWas() throws {
    let first = try #require(try compare("gov@1.0", "gov@2.0").files.first)
    let text = String(decoding: first.bytes, as: UTF8.self)
      .replacing(
        "of-another, control: \"1.1\", benchmark: gov@2.0", with: "of-another, control: ports")
    let back = try #require(try compare("gov@2.0", "gov@1.0", waivers: text).files.first)
    #expect(
      String(decoding: back.bytes, as: UTF8.self)
        == MigrationTests.waivers.replacing(
          "of-another, control: \"1.1\", benchmark: gov@2.0", with: "of-another, control: ports"))
  }

  @Test func waiversThatCannotBeReadEndIt() throws {
    #expect(throws: CheckFailure.diagnosed) {
      try compare("gov@1.0", "gov@2.0", waivers: "waivers: [{id: a}]")
    }
  }
}
