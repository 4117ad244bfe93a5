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

  @Test(arguments: [#"["delete"]"#, #"["update"]"#, #"["delete","create"]"#])
  func whatIsTakenAwayOrChangedIsToldAsItWas(_ actions: String) throws {
    let plan = try plan(actions)
    let former = plan.inventory.resources.filter(\.isFormer)
    #expect(former.map(\.type) == ["former.t"] && former.map(\.address) == ["t.a"])
    #expect(former.allSatisfy { !$0.isNew })
    let value = former.first.flatMap { plan.inventory.values.member("x", of: $0.attributes) }
    #expect(value.map { plan.inventory.values[$0] } == .string("old"))
  }

  @Test func whatIsTakenAwayOnceAnotherIsThereHasAnAddressOfItsOwn() throws {
    let former = try plan(#"["create","delete"]"#).inventory.resources.filter(\.isFormer)
    #expect(former.map(\.type) == ["former.t"])
    #expect(former.map(\.address) == ["t.a (deposed object)"])
  }

  @Test(arguments: [#"["delete"]"#, #"["forget"]"#])
  func whatAReplacementLeftOverIsFormerOnceItIsTakenAway(_ actions: String) throws {
    let deposed = #"""
      {"address":"t.a","deposed":"ab12","mode":"managed","type":"t","name":"a",
      "change":{"actions":\#(actions),"before":{"x":"old"},"after_unknown":{}}}
      """#
    let text = PlanText(resources: [.init(address: "t.a", actions: #"["no-op"]"#)]).text
      .replacing(#""resource_changes":["#, with: #""resource_changes":["# + deposed + ",")
    let plan = try CollectedPlan(text)
    let former = actions.contains("delete") ? ["t.a (deposed object)"] : []
    #expect(plan.inventory.resources.map(\.address) == ["t.a"] + former)
    #expect(plan.inventory.resources.map(\.isFormer) == [false] + former.map { _ in true })
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

  @Test func whatIsGoneMayBeAnywhereOnceNothingIsLeftOfItsBlock() throws {
    let providers = #"""
      {"one":{"name":"aws","expressions":{"region":{"constant_value":"eu-west-1"}}},
      "aws":{"name":"aws","expressions":{"region":{"constant_value":"us-east-1"}}}}
      """#
    let changed = PlanText.Resource(
      address: "t.changed", before: #"{"x":"old"}"#, actions: #"["update"]"#)
    let gone = PlanText.Resource(
      address: "t.gone", before: #"{"x":"old"}"#, actions: #"["delete"]"#, expressions: nil)
    var text = PlanText(resources: [.init(address: "t.here"), changed, gone])
    text.providers = providers
    let plan = try CollectedPlan(
      text.text.replacing(
        #""name":"here","provider_config_key":"aws""#,
        with: #""name":"here","provider_config_key":"one""#))
    let here = try #require(plan.resource("t.here")).site
    let sees = plan.inventory.resources.filter(\.isFormer).map {
      here.isVisible(from: $0.site, within: .region)
    }
    #expect(here.region.name == "eu-west-1" && sees == [false, true])
  }

  @Test(arguments: [
    (#"{"region":"eu-west-1"}"#, [true, false]), (#"{"region":"us-east-1"}"#, [false, true]),
    (#"{"arn":"arn:aws:t:eu-west-1:111122223333:a"}"#, [nil, false]),
    (#"{"region":"eu-north-1"}"#, [false, false]), (#"{"region":""}"#, [true, true]),
  ])
  func whatIsGoneIsWhereItSaysItself(_ before: String, _ expected: [Bool?]) throws {
    let gone = PlanText.Resource(
      address: "t.gone", before: before, actions: #"["delete"]"#, expressions: nil)
    let places = ["eu-west-1", "us-east-1"].map { region in
      PlanText.Resource(address: "t.\(region)", values: #"{"region":"\#(region)"}"#)
    }
    let plan = try CollectedPlan(PlanText(resources: places + [gone]).text)
    let former = try #require(plan.resource("t.gone")).site
    let sees = plan.inventory.resources.filter { !$0.isFormer }
      .map { $0.site.isVisible(from: former, within: .region) }
    #expect(sees == expected && former.region.name == "eu-west-1")
  }
}
