import Collectors
import ResourceModel
import SourceText
import Testing

/// What happens to plans that were damaged: an inventory or an error, and never a crash.
struct BrokenPlanTests {
  /// Numbers that look random and are the same in every run (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// A plan with every part that the collector reads.
  private static let plan = PlanText(
    resources: [
      .init(
        address: "t.a", values: #"{"s":"x","l":[1,null],"b":[{"c":true}],"arn":null}"#,
        unknown: #"{"id":true,"l":[false,true],"b":[{"d":[true]}]}"#,
        sensitive: #"{"s":true,"b":[{}]}"#,
        expressions: #"""
          {"s":{"constant_value":"x"},"l":{"references":["t.b[0].id","t.b[0]","t.b"]},
          "b":[{"c":{"constant_value":true},"d":{"references":["module.m.out","module.m"]}}]}
          """#),
      .init(
        address: "t.b", values: #"{"arn":"arn:aws:x:eu-west-1:123456789012:y"}"#,
        actions: #"["no-op"]"#),
      .init(address: "data.d.c", unknown: #"{"json":true}"#, actions: #"["read"]"#),
    ],
    providers: #"""
      {"aws":{"expressions":{"region":{"references":["var.r"]},
      "assume_role":[{"role_arn":{"constant_value":"arn:aws:iam::123456789012:role/x"}}]}}}
      """#,
    more: #"""
      ,"variables":{"r":{"value":"eu-west-1"}},"prior_state":{"values":{"root_module":{"child_modules":[
      {"address":"module.m[\"k\"]","resources":[{"address":"module.m[\"k\"].data.d.e","mode":"data","type":"d",
      "name":"e","index":0,"values":{"x":1},"sensitive_values":{}}]}]}}}
      """#
  ).text

  /// Collects `bytes`, which may fail, and checks what every outcome must keep.
  private func collect(_ bytes: [UInt8]) {
    do throws(CollectError) {
      let plan = try CollectedPlan(bytes: bytes)
      for resource in plan.inventory.resources {
        #expect(plan.inventory.values[resource.attributes] == .object)
      }
    } catch {
      #expect(Int(error.range.upper) <= bytes.count)
      #expect(!error.message.isEmpty)
    }
  }

  @Test func thePlanItselfIsCollected() throws {
    let plan = try CollectedPlan(BrokenPlanTests.plan)
    #expect(plan.addresses == ["t.a", "t.b", "data.d.c", #"module.m["k"].data.d.e"#])
  }

  @Test func aPlanThatIsCutOffIsAnError() {
    let bytes = Array(BrokenPlanTests.plan.utf8)
    for end in bytes.indices {
      #expect(throws: CollectError.self) { _ = try CollectedPlan(bytes: Array(bytes[..<end])) }
    }
  }

  @Test(arguments: 0..<8)
  func changedBytesNeverCrash(_ seed: UInt64) {
    var numbers = Numbers(state: seed)
    let original = Array(BrokenPlanTests.plan.utf8)
    let alphabet = Array(#"{}[]",:.\0 1tfn-"#.utf8) + [0x80, 0xFF]
    for _ in 0..<500 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<4, using: &numbers) {
        let index = Int.random(in: bytes.indices, using: &numbers)
        bytes[index] = alphabet.randomElement(using: &numbers) ?? 0
      }
      collect(bytes)
    }
  }

  @Test(arguments: 0..<8)
  func exchangedValuesNeverCrash(_ seed: UInt64) {
    var numbers = Numbers(state: seed &+ 1000)
    let pieces = BrokenPlanTests.plan.split(separator: ":", omittingEmptySubsequences: false)
    let replacements = [
      "null", "true", "[]", "{}", "1", #""x""#, #"[{}]"#, "[null]", #"{"a":true}"#,
    ]
    for _ in 0..<500 {
      var changed = pieces.map(String.init)
      let index = Int.random(in: 1..<changed.count, using: &numbers)
      // The piece is a value, with what follows it up to the next key.
      guard let end = changed[index].firstIndex(where: { ",}]".contains($0) }) else { continue }
      changed[index] = (replacements.randomElement(using: &numbers) ?? "") + changed[index][end...]
      collect(Array(changed.joined(separator: ":").utf8))
    }
  }
}
