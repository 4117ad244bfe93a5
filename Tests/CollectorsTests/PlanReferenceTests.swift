import Collectors
import ResourceModel
import Testing

/// What values refer to.
struct PlanReferenceTests {
  /// Returns the JSON of a resource in `planned_values`, whose `x` is a list, of which it is not told
  /// what gave it.
  private func planned(_ address: String, index: String? = nil) -> String {
    let block = index.map { _ in address.prefix { $0 != "[" } } ?? address[...]
    let parts = block.split(separator: ".").suffix(2)
    let key = index.map { #","index":\#($0)"# } ?? ""
    return
      #"{"address":\#(quoted(address)),"mode":"managed","type":"\#(parts.first ?? "")","name":"\#(parts.last ?? "")"\#(key),"values":{"x":["v"]}}"#
  }

  /// Returns `text` as a JSON string.
  private func quoted(_ text: String) -> String {
    #"""# + text.replacing(#"\"#, with: #"\\"#).replacing(#"""#, with: #"\""#) + #"""#
  }

  /// Returns the JSON of a block in the configuration whose `x` has `references`.
  private func block(_ address: String, _ references: [String], forEach: [String]? = nil) -> String
  {
    let parts = address.split(separator: ".")
    let list = forEach.map { #","for_each_expression":\#(expression($0))"# } ?? ""
    return
      #"{"address":"\#(address)","mode":"managed","type":"\#(parts[0])","name":"\#(parts[1])","expressions":{"x":\#(expression(references))}\#(list)}"#
  }

  /// Returns the JSON of an expression with `references`.
  private func expression(_ references: [String]) -> String {
    #"{"references":[\#(references.map(quoted).joined(separator: ","))]}"#
  }

  /// Returns the plan with the root modules `planned` and `configuration`.
  private func plan(_ planned: String, _ configuration: String) throws -> CollectedPlan {
    try CollectedPlan(
      #"{"format_version":"1.2","planned_values":{"root_module":{\#(planned)}},"configuration":{"root_module":{\#(configuration)}}}"#
    )
  }

  /// Returns the plan of `resources` in the root module.
  private func plan(_ resources: [String], _ blocks: [String]) throws -> CollectedPlan {
    try plan(
      #""resources":[\#(resources.joined(separator: ","))]"#,
      #""resources":[\#(blocks.joined(separator: ","))]"#)
  }

  @Test func aReferenceLeadsToItsResource() throws {
    let plan = try plan(
      [planned("t.a"), planned("t.b")],
      [block("t.a", ["t.b.arn", "t.b"]), block("t.b", [])])
    #expect(plan.references("t.a", "x") == ["t.b arn"])
    #expect(plan.references("t.b", "x") == [])
  }

  @Test func theParentsOfAReferenceAreNotReferences() throws {
    let plan = try plan(
      [planned("t.a"), planned("t.b[0]", index: "0"), planned("t.b[1]", index: "1")],
      [
        block("t.a", ["t.b[0].id", "t.b[0]", "t.b", "t.b", "local.z", "each.key"]),
        block("t.b", []),
      ])
    #expect(plan.references("t.a", "x") == ["t.b[0] id", "t.b[0]", "t.b[1]", "(local.z)"])
  }

  @Test func aResourceThatTheInputLacksIsNamed() throws {
    let plan = try plan([planned("t.a")], [block("t.a", ["t.gone[0].id", "t.gone[0]", "t.gone"])])
    #expect(plan.references("t.a", "x") == ["(t.gone[0].id)"])
  }

  @Test func allInstancesAreCandidatesWithoutAKey() throws {
    let plan = try plan(
      [planned("t.a"), planned("t.b[0]", index: "0"), planned("t.b[1]", index: "1")],
      [block("t.a", ["t.b"]), block("t.b", [])])
    #expect(plan.references("t.a", "x") == ["t.b[0]", "t.b[1]"])
  }

  @Test func instancesArePairedByCount() throws {
    let plan = try plan(
      [
        planned("t.a[0]", index: "0"), planned("t.a[2]", index: "2"),
        planned("t.b[0]", index: "0"), planned("t.b[1]", index: "1"),
      ],
      [block("t.a", ["t.b", "count.index"]), block("t.b", [])])
    #expect(plan.references("t.a[0]", "x") == ["t.b[0]"])
    #expect(plan.references("t.a[2]", "x") == ["t.b[0]", "t.b[1]"])
  }

  @Test func instancesArePairedByKey() throws {
    let instances = ["a", "b"].flatMap { key in
      ["a", "b", "c"].map { planned(#"t.\#($0)["\#(key)"]"#, index: #""\#(key)""#) }
    }
    let plan = try plan(
      instances,
      [
        block("t.a", ["t.b", "each.key"]), block("t.b", []),
        block("t.c", ["each.value.id", "each.value"], forEach: ["t.b"]),
      ])
    #expect(plan.references(#"t.a["b"]"#, "x") == [#"t.b["b"]"#])
    #expect(plan.references(#"t.c["a"]"#, "x") == [#"t.b["a"] id"#])
  }

  @Test func oneOfManyInstancesIsFoundByItsKey() throws {
    let instances = (0..<40).map { planned("t.b[\($0)]", index: "\($0)") }
    let plan = try plan(
      [planned("t.a"), planned("t.c")] + instances,
      [block("t.a", ["t.b[37].id"]), block("t.c", ["t.b[40].id"]), block("t.b", [])])
    #expect(plan.references("t.a", "x") == ["t.b[37] id"])
    #expect(plan.references("t.c", "x") == ["(t.b[40].id)"])
  }

  @Test func inputsAndOutputsOfModulesAreFollowed() throws {
    let inner = #"{"address":"module.m","resources":[\#(planned("module.m.t.c"))]}"#
    let module =
      #"{"resources":[\#(block("t.c", ["var.key"]))],"outputs":{"out":{"expression":\#(expression(["t.c.arn", "t.c"]))},"all":{"expression":\#(expression(["t.c"]))}},"variables":{"key":{}}}"#
    let call =
      #"{"source":"./m","expressions":{"key":\#(expression(["t.a.id", "t.a"]))},"module":\#(module)}"#
    let plan = try plan(
      #""resources":[\#(planned("t.a")),\#(planned("t.b")),\#(planned("t.d"))],"child_modules":[\#(inner)]"#,
      #""resources":[\#(block("t.a", [])),\#(block("t.b", ["module.m.out", "module.m"])),\#(block("t.d", ["module.m.all.id", "module.m"]))],"module_calls":{"m":\#(call)}"#
    )
    #expect(plan.references("module.m.t.c", "x") == ["t.a id"])
    #expect(plan.references("t.b", "x") == ["module.m.t.c arn"])
    #expect(plan.references("t.d", "x") == ["module.m.t.c id"])
  }

  @Test func moduleInstancesAreToldApart() throws {
    let inner = ["a", "b"].map { key in
      #"{"address":\#(quoted(#"module.m["\#(key)"]"#)),"resources":[\#(planned(#"module.m["\#(key)"].t.c"#)),\#(planned(#"module.m["\#(key)"].t.d"#))]}"#
    }
    let module =
      #"{"resources":[\#(block("t.c", ["t.d.id", "t.d"])),\#(block("t.d", ["var.key"]))],"outputs":{"out":{"expression":\#(expression(["t.c"]))}}}"#
    let call =
      #"{"for_each_expression":\#(expression(["t.z"])),"expressions":{"key":\#(expression(["each.value.id", "each.value"]))},"module":\#(module)}"#
    let zs = ["a", "b"].map { planned(#"t.z["\#($0)"]"#, index: #""\#($0)""#) }
    let plan = try plan(
      #""resources":[\#(planned("t.e")),\#(planned("t.f")),\#(zs.joined(separator: ","))],"child_modules":[\#(inner.joined(separator: ","))]"#,
      #""resources":[\#(block("t.e", [#"module.m["b"].out"#, #"module.m["b"]"#])),\#(block("t.f", ["module.m"])),\#(block("t.z", []))],"module_calls":{"m":\#(call)}"#
    )
    #expect(plan.references(#"module.m["a"].t.c"#, "x") == [#"module.m["a"].t.d id"#])
    #expect(plan.references(#"module.m["b"].t.d"#, "x") == [#"t.z["b"] id"#])
    #expect(plan.references("t.e", "x") == [#"module.m["b"].t.c"#])
    #expect(
      plan.references("t.f", "x") == [#"module.m["a"].t.c"#, #"module.m["b"].t.c"#])
  }

  @Test func aModuleWithSeveralOutputsIsNotGuessedAt() throws {
    let inner =
      #"{"address":"module.m","resources":[\#(planned("module.m.t.c")),\#(planned("module.m.t.d"))]}"#
    for second in ["t.d.id", "local.x"] {
      let module =
        #"{"resources":[\#(block("t.c", [])),\#(block("t.d", []))],"outputs":{"c":{"expression":\#(expression(["t.c.id", "t.c"]))},"d":{"expression":\#(expression([second]))}}}"#
      let plan = try plan(
        #""resources":[\#(planned("t.a"))],"child_modules":[\#(inner)]"#,
        #""resources":[\#(block("t.a", ["module.m", "count.index"]))],"module_calls":{"m":{"module":\#(module)}}"#
      )
      #expect(plan.references("t.a", "x") == ["(module.m)"])
    }
  }

  @Test(.timeLimit(.minutes(15))) func manyInstancesMayReferToManyOthers() throws {
    let count = 20_000
    let plan = try plan(
      (0..<count).map { planned("t.a[\($0)]", index: String($0)) }, [block("t.a", ["t.a"])])
    #expect(plan.references("t.a[7]", "x").count == count)
  }

  @Test func inputsOfTheRootModuleAreGiven() throws {
    let plan = try plan([planned("t.a")], [block("t.a", ["var.k"])])
    #expect(plan.references("t.a", "x") == ["given (var.k)"])
  }

  @Test func whatDataSourcesSayIsGivenOnceTheyAreRead() throws {
    let resources = [block("t.a", ["data.t.known.id", "data.t.later.id"])]
    let data = ["known", "later"].map { name in
      #"{"address":"data.t.\#(name)","mode":"data","type":"t","name":"\#(name)"}"#
    }
    let read =
      #"{"address":"data.t.later","mode":"data","type":"t","name":"later","change":{"actions":["read"]}}"#
    let known =
      #"{"address":"data.t.known","mode":"data","type":"t","name":"known","values":{}}"#
    let blocks = (resources + data).joined(separator: ",")
    let plan = try CollectedPlan(
      #"{"format_version":"1.2","complete":false,"planned_values":{"root_module":{"resources":[\#(planned("t.a"))]}},"resource_changes":[\#(read)],"prior_state":{"values":{"root_module":{"resources":[\#(known)]}}},"configuration":{"root_module":{"resources":[\#(blocks)]}}}"#
    )
    #expect(plan.references("t.a", "x") == ["given data.t.known id", "data.t.later id"])
  }

  @Test func cyclesEnd() throws {
    let module =
      #"{"outputs":{"out":{"expression":\#(expression(["var.v", "var.w"]))}}}"#
    let call =
      #"{"expressions":{"v":\#(expression(["module.m.out"])),"w":\#(expression(["module.m.out", "t.a"]))},"module":\#(module)}"#
    let plan = try plan(
      #""resources":[\#(planned("t.a"))]"#,
      #""resources":[\#(block("t.a", ["module.m.out"]))],"module_calls":{"m":\#(call)}"#)
    #expect(plan.references("t.a", "x") == ["t.a"])
  }

  @Test func forEachMayNotLeadToItself() throws {
    let plan = try plan(
      [planned(#"t.a["k"]"#, index: #""k""#)],
      [block("t.a", ["each.value"], forEach: ["each.value", "t.a"])])
    #expect(plan.references(#"t.a["k"]"#, "x") == ["(each.value)", #"t.a["k"]"#])
  }

  @Test func nestedBlocksHaveReferencesOfTheirOwn() throws {
    let plan = try CollectedPlan(
      PlanText(resources: [
        .init(
          address: "t.a", values: #"{"r":[{"s":[{}]}],"single":{"y":"1"},"whole":[{}]}"#,
          unknown: #"{"r":[{"s":[{"k":true}]}],"whole":[{"k":true}]}"#,
          expressions: #"""
            {"r":[{"s":[{"k":{"references":["t.b.arn","t.b"]}}]}],
            "single":{"y":{"references":["t.b.id","t.b"]}},"whole":{"references":["t.b.ip","t.b"]}}
            """#),
        .init(address: "t.b", values: #"{"id":"1"}"#),
      ]).text)
    #expect(plan.references("t.a", "r", 0, "s", 0, "k") == ["t.b arn"])
    #expect(plan.references("t.a", "single", "y") == ["t.b id"])
    #expect(plan.references("t.a", "whole") == ["t.b ip"])
    #expect(plan.references("t.a", "whole", 0, "k") == ["t.b ip"])
    #expect(plan.references("t.a", "r") == [])
  }

  @Test func whatIsKnownOfAnExpressionRefersToNothing() throws {
    let plan = try CollectedPlan(
      PlanText(resources: [
        .init(
          address: "t.a", values: #"{"l":["x",null]}"#, unknown: #"{"l":[false,true]}"#,
          expressions: #"{"l":{"references":["t.b.id","t.b"]}}"#),
        .init(address: "t.b"),
      ]).text)
    #expect(plan.references("t.a", "l") == ["t.b id"])
    #expect(plan.references("t.a", "l", 0) == [])
    #expect(plan.references("t.a", "l", 1) == ["t.b id"])
  }

  @Test(arguments: [
    "", ".", "..", "[", "[[", "]", "t.b[", #"t.b["#, #"t.b[""#, #"t.b["\"#, "module", "module.",
    "module.m", "module.m.", "var", "var.", "each", "each.value", "data", "data.", "data.t", "é.ü",
    "t.b[*].id", "t.b[count.index]", "module.m[0][0].x", "a.b.c.d[0][\"x\"].e",
  ])
  func anyReferenceIsRead(_ text: String) throws {
    let plan = try plan([planned("t.a")], [block("t.a", [text])])
    #expect(plan.references("t.a", "x").count <= 1)
  }
}
