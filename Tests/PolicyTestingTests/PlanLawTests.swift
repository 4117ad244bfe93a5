import Foundation
import PolicyIR
import TestSupport
import Testing

/// What is said of a plan without one of its values is said of it with the value.
@Suite struct PlanLawTests {
  /// The plans of the tests of the packs, and of those here.
  private static let plans =
    ShippedPacks.files(below: "policies", extension: "json")
    .filter { $0.path.contains("/fixtures/") }
    + ShippedPacks.files(below: "Tests/Fixtures/plans", extension: "json")
    .filter { $0.lastPathComponent != "errored-plan.json" }

  /// Returns what is wrong with saying `less` without a value with which `more` is said.
  private static func breach(_ less: Set<Status>?, _ more: Set<Status>?) -> String? {
    // Where nothing is said with the value, something else is judged for the resource.
    guard let more else { return nil }
    if less?.contains(.fail) == true, !more.contains(.fail) { return "fails only without" }
    guard !more.isDisjoint(with: [.fail, .pass]) else { return nil }
    guard let less else { return "is judged only with" }
    if less.contains(.unknown) { return nil }
    if more.contains(.fail) { return less.contains(.fail) ? nil : "fails only with" }
    return more.contains(.unknown) || less.contains(.pass) ? nil : "passes only with"
  }

  /// What is said of one plan, with all of its values and without some.
  private struct Trial {
    let program: Program
    let name: String
    let document: PlanDocument
    let more: [PlanJudgement.Question: Set<Status>]

    init(_ program: Program, _ plan: URL) throws {
      self.program = program
      name = plan.lastPathComponent
      document = try PlanDocument(Data(contentsOf: plan))
      more = try PlanJudgement(program, [UInt8](document.data)).statuses
    }

    /// Returns what is wrong with what is said without the value at the spot, and how much of it is
    /// undecided because of that.
    func breach(without spot: PlanDocument.Spot) throws -> (failure: String?, undecided: Int) {
      let less = try PlanJudgement(program, [UInt8](document.hiding(spot).data)).statuses
      var undecided = 0
      for question in Set(more.keys).union(less.keys) {
        if less[question]?.contains(.unknown) == true, more[question]?.contains(.unknown) != true {
          undecided += 1
        }
        if let breach = PlanLawTests.breach(less[question], more[question]) {
          let value = "\(spot.path) of \(spot.address)"
          return (
            "\(name): \(question.resource) \(breach) \(value), by \(question.rule)", undecided
          )
        }
      }
      return (nil, undecided)
    }
  }

  @Test func whatIsSaidOfAPlanWithoutAValueIsSaidOfItWithIt() throws {
    let program = try ShippedPacks().program
    var trials: [URL: Trial] = [:]
    var undecided = 0
    let failures = try KeptSeeds.failures(of: "plan-value", rounds: 20) { seed in
      var random = SeededRandom(seed: seed)
      let plan = random.pick(Self.plans)
      let trial = try trials[plan] ?? Trial(program, plan)
      trials[plan] = trial
      let spots = trial.document.spots
      if spots.isEmpty { return nil }
      let result = try trial.breach(without: random.pick(spots))
      undecided += result.undecided
      return result.failure
    }
    #expect(failures == [])
    // A law that is never put to the test would hold of anything.
    #expect(undecided > 0)
  }

  /// What belongs to something that exists is told apart by its references alone.
  @Test func whatIsSaidOfWhatExistsWithoutAReferenceIsSaidOfItWithIt() throws {
    let program = try ShippedPacks().program
    var failures: [String] = []
    var undecided = 0
    for plan in Self.plans {
      let trial = try Trial(program, plan)
      guard trial.document.showsWhatExists else { continue }
      for spot in trial.document.spots where spot.comesFromResource {
        let result = try trial.breach(without: spot)
        undecided += result.undecided
        if let failure = result.failure { failures.append(failure) }
      }
    }
    #expect(failures == [])
    #expect(undecided > 0)
  }
}
