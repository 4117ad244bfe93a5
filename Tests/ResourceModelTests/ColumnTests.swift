import DomainValues
import ResourceModel
import SourceText
import Testing

/// What goes into columns comes out of them.
struct ColumnTests {
  /// Returns the cells that a graph of one attribute holds after being given `cells`.
  private func roundTrip(_ type: ValueType, in catalogue: Catalogue, _ cells: [Cell]) -> [Cell] {
    var catalogue = catalogue
    let attribute = catalogue.attribute("value", type)
    let thing = catalogue.resource("test.Thing", [attribute])
    var builder = catalogue.builder()
    for cell in cells {
      let provenance = Provenance(address: "", origin: nil, isNew: false)
      _ = builder.insert(thing, [cell], provenance: provenance)
    }
    let graph = builder.freeze()
    return graph.rows(of: thing).map { graph.cell(0, of: $0) }
  }

  @Test func everyKindOfValueComesOutAsItWentIn() throws {
    var catalogue = Catalogue()
    let int = catalogue.type(.int)
    let string = catalogue.type(.string)
    let structure = catalogue.structure(
      "test.Rule", [catalogue.attribute("port", .int), catalogue.attribute("ports", .list(int))])
    let origin = SourceRange(file: FileID(index: 1), lower: 3, upper: 9)
    let list = Value.list(
      Collection([Cell(.value(.int(1)), origin: origin), Cell(.unknown(Catalogue.cause))]))
    let values: [(ValueType, Value)] = [
      (.bool, .bool(true)), (.bool, .bool(false)), (.int, .int(-5)), (.float, .float(1.5)),
      (.string, .string("a")), (.string, .string("")), (.string, .string("é")),
      (.duration, .duration(try PolicyDuration.parse("90d"))),
      (.timestamp, .timestamp(try Timestamp.parse("2026-01-01"))),
      (.bytes, .bytes(ByteCount(bytes: 7))), (.cidr, .cidr(try Cidr.parse("10.0.0.0/8"))),
      (.arn, .arn(try Arn.parse("arn:aws:iam::1:user/kim"))),
      (.list(int), list),
      (.set(string), .set(Collection([Cell(.value(.string("x")))], missing: [Catalogue.cause]))),
      (
        .map(key: string, value: int),
        .map([MapEntry(key: .string("k"), value: Cell(.value(.int(1))))], missing: [])
      ),
      (
        .structure(structure),
        .structure(structure, [Cell(.value(.int(22))), Cell(.value(list), origin: origin)])
      ),
      (
        .structure(structure),
        .structure(structure, [Cell(.unknown(Catalogue.cause)), Cell(.absent)])
      ),
    ]
    for (type, value) in values {
      let cells = [
        Cell(.absent), Cell(.value(value), origin: origin), Cell(.unknown(Catalogue.cause)),
        Cell(.value(value)), Cell(.absent, origin: origin), Cell(.value(value)),
      ]
      #expect(roundTrip(type, in: catalogue, cells) == cells, "\(type)")
    }
  }

  @Test func aValueOfAnotherTypeIsMalformed() {
    let cells = roundTrip(.int, in: Catalogue(), [Cell(.value(.string("1")))])
    #expect(cells.first?.reading.causes.map(\.kind) == [.malformed])
  }

  @Test func everyUnknownRowKeepsItsOwnCauses() {
    let causes = [Cause(.throttled, "a"), Cause(.stale, "b"), Cause(.throttled, "a")]
    var cells: [Cell] = []
    for cause in causes + causes { cells += [Cell(.unknown(cause)), Cell(.absent)] }
    #expect(roundTrip(.string, in: Catalogue(), cells) == cells)
  }

  @Test func whatNobodyFilledIsNotCollected() {
    var catalogue = Catalogue()
    let structure = catalogue.structure(
      "test.Part", [catalogue.attribute("a", .int), catalogue.attribute("b", .string)])
    let structureType = catalogue.type(.structure(structure))
    let attributes = [
      catalogue.attribute("plain", .int), catalogue.attribute("parts", .list(structureType)),
    ]
    let thing = catalogue.resource("test.Thing", attributes)
    var builder = catalogue.builder()
    let row = builder.node(thing, "x")
    builder.tables[thing.index].columns[1].children[0].children[0].append(integer: 4)
    builder.tables[thing.index].columns[1].children[0].endStructure()
    builder.tables[thing.index].columns[1].endRun()
    let graph = builder.freeze()
    let unread = Cell(.unknown(Cause(.notCollected)))
    #expect(graph.cell(0, of: row) == unread)
    let part = Value.structure(structure, [Cell(.value(.int(4))), unread])
    #expect(graph.cell(1, of: row) == Cell(.value(.list(Collection([Cell(.value(part))])))))
    #expect(graph.provenance(of: row).place == 0)
    #expect(graph.name(of: row) == "x")
  }

  @Test func textsAreNumberedByWhatTheySay() {
    var pool = StringPool()
    let texts = (0..<1000).map { "text number \($0)" } + ["", "é", "e\u{301}", "\u{0}", "a", "aa"]
    let signs = ["K", "\u{212A}", ";", "\u{37E}"]
    let numbers = texts.map { pool.demand($0) }
    #expect(numbers == texts.map { pool.demand($0) })
    #expect(numbers[1000] == 0)
    #expect(Set(numbers).count == texts.count)
    #expect(zip(texts, numbers).allSatisfy { pool[$1].utf8.elementsEqual($0.utf8) })
    #expect(pool.number(of: "é") == numbers[1001])
    #expect(pool.number(of: "e\u{301}") == numbers[1002])
    // Swift takes the signs of each pair for equal.
    #expect(Set(signs.map { pool.demand($0) }).count == signs.count)
    #expect(pool.number(of: "aaa") == nil)
  }

  @Test func valuesAreNumberedByWhatTheyAre() throws {
    var pools = GraphPools()
    let values: [Value] = [
      .int(7), .cidrSet(.empty, missing: []), .cidrSet(.everything, missing: []),
      .cidrSet(try CidrSet.parse("10.0.0.0/8, 192.168.0.0/16"), missing: []),
      .cidrSet(try CidrSet.parse("10.0.0.0/8"), missing: []),
      .cidrSet(try CidrSet.parse("10.0.0.0/8"), missing: [Cause(.notCollected)]),
      .cidrSet(try CidrSet.parse("::/0"), missing: []), .version(try Version.parse("1.2")),
    ]
    let numbers = values.map { pools.values.demand($0) }
    #expect(Set(numbers).count == values.count)
    #expect(numbers == values.map { pools.values.demand($0) })
    #expect(numbers == values.map { pools.values.number(of: $0) })
    #expect(zip(values, numbers).allSatisfy { pools.value($1) == $0 })
    #expect(pools.values.number(of: .int(8)) == nil)
    #expect(pools.values.number(of: .cidrSet(try CidrSet.parse("10.0.0.0/9"), missing: [])) == nil)
    // The union of blocks is one interval, however it is written.
    let joined = [UInt32(10) << 24, UInt32(10) << 24 | 0xFF_FFFF]
    #expect(pools.values.demand(addresses: joined.span) == numbers[4])
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.1.0.0/16", true), ("10.0.0.0/8", "10.0.0.0/8", true),
    ("10.0.0.0/8", "0.0.0.0/0", false), ("10.0.0.0/8, 192.168.0.0/16", "192.168.0.0/17", true),
    ("10.0.0.0/9, 10.128.0.0/9", "10.0.0.0/8", true), ("10.0.0.0/9", "10.0.0.0/8", false),
    ("10.0.0.0/8, 192.168.0.0/16", "10.0.0.0/9, 192.168.1.0/24", true),
    ("10.0.0.0/8, 192.168.0.0/16", "10.0.0.0/9, 192.0.0.0/8", false),
    ("0.0.0.0/0", "1.2.3.4/32, 255.0.0.0/8", true),
  ])
  func setsOfAddressesCoverLikeTheirIntervals(
    _ text: String, _ wanted: String, _ isCovered: Bool
  ) throws {
    var pool = ValuePool()
    let (set, other) = (try CidrSet.parse(text), try CidrSet.parse(wanted))
    #expect(set.isSuperset(of: other) == isCovered)
    let id = pool.demand(.cidrSet(set, missing: []))
    let ends = other.version4.intervals.flatMap { [$0.lowerBound, $0.upperBound] }
    #expect(pool.covers(id, ends.span) == isCovered)
    let doubtful = pool.demand(.cidrSet(set, missing: [Cause(.notCollected)]))
    #expect(pool.covers(doubtful, ends.span) == nil)
  }

  @Test func policiesAreKeptAsTexts() throws {
    let text = """
      {"Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}
      """
    var pools = GraphPools()
    let number = pools.strings.demand(text)
    #expect(pools.values.number(ofPolicyText: number) == nil)
    let id = pools.values.demand(policyText: number)
    #expect(pools.values.demand(policyText: number) == id)
    #expect(pools.values.number(ofPolicyText: number) == id)
    #expect(pools.value(id) == .policyDocument(try PolicyDocument.parse(text)))
  }

  @Test func poolsOfPartsBecomeOne() throws {
    var (whole, part) = (GraphPools(), GraphPools())
    let policy = "{\"Statement\":[]}"
    let blocks = Value.cidrSet(try CidrSet.parse("10.0.0.0/8"), missing: [])
    for text in ["a", "b", policy] { _ = whole.strings.demand(text) }
    _ = whole.values.demand(.int(1))
    _ = whole.values.demand(blocks)
    let texts = ["c", "b", policy].map { part.strings.demand($0) }
    let values = [
      part.values.demand(.int(2)), part.values.demand(blocks),
      part.values.demand(policyText: texts[2]), part.values.demand(.json(RawValueID(index: 3))),
    ]
    let causes = part.causes.demand([Cause(.notCollected)])
    let numbers = PoolNumbers(of: part, in: &whole, rawValueCount: 10)
    #expect(texts.map { whole.strings[numbers.strings[Int($0)]] } == ["c", "b", policy])
    #expect(whole.strings.count == 5)
    #expect(
      values.map { whole.value(numbers.values[Int($0)]) } == [
        .int(2), blocks, .policyDocument(PolicyDocument([])), .json(RawValueID(index: 13)),
      ])
    #expect(whole.values.count == 5)
    #expect(whole.causes[numbers.causes[Int(causes)]] == [Cause(.notCollected)])
  }
}
