import Foundation
import TestSupport
import Testing

/// A plan says the same whatever the order of its resources.
@Suite struct PlanOrderTests {
  private static let plans = ShippedPacks.files(below: "Tests/Fixtures/plans", extension: "json")
    .filter { $0.lastPathComponent != "errored-plan.json" }

  private static func shuffled(_ value: Any, _ random: inout SeededRandom) -> Any {
    if let object = value as? [String: Any] {
      var result = object
      for key in object.keys.sorted() {
        guard let inner = object[key] else { continue }
        let lists = ["resources", "resource_changes", "child_modules"]
        if lists.contains(key), let list = inner as? [Any] {
          result[key] = list.shuffled(using: &random).map { shuffled($0, &random) }
        } else if ["planned_values", "root_module", "prior_state", "values"].contains(key) {
          result[key] = shuffled(inner, &random)
        }
      }
      return result
    }
    return value
  }

  @Test func theOrderOfResourcesInAPlanDoesNotMatter() throws {
    let program = try ShippedPacks().program
    let failures = try KeptSeeds.failures(of: "plan-order", rounds: 3) { seed in
      var random = SeededRandom(seed: seed)
      let plan = random.pick(Self.plans)
      let bytes = [UInt8](try Data(contentsOf: plan))
      guard let first = try? PlanJudgement(program, bytes).statuses else { return nil }
      let mixed = Self.shuffled(try JSONSerialization.jsonObject(with: Data(bytes)), &random)
      let data = try JSONSerialization.data(withJSONObject: mixed, options: .sortedKeys)
      let second = try PlanJudgement(program, [UInt8](data)).statuses
      let different = first.filter { second[$0.key] != $0.value }.keys
        .map { "\($0.rule) \($0.resource)" }.sorted()
      return different.isEmpty && first.count == second.count
        ? nil : "\(plan.lastPathComponent): \(different)"
    }
    #expect(failures == [])
  }
}
