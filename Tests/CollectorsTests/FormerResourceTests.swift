import Collectors
import ResourceModel
import Testing

/// What a plan takes away or changes, as it was before.
struct FormerResourceTests {
  /// Returns the plan that does `actions` to `t.a`, which was `before`, beside what it makes.
  private func plan(_ actions: String, before: String = #"{"x":"old"}"#) throws -> CollectedPlan {
    let changed = PlanText.Resource(
      address: "t.a", values: #"{"x":"new"}"#, before: before, actions: actions)
    return try CollectedPlan(PlanText(resources: [changed, .init(address: "t.b")]).text)
  }

  @Test(arguments: [
    #"["delete"]"#, #"["update"]"#, #"["delete","create"]"#, #"["create","delete"]"#,
  ])
  func whatIsTakenAwayOrChangedIsToldAsItWas(_ actions: String) throws {
    let plan = try plan(actions)
    let former = plan.inventory.resources.filter(\.isFormer)
    #expect(former.map(\.type) == ["former.t"] && former.map(\.address) == ["t.a"])
    #expect(former.allSatisfy { !$0.isNew })
    let value = former.first.flatMap { plan.inventory.values.member("x", of: $0.attributes) }
    #expect(value.map { plan.inventory.values[$0] } == .string("old"))
  }

  @Test(arguments: [#"["no-op"]"#, #"["create"]"#, #"["forget"]"#])
  func whatStaysIsNotFormer(_ actions: String) throws {
    #expect(try plan(actions).inventory.resources.allSatisfy { !$0.isFormer })
  }

  @Test func whatWasNotThereIsNotFormer() throws {
    #expect(try plan(#"["update"]"#, before: "null").addresses == ["t.a", "t.b"])
  }

  @Test func whatIsGoneMakesNoPlaceKnown() throws {
    let gone = PlanText.Resource(
      address: "t.a", before: #"{"arn":"arn:aws:t:us-east-1:111122223333:a"}"#,
      actions: #"["delete"]"#, expressions: nil)
    let plan = try CollectedPlan(PlanText(resources: [gone, .init(address: "t.b")]).text)
    let places = plan.inventory.resources.map { [$0.site.account.key, $0.site.region.key] }
    #expect(plan.inventory.resources.count == 2 && Set(places).count == 1)
  }
}
