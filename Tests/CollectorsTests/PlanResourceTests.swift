import Collectors
import ResourceModel
import Testing

/// Which resources a plan shows.
struct PlanResourceTests {
  /// Returns the plan in which `t.a` has `actions`.
  private func plan(actions: String) throws -> CollectedPlan {
    try CollectedPlan(PlanText(resources: [.init(address: "t.a", actions: actions)]).text)
  }

  @Test(arguments: [
    (#"["create"]"#, true), (#"["delete","create"]"#, true), (#"["create","delete"]"#, true),
    (#"["no-op"]"#, false), (#"["update"]"#, false),
  ])
  func whatIsCreatedIsNew(_ actions: String, _ isNew: Bool) throws {
    #expect(try plan(actions: actions).resource("t.a")?.isNew == isNew)
  }

  @Test func whatIsDeletedIsNotThere() throws {
    let plan = try plan(actions: #"["delete"]"#)
    #expect(plan.addresses == [])
  }

  @Test func whatIsForgottenIsNotThere() throws {
    let text = PlanText(resources: [.init(address: "t.a", actions: #"["forget"]"#)]).text
    #expect(try CollectedPlan(text).addresses == [])
  }

  @Test func unknownActionsAreAnError() throws {
    #expect(throws: CollectError.self) { _ = try plan(actions: #"["explode"]"#) }
    #expect(throws: CollectError.self) { _ = try plan(actions: "[]") }
    #expect(throws: CollectError.self) { _ = try plan(actions: #""create""#) }
    #expect(throws: CollectError.self) { _ = try plan(actions: #"{"create":1}"#) }
    #expect(throws: CollectError.self) { _ = try plan(actions: #"["delete",5,"create"]"#) }
  }

  @Test(arguments: [
    #","errored":"true""#, #","errored":1"#, #","complete":"false""#, #","complete":{}"#,
  ])
  func whetherAPlanIsWholeIsABoolean(_ member: String) {
    #expect(throws: CollectError.self) { _ = try CollectedPlan(PlanText(more: member).text) }
  }

  @Test(arguments: ["create", "no-op", "update"])
  func whatAChangeLeavesIsPlanned(_ action: String) throws {
    let change =
      #"{"address":"t.a","mode":"managed","type":"t","name":"a","change":{"actions":["\#(action)"]}}"#
    let start = #"{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":["#
    #expect(throws: CollectError.self) { _ = try CollectedPlan(start + change + "]}") }
    // What a plan that lacks some changes shows of others may be less.
    let partial = try CollectedPlan(start + change + #"],"complete":false}"#)
    #expect(partial.addresses == [])
  }

  @Test func nothingIsNewInAPlanThatLacksChanges() throws {
    for member in [#","errored":true"#, #","complete":false"#] {
      let text = PlanText(resources: [.init(address: "t.a")], more: member).text
      let plan = try CollectedPlan(text)
      #expect(plan.resource("t.a")?.isNew == false)
      #expect(plan.inventory.notes.count == 1)
      #expect(plan.inventory.missing.contains { $0.kind == .truncated })
    }
  }

  @Test func aPlanThatMarksNoSecretsHasANote() throws {
    let text = PlanText(resources: [.init(address: "t.a")]).text
      .replacing(#","after_sensitive":{}"#, with: "")
    #expect(try CollectedPlan(text).inventory.notes.count == 1)
  }

  @Test func aPlanNeverShowsEverything() throws {
    let inventory = try CollectedPlan(PlanText().text).inventory
    #expect(inventory.source == "terraform")
    #expect(inventory.resources.isEmpty)
    #expect(inventory.missing.map(\.kind) == [.notCollected])
    #expect(inventory.notes == [])
  }

  @Test func dataSourcesHaveATypeOfTheirOwn() throws {
    let plan = try CollectedPlan(
      PlanText(resources: [
        .init(address: "bucket.x"), .init(address: "data.bucket.x", actions: #"["read"]"#),
      ]).text)
    #expect(plan.inventory.resources.map(\.type) == ["bucket", "data.bucket"])
    #expect(plan.inventory.resources.map(\.isNew) == [true, false])
  }

  @Test func dataSourcesThatWereReadAreInThePriorState() throws {
    let prior = #"""
      ,"prior_state":{"values":{"root_module":{"resources":[
      {"address":"data.doc.x","mode":"data","type":"doc","name":"x","values":{"json":"{}","p":"hunter2"},
      "sensitive_values":{"p":true}},
      {"address":"t.old","mode":"managed","type":"t","name":"old","values":{}}],
      "child_modules":[{"address":"module.m","resources":[
      {"address":"module.m.data.doc.y","mode":"data","type":"doc","name":"y","values":{}}]}]}}}
      """#
    let plan = try CollectedPlan(PlanText(more: prior).text)
    #expect(plan.addresses == ["data.doc.x", "module.m.data.doc.y"])
    #expect(plan.value("data.doc.x", "json") == .string("{}"))
    #expect(plan.unknown("data.doc.x", "p")?.kind == .redacted)
  }

  @Test func aDataSourceReadDuringApplyMayStandInTheChangesOnly() throws {
    let text = #"""
      {"format_version":"1.1","planned_values":{"root_module":{}},"configuration":{},
      "resource_changes":[{"address":"module.m.data.doc.x","module_address":"module.m","mode":"data",
      "type":"doc","name":"x","change":{"actions":["read"],"after":{"a":[1,null]},
      "after_unknown":{"json":true,"a":[false,true]}}}]}
      """#
    let plan = try CollectedPlan(text)
    #expect(plan.addresses == ["module.m.data.doc.x"])
    #expect(plan.value("module.m.data.doc.x", "a", 0) == .number("1"))
    #expect(plan.unknown("module.m.data.doc.x", "a", 1)?.kind == .knownAfterApply)
    #expect(plan.unknown("module.m.data.doc.x", "json")?.kind == .knownAfterApply)
  }

  @Test func deposedObjectsAreNotResources() throws {
    let deposed = #"""
      {"address":"t.a","deposed":"ab12","mode":"managed","type":"t","name":"a",
      "change":{"actions":["delete"],"after_unknown":{}}}
      """#
    let text = PlanText(resources: [.init(address: "t.a", actions: #"["no-op"]"#)]).text
      .replacing(#""resource_changes":["#, with: #""resource_changes":["# + deposed + ",")
    let plan = try CollectedPlan(text)
    #expect(plan.addresses == ["t.a"])
    #expect(plan.resource("t.a")?.isNew == false)
  }

  @Test func anAddressIsComposedWhenItIsLeftOut() throws {
    let text = #"""
      {"format_version":"0.1","configuration":{},"planned_values":{"root_module":{"child_modules":[
      {"address":"module.m","resources":[
      {"mode":"managed","type":"t","name":"a","index":0,"values":{}},
      {"mode":"managed","type":"t","name":"b","index":"k","values":{}},
      {"mode":"data","type":"t","name":"c","values":{}}]}]}}}
      """#
    #expect(
      try CollectedPlan(text).addresses
        == ["module.m.t.a[0]", #"module.m.t.b["k"]"#, "module.m.data.t.c"])
  }

  @Test func aResourceWithoutAChangeIsAnErrorWhenOthersHaveOne() throws {
    let text = PlanText(resources: [.init(address: "t.a"), .init(address: "t.b")]).text
    let broken = text.replacing(
      #""resource_changes":[{"address":"t.a""#, with: #""resource_changes":[{"address":"t.c""#)
    #expect {
      _ = try CollectedPlan(broken)
    } throws: { error in
      if case .wrongShape("t.a", _, _)? = error as? CollectError { true } else { false }
    }
  }

  @Test(arguments: [
    (#""mode":"managed""#, #""mode":"other""#), (#""mode":"managed","#, ""),
    (#""type":"t""#, #""type":7"#), (#""name":"a""#, #""name":[]"#),
    (#""values":{}"#, #""values":[]"#),
    (#""root_module":{"resources":["#, #""root_module":{"resources":[4,"#),
    (#""root_module":{"resources""#, #""root_module":{"child_modules":{},"resources""#),
    (#""root_module":{"resources""#, #""root_module":{"child_modules":[{}],"resources""#),
    (#""change":{"#, #""change":[],"x":{"#), (#""expressions":{}"#, #""expressions":[]"#),
    (#""provider_config":{}"#, #""provider_config":[]"#),
    (#""name":"a""#, #""name":"a","index":{}"#),
  ])
  func aBrokenShapeIsAnError(_ good: String, _ bad: String) throws {
    let text = PlanText(resources: [.init(address: "t.a")]).text
    #expect(text.contains(good))
    #expect {
      _ = try CollectedPlan(text.replacing(good, with: bad))
    } throws: { error in
      if case .wrongShape? = error as? CollectError { true } else { false }
    }
  }

  @Test func changesMayStandInAnyOrder() throws {
    let names = ["c", "a", "d", "b"]
    let planned = names.map {
      #"{"address":"t.\#($0)","mode":"managed","type":"t","name":"\#($0)","values":{}}"#
    }
    let changes = ["a", "d", "gone", "b", "c"].map { name in
      let action = name == "gone" ? "delete" : name == "b" ? "no-op" : "create"
      return
        #"{"address":"t.\#(name)","change":{"after_unknown":{"x":\#(name == "d")},"actions":["\#(action)"]}}"#
    }
    let plan = try CollectedPlan(
      #"{"format_version":"1.2","planned_values":{"root_module":{"resources":[\#(planned.joined(separator: ","))]}},"resource_changes":[\#(changes.joined(separator: ","))]}"#
    )
    #expect(plan.addresses == names.map { "t." + $0 })
    #expect(plan.inventory.resources.map(\.isNew) == [true, true, true, false])
    #expect(names.map { plan.value("t." + $0, "x") != nil } == [false, false, true, false])
  }

  @Test func anAddressIsGivenOnce() throws {
    let text = PlanText(resources: [.init(address: "t.a"), .init(address: "t.a")]).text
    #expect(throws: CollectError.self) { _ = try CollectedPlan(text) }
  }
}
