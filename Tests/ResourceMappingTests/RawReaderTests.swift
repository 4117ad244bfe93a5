import Diagnostics
import PolicyChecker
import PolicyIR
import PolicyParser
import ResourceMapping
import ResourceModel
import SourceText
import TestSupport
import Testing

/// Which members of raw resources mappings read.
struct RawReaderTests {
  private static let schema = """
    struct test.Part { label: String  weight: Int? }
    resource test.Thing {
      name: String key
      size: Int?
      note: String?
      owner: test.Thing?
      others: [test.Thing]
      part: test.Part?
      parts: [test.Part]
      labels: Set<String>
      anything: Json?
    }
    fn label_of(value: Json) -> String? = value.label as String
    fn passed(value: Json) -> Json = value
    fn attached(resource: Json, joined: [Json]) -> [Json] =
      if is_new(resource) then joined else shown(joined)
    fn sized(value: Json) -> Json? = value.sizes?.first
    """

  /// Returns the program of the mapping of `thing` with the lines `steps`.
  private func program(_ steps: String) throws -> Program {
    let text = RawReaderTests.schema + "\nmap terraform \"thing\" to test.Thing {\n\(steps)\n}\n"
    let file = SourceFile(name: "test.cispol", bytes: Array(text.utf8))
    let (tree, parsed) = PolicyParser.parse(file, id: FileID(index: 0))
    let (program, checked) = PolicyChecker.check([
      PackSource(name: "test", requires: [], trees: [tree])
    ])
    try #require(
      parsed.sorted.isEmpty && checked.sorted.isEmpty,
      "\((parsed.sorted + checked.sorted).map(\.message))")
    return program
  }

  /// The types of raw resources that the input has.
  private static let types = ["thing", "part", "cover", "other"]

  /// Returns what the mapping with the lines `steps` reads, by type; `*` for all members.
  private func reads(_ steps: String) throws -> [String: [String]] {
    let program = try program(steps)
    let reads = RawReader.reads(
      of: program, from: "terraform", types: RawReaderTests.types,
      for: AttributeReads(ofAllIn: program.schema))
    var result: [String: [String]] = [:]
    for type in RawReaderTests.types {
      switch reads.members(of: type) {
      case .all: result[type] = ["*"]
      case .named(let names): result[type] = names.isEmpty ? nil : names.sorted().map(\.text)
      }
    }
    return result
  }

  @Test func membersAreReadByTheirNames() throws {
    #expect(
      try reads("name = raw.id\nsize = raw.block[0].size ?? raw.length")
        == ["thing": ["block", "id", "length"]])
    #expect(try reads(#"name = raw["id"]"#) == ["thing": ["id"]])
  }

  /// What is said of a raw resource beside its members is there without them.
  @Test(arguments: [
    "name = raw_address(raw)", "name = raw_type(raw)", "where is_new(raw)\nname = \"x\"",
    "adopted raw_type(raw) == \"thing\"\nname = \"x\"", "owner = raw",
    "others = [for x in [raw as test.Thing] where x is present: x]",
    "let itself = raw\nname = raw_address(itself)",
  ])
  func aRawResourceMayBeNamedWithoutAReadOfItsMembers(_ steps: String) throws {
    #expect(try reads(steps) == [:])
  }

  @Test(arguments: [
    ("name = if computed(raw.a) then \"x\" else \"y\"", ["a"]),
    ("where configured(raw.a.b)\nname = \"x\"", ["a"]),
    ("labels = {for x in raw.a: x.b as String ?? \"x\"}", ["a"]),
    ("name = first([for x in [raw]: x.id]) ?? \"x\"", ["id"]),
    ("name = label_of(raw)", ["label"]),
    ("name = passed(raw).id", ["id"]),
    ("let itself = passed(raw)\nname = itself.id", ["id"]),
    ("size = if is_new(raw) then sized(raw) else raw.size", ["size", "sizes"]),
    ("name = (if is_new(raw) then raw else passed(raw)).id", ["id"]),
    ("name = (if raw_type(raw) == \"thing\" then raw else passed(raw)).id", ["id"]),
    ("part = raw.part", ["part"]),
    ("anything = raw.whatever", ["whatever"]),
  ])
  func whatIsUnderstoodReadsNoMore(_ steps: String, _ names: [String]) throws {
    #expect(try reads(steps) == ["thing": names])
  }

  @Test(arguments: [
    "anything = raw", "part = raw", "parts = [for x in [raw as test.Part] where x is present: x]",
    "labels = {for x in [raw]: x as String ?? \"x\"}",
    "where raw == raw.b\nname = \"x\"", "where raw in [raw.b]\nname = \"x\"",
    "where raw is empty\nname = \"x\"", "where referenced(raw) is empty\nname = \"x\"",
    "name = raw[raw.key as String ?? \"x\"]", "name = (if raw.a == 1 then raw else passed(raw)).id",
    "where distinct([raw]).count == 1\nname = \"x\"", "name = \"{raw}\"",
  ])
  func whatLooksAtAWholeRawResourceReadsAllOfIt(_ steps: String) throws {
    #expect(try reads(steps)["thing"] == ["*"])
  }

  @Test func joinsReadWhatTheyAreFoundBy() throws {
    #expect(
      try reads("join parts = \"part\", \"cover\" on thing.id\nname = raw.id")["part"] == nil)
    #expect(
      try reads(
        """
        join found = "part", "cover" on thing.id
        name = raw.id
        parts = [for p in attached(raw, found) where p.kind == "x": test.Part { label: p.label, weight: p.mass }]
        others = [for t in [for p in found: p as test.Thing] where t is present: t]
        """) == [
          "thing": ["id"], "part": ["kind", "label", "mass", "thing"],
          "cover": ["kind", "label", "mass", "thing"],
        ])
    #expect(
      try reads(
        """
        join found = "part" on thing
        name = first(found)?.title
        where any p in found: p.is_on as Bool ?? false
        """) == ["part": ["is_on", "thing", "title"]])
  }

  @Test func whatIsReferredToMayBeOfAnyType() throws {
    let reads = try reads(
      """
      name = raw.id
      labels = {for target in shown(referenced(raw.link)) where raw_type(target) == "other": target.label as String ?? "x"}
      """)
    #expect(
      reads == [
        "thing": ["id", "label", "link"], "part": ["label"], "cover": ["label"], "other": ["label"],
      ])
    #expect(try self.reads("anything = first(referenced(raw.link))")["other"] == ["*"])
  }

  @Test func whatNoRuleReadsIsNotRead() throws {
    let program = try program(
      """
      name = raw.id
      size = raw.size
      where raw.kind == "x"
      }
      rule looked_at {
        for thing in test.Thing
        require true
      """)
    let rule = program.attributeReads(of: [RuleID(index: 0)])
    let reads = RawReader.reads(of: program, from: "terraform", types: ["thing"], for: rule)
    // Of a key it has to be known how nodes are found, and of a filter whether there is one.
    #expect(reads.members(of: "thing") == .named(["id", "kind"]))
    // Unless nobody looks at the nodes.
    let nothing = program.attributeReads(of: [])
    let none = RawReader.reads(of: program, from: "terraform", types: ["thing"], for: nothing)
    #expect(none.members(of: "thing") == .named([]))
    let all = AttributeReads(ofAllIn: program.schema)
    let others = RawReader.reads(of: program, from: "elsewhere", types: ["thing"], for: all)
    #expect(others.members(of: "thing") == .named([]))
    let absent = RawReader.reads(of: program, from: "terraform", types: ["other"], for: all)
    #expect(absent.members(of: "thing") == .named([]))
  }

  /// Texts that are equivalent in Unicode are two types, as they are to mappings.
  @Test func typesAreToldApartByTheirBytes() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    var sketch = Sketch()
    let target = sketch.resource("test.Thing", [sketch.attribute("id", .string, key: .everywhere)])
    let raw = sketch.variable(0, .json)
    let id = sketch.term(.member(of: raw, name: "id"), .json)
    sketch.program.mappings.append(
      Mapping(
        source: "test", rawTypes: [decomposed], target: target, rawSlot: 0,
        steps: [.field(attribute: 0, id)], slotCount: 1, range: Sketch.nowhere))
    let reads = RawReader.reads(
      of: sketch.program, from: "test", types: [composed, decomposed],
      for: AttributeReads(ofAllIn: sketch.program.schema))
    #expect(reads.members(of: decomposed) == .named(["id"]))
    #expect(reads.members(of: composed) == .named([]))
  }

  /// What cannot be followed reads everything.
  @Test func aFunctionThatCallsItselfReadsAllMembers() throws {
    var sketch = Sketch()
    let id = sketch.attribute("id", .json)
    let target = sketch.resource("test.Thing", [id])
    let argument = sketch.variable(0, .json)
    let body = sketch.term(.call(FunctionID(index: 0), [argument]), .json)
    let function = sketch.function(parameters: 1, slotCount: 1, body)
    let call = sketch.term(.call(function, [sketch.variable(0, .json)]), .json)
    sketch.program.mappings.append(
      Mapping(
        source: "test", rawTypes: ["thing"], target: target, rawSlot: 0,
        steps: [.field(attribute: 0, call)], slotCount: 1, range: Sketch.nowhere))
    let reads = RawReader.reads(
      of: sketch.program, from: "test", types: ["thing", "other"],
      for: AttributeReads(ofAllIn: sketch.program.schema))
    #expect(reads.members(of: "thing") == .all)
    #expect(reads.members(of: "other") == .all)
  }
}
