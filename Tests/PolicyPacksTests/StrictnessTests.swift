import PolicyIR
import PolicyPacks
import Testing

/// Whether another value of a parameter demands more or less, as the rule says.
@Suite struct StrictnessTests {
  private func strictness(_ rule: String, _ value: String) throws -> Strictness? {
    var packs = PackOf()
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1", rules: "[tried]")])])
    files["schema.cispol"] = """
      resource lab.Thing {
        id: String key
        age: Int
        tags: Set<String>
        ports: PortSet
        networks: CidrSet
        is_new: Bool
        size: Int?
      }
      fn young(thing: lab.Thing, most: Int) -> Bool = thing.age <= most
      fn odd(thing: lab.Thing, number: Int) -> Bool = thing.age == number
      """
    files["rules/all.cispol"] =
      "rule things_exist { for t in lab.Thing require t.age >= 0 }\n\(rule)"
    let entry = "parameters: [{rule: tried, with: {p: '\(value)'}, reason: x}]"
    let loaded = packs.selector(files, configuration: entry)
    let selector = try #require(loaded)
    #expect(packs.ids == [])
    let selection = try selector.select([], profile: .everything)
    return selection.applications.first?.overrides.first?.strictness
  }

  private static let int = "rule tried(p: Int = 10) { for t in lab.Thing"

  @Test(arguments: [
    ("\(int) require t.age <= p }", "20", Strictness.looser),
    ("\(int) require t.age <= p }", "5", .stricter),
    ("\(int) require t.age <= p }", "10", .same),
    ("\(int) require t.age >= p }", "20", .stricter),
    ("\(int) require p < t.age }", "20", .stricter),
    ("\(int) require not (t.age > p) }", "20", .looser),
    ("\(int) require t.age <= p and t.age >= 0 }", "20", .looser),
    ("\(int) require t.is_new or t.age <= p }", "20", .looser),
    ("\(int) require t.is_new implies t.age <= p }", "20", .looser),
    ("\(int) require t.age + p <= 100 }", "20", .stricter),
    ("\(int) require t.age - p <= 100 }", "20", .looser),
    ("\(int) let limit = p + 1 require t.age <= limit }", "20", .looser),
    ("\(int) require t.young(p) }", "20", .looser),
    ("\(int) require (t.size ?? p) <= 5 }", "20", .stricter),
    ("\(int) require (if t.is_new then t.age <= p else t.age <= 1) }", "20", .looser),
    // What is not about a resource cannot fail it.
    ("\(int) where t.age > p require t.is_new }", "20", .looser),
    ("\(int) where t.age > p require t.is_new }", "5", .stricter),
    // Both ways at once, or no way at all.
    ("\(int) require t.age <= p and t.age >= p }", "20", .unclear),
    ("\(int) where t.age > p require t.age <= p }", "20", .looser),
    ("\(int) where t.age <= p require t.age <= p }", "20", .unclear),
    ("\(int) require t.age == p }", "20", .unclear),
    ("\(int) require t.age % p == 0 }", "20", .unclear),
    ("\(int) require t.odd(p) }", "20", .unclear),
    ("\(int) require t.is_new }", "20", .same),
  ])
  func numbersHaveTheDirectionOfTheirComparison(
    _ rule: String, _ value: String, _ expected: Strictness
  ) throws {
    #expect(try strictness(rule, value) == expected)
  }

  private static let set = #"rule tried(p: Set<String> = {"a", "b"}) { for t in lab.Thing"#

  @Test(arguments: [
    ("\(set) require all x in t.tags: x in p }", #"{"a", "b", "c"}"#, Strictness.looser),
    ("\(set) require all x in t.tags: x in p }", #"{"a"}"#, .stricter),
    ("\(set) require all x in t.tags: x in p }", #"{"a", "c"}"#, .unclear),
    ("\(set) require all x in p: x in t.tags }", #"{"a", "b", "c"}"#, .stricter),
    ("\(set) require none x in p: x in t.tags }", #"{"a"}"#, .looser),
    ("\(set) require any x in p: x in t.tags }", #"{"a", "b", "c"}"#, .looser),
    ("\(set) require p covers t.tags }", #"{"a", "b", "c"}"#, .looser),
    ("\(set) require t.tags covers p }", #"{"a", "b", "c"}"#, .stricter),
    ("\(set) require t.tags meets p }", #"{"a", "b", "c"}"#, .looser),
    ("\(set) require (t.tags & p) is empty }", #"{"a", "b", "c"}"#, .stricter),
    ("\(set) require (t.tags - p) is empty }", #"{"a", "b", "c"}"#, .looser),
    ("\(set) require { for x in p where x in t.tags: x } is empty }", #"{"a"}"#, .looser),
    ("\(set) require p.count <= 2 or t.is_new }", #"{"a"}"#, .looser),
    (
      #"rule tried(p: PortSet = {22, 80..90}) { for t in lab.Thing require p covers t.ports }"#,
      "{22, 80..85}", .stricter
    ),
    (
      #"rule tried(p: CidrSet = "10.0.0.0/9") { for t in lab.Thing require p covers t.networks }"#,
      #""10.0.0.0/8""#, .looser
    ),
    (
      "rule tried(p: Bool = false) { for t in lab.Thing require p or t.is_new }", "true", .looser
    ),
    (
      #"rule tried(p: String = "a") { for t in lab.Thing require t.id != p }"#, #""b""#, .unclear
    ),
  ])
  func collectionsHaveTheDirectionOfTheirUse(
    _ rule: String, _ value: String, _ expected: Strictness
  ) throws {
    #expect(try strictness(rule, value) == expected)
  }
}
