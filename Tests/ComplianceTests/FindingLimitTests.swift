import Compliance
import Pipelines
import PolicyIR
import ResourceModel
import TestSupport
import Testing

/// How much is told changes nothing in what is counted, and nothing in what is told.
@Suite struct FindingLimitTests {
  private func report(
    _ inputs: [InputFile], limit: Int?, undecided: Int?? = nil, tellsOfSettled: Bool
  ) throws -> (Report, text: String) {
    var request = try Laboratory.request(inputs)
    request.findingLimit = limit
    request.undecidedLimit = undecided ?? limit
    request.tellsOfSettled = tellsOfSettled
    var pipeline = CheckPipeline()
    guard case .evaluated(let run) = try pipeline.run(request) else {
      throw Laboratory.Unusable(description: "nothing was evaluated")
    }
    var text = ""
    run.render(as: .text, RenderOptions()) { text += String(decoding: $0, as: UTF8.self) }
    return (run.report, text)
  }

  private static let inputs = [
    Laboratory.mixed, Laboratory.good, Laboratory.mixed, Laboratory.mixed,
  ]

  @Test func countsScoresAndVerdictAreThoseOfAll() throws {
    let (all, _) = try report(Self.inputs, limit: nil, tellsOfSettled: true)
    #expect(all.untold == StatusCounts())
    for limit in [0, 1, 2, nil] {
      for settled in [true, false] {
        let (some, _) = try report(Self.inputs, limit: limit, tellsOfSettled: settled)
        #expect(some.counts == all.counts)
        #expect(some.verdict == all.verdict)
        #expect(some.benchmarks.map(\.score) == all.benchmarks.map(\.score))
        #expect(
          some.benchmarks.flatMap(\.controls).map(\.status)
            == all.benchmarks.flatMap(\.controls).map(\.status))
      }
    }
  }

  @Test func whatIsToldIsTheFirstOfEachRuleAndStatus() throws {
    let (all, _) = try report(Self.inputs, limit: nil, tellsOfSettled: true)
    #expect(Set(all.findings.map(\.fingerprint)).count == all.findings.count)
    for limit in [0, 1, 2] {
      let (some, _) = try report(Self.inputs, limit: limit, tellsOfSettled: false)
      for rule in all.rules.indices {
        for status in Status.allCases {
          let wanted = all.findings.filter { $0.rule == rule && $0.status == status }
          let found = some.findings.filter { $0.rule == rule && $0.status == status }
          let isTold = status == .fail || status == .unknown
          // Each input is evaluated by itself.
          let expected =
            isTold
            ? Self.inputs.indices.flatMap { input in
              wanted.filter { $0.resource.input == input }.prefix(limit)
            } : []
          // The order of inputs, and in it that of resources.
          #expect(found.map(\.fingerprint) == expected.map(\.fingerprint))
          #expect(found.map(\.message) == expected.map(\.message))
          #expect(some.rules[rule].untold.count(of: status) == wanted.count - found.count)
        }
      }
    }
  }

  @Test func whatIsUndecidedHasALimitOfItsOwn() throws {
    let (all, _) = try report(Self.inputs, limit: nil, tellsOfSettled: false)
    func ids(_ report: Report, _ status: Status) -> [String] {
      report.findings.filter { $0.status == status }.map(\.fingerprint)
    }
    #expect(!ids(all, .fail).isEmpty && !ids(all, .unknown).isEmpty)
    let (undecided, _) = try report(
      Self.inputs, limit: 0, undecided: .some(nil), tellsOfSettled: true)
    #expect(ids(undecided, .unknown) == ids(all, .unknown))
    #expect(undecided.findings.allSatisfy { $0.status == .unknown })
    let (failing, _) = try report(Self.inputs, limit: nil, undecided: 0, tellsOfSettled: false)
    #expect(ids(failing, .fail) == ids(all, .fail))
    #expect(failing.findings.allSatisfy { $0.status == .fail })
  }

  @Test func aTextShowsTheSameWhenItIsMadeOfWhatItShows() throws {
    let bad = (0..<25).map {
      ("lab_bucket", "bad\($0)", #""name": "bad", "private": false, "owner": null"#, "")
    }
    let inputs = [Laboratory.mixed, Laboratory.plan(bad), Laboratory.mixed]
    for settled in [true, false] {
      let (_, all) = try report(inputs, limit: nil, tellsOfSettled: settled)
      let (some, shown) = try report(
        inputs, limit: CheckRequest.mostShown, undecided: .some(nil), tellsOfSettled: settled)
      #expect(all == shown)
      #expect(some.untold.fail > 0)
    }
  }

  @Test func aTextSaysHowManyItLeavesOut() throws {
    let (_, all) = try report(Self.inputs, limit: nil, tellsOfSettled: false)
    #expect(!all.contains("--findings"))
    let (_, none) = try report(Self.inputs, limit: 0, tellsOfSettled: false)
    #expect(none.contains("and 3 more; --verbose shows them"))
    #expect(none.contains("? 3 more undecided  --findings all says why"))
  }

  @Test func programsAreToldHowManyAreLeftOut() throws {
    var request = try Laboratory.request(Self.inputs)
    (request.findingLimit, request.undecidedLimit) = (0, 0)
    request.tellsOfSettled = false
    var pipeline = CheckPipeline()
    guard case .evaluated(let run) = try pipeline.run(request) else {
      Issue.record("nothing was evaluated")
      return
    }
    var text = ""
    run.render(as: .json, RenderOptions()) { text += String(decoding: $0, as: UTF8.self) }
    #expect(text.contains("\"findings_left_out\": 6") || text.contains("\"findings_left_out\":6"))
  }
}

extension StatusCounts {
  fileprivate func count(of status: Status) -> Int {
    switch status {
    case .pass: pass
    case .fail: fail
    case .unknown: unknown
    case .notApplicable: notApplicable
    }
  }
}
