import Diagnostics
import DomainValues
import GraphIngest
import ResourceModel
import SourceText
import Testing

/// What is in a graph beside values, and what is not a graph.
@Suite struct GraphShapeTests {
  @Test func edgesLeadWhereTheirKeysAreUnique() throws {
    let graph = try GraphSketch(
      """
      {"cispol_graph":1,"complete":["t.Person"]}
      {"type":"t.Person","account":"1","attributes":{"name":"kim","friend":"lee","friends":["lee","max"]}}
      {"type":"t.Person","account":"1","attributes":{"name":"lee","friend":null,"friends":[]}}
      {"type":"t.Person","account":"2","attributes":{"name":"lee","friend":"kim","friends":[]}}
      {"type":"t.Person","account":"1","attributes":{"name":"max","friend":"eve","friends":[]}}
      {"type":"t.Person","account":"1","attributes":{"name":"max","arn":"arn:aws:iam::1:user/max","friends":[]}}
      """)
    let person = try GraphSketch.type("t.Person")
    func row(_ index: Int) -> Reading { .value(.resource(RowID(type: person, index: index))) }
    #expect(try graph.reading("friend", "t.Person") == row(1))
    #expect(try graph.reading("friend", "t.Person", row: 1) == .absent)
    // The key is unique in its account only.
    #expect(
      try graph.causes("friend", "t.Person", row: 2)
        == ["refers to something that is not in the input: kim"])
    #expect(
      try graph.reading("friend", "t.Person", row: 3).causes.map(\.kind) == [.unresolvedReference])
    #expect(try graph.causes("friend", "t.Person", row: 4) == ["not collected"])
    guard case .value(.list(let friends)) = try graph.reading("friends", "t.Person"),
      case .value(.list(let admirers)) = try graph.reading("admirers", "t.Person", row: 1)
    else {
      Issue.record("\(graph.description())")
      return
    }
    #expect(friends.elements[0].reading == row(1))
    // Two are called so: which one is meant is not known.
    #expect(friends.elements[1].reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(admirers.elements.map(\.reading) == [row(0)])
    #expect(Set(admirers.missing.map(\.kind)) == [.unresolvedReference, .notCollected])
  }

  @Test func anEdgeThatMustBeSetAndIsNotMayLeadToAny() throws {
    let graph = try GraphSketch(
      """
      {"cispol_graph":1,"complete":["t.Person","t.Pass","t.Tag"]}
      {"type":"t.Person","account":"1","attributes":{"name":"kim"}}
      {"type":"t.Pass","account":"1","attributes":{"holder":null,"guests":["kim"]}}
      {"type":"t.Tag","account":"1","attributes":{"wearers":["kim",null]}}
      """)
    for (attribute, count) in [("passes", 0), ("visits", 1), ("tags", 1)] {
      guard case .value(.list(let list)) = try graph.reading(attribute, "t.Person") else {
        Issue.record("\(graph.description())")
        continue
      }
      #expect(list.elements.count == count)
      #expect(list.missing.map(\.kind) == (attribute == "visits" ? [] : [.malformed]))
    }
  }

  @Test func accountsAndRegionsAreThereBecauseSomethingIsInThem() throws {
    let graph = try GraphSketch(
      """
      {"cispol_graph":1,"complete":["t.Account"]}
      {"type":"t.Thing","account":"1","region":"r","attributes":{}}
      {"type":"t.Account","account":"1","attributes":{"alias":"main","limit":5}}
      {"type":"t.Thing","account":"2","region":"r","attributes":{}}
      {"type":"t.Region","account":"2","region":"s","attributes":{"is_on":false}}
      {"type":"t.Thing","account":null,"region":{"$unknown":"redacted"},"attributes":{}}
      {"type":"t.Thing","attributes":{}}
      """)
    let account = try GraphSketch.type("t.Account")
    let region = try GraphSketch.type("t.Region")
    func row(_ type: ResourceTypeID, _ index: Int) -> Reading {
      .value(.resource(RowID(type: type, index: index)))
    }
    #expect(graph.input.graph.count(of: account) == 2 && graph.input.graph.count(of: region) == 3)
    #expect(try graph.reading("id", "t.Account") == .value(.string("1")))
    #expect(try graph.reading("alias", "t.Account") == .value(.string("main")))
    #expect(try graph.causes("limit", "t.Account", row: 1) == ["not collected"])
    #expect(try graph.reading("is_on", "t.Region", row: 2) == .value(.bool(false)))
    #expect(try graph.reading("account", "t.Region", row: 1) == row(account, 1))
    #expect(try graph.reading("account", row: 1) == row(account, 1))
    #expect(try graph.reading("region", row: 1) == row(region, 1))
    #expect(try graph.reading("account", row: 2).causes.map(\.kind) == [.malformed])
    #expect(try graph.causes("region", row: 2) == ["redacted"])
    #expect(try graph.causes("account", row: 3) == ["not collected"])
    let provenance = graph.input.graph.provenance(of: RowID(type: account, index: 0))
    #expect(provenance.address == "1" && provenance.place == Place.make(line: 3, column: 1))
  }

  @Test func whatTwoResourcesSayDifferentlyOfAnAccountIsUnknown() throws {
    let graph = try GraphSketch(
      """
      {"cispol_graph":1}
      {"type":"t.Account","account":"1","attributes":{"alias":"a","limit":5}}
      {"type":"t.Account","account":"1","attributes":{"alias":"b","limit":5}}
      """)
    #expect(try graph.reading("limit", "t.Account") == .value(.int(5)))
    #expect(try graph.reading("alias", "t.Account").causes.map(\.kind) == [.malformed])
  }

  @Test func whatIsCompleteIsSaidByTheHeader() throws {
    let graph = try GraphSketch(
      #"{"cispol_graph":1,"complete":["t.Thing"],"missing":{"t.Person":{"$unknown":"access_denied","detail":"x"}}}"#
    )
    let missing = try ["t.Thing", "t.Person", "t.Account"].map {
      graph.input.graph.missing(of: try GraphSketch.type($0)).map(\.description)
    }
    #expect(missing == [[], ["access denied: x"], ["not collected"]])
    #expect(graph.input.notes.isEmpty && graph.input.resourceCount == 0)
  }

  @Test func whatTheSchemaDoesNotHaveIsTold() throws {
    let graph = try GraphSketch(
      """
      {"cispol_graph":1,"complete":["t.Thin"]}
      {"type":"t.Thingy","account":"1","region":"r"}
      {"type":"t.Thing","account":"1","region":"r","attributes":{"txt":"a","parts":[{"nr":1},{"nr":2}]}}
      {"type":"t.Account","account":"1","attributes":{"people":[],"x":1}}
      """)
    #expect(
      graph.input.notes == [
        "`complete` names `t.Thin`, which no pack declares; did you mean `t.Thing`?",
        "no pack declares `t.Thingy`, of which there is 1; did you mean `t.Thing`?",
        "t.Part has no `nr` to be given, of which there are 2",
        "t.Account has no `people` to be given, of which there is 1",
        "t.Account has no `x` to be given, of which there is 1",
        "t.Thing has no `txt` to be given, of which there is 1",
      ])
    #expect(graph.input.resourceCount == 3)
  }

  static let wrong: [(text: String, id: DiagnosticID, line: Int, column: Int)] = [
    (#"{"cispol_graph":2}"#, .inputUnsupportedVersion, 1, 17),
    (#"{"cispol_graph":"1"}"#, .inputGraphShape, 1, 17),
    (#"{"complete":[]}"#, .inputGraphShape, 1, 1),
    (#"{"cispol_graph":1,"complete":"all"}"#, .inputGraphShape, 1, 30),
    (#"{"cispol_graph":1,"completed":[]}"#, .inputGraphShape, 1, 19),
    (#"{"cispol_graph":1,"missing":{"t.Thing":"no"}}"#, .inputGraphShape, 1, 29),
    (#"{"cispol_graph":1,"raw":1,"raw":2}"#, .inputGraphShape, 1, 27),
    (#"{"cispol_graph":1"#, .inputTruncated, 1, 18),
    (#"{"cispol_graph":1,"resources":[{"type":"t.Thing""#, .inputTruncated, 1, 49),
    ("{\"cispol_graph\":1,\"resources\":[\n{\"type\":\"t.Thing\"}\n{}]}", .inputGraphShape, 3, 1),
    ("{\"cispol_graph\":1,\"resources\":[]}\n{}", .inputGraphShape, 2, 1),
    ("{\"cispol_graph\":1,\"resources\":[\n1]}", .inputGraphShape, 2, 1),
    ("{\"cispol_graph\":1} {}", .inputGraphShape, 1, 20),
    ("{\"cispol_graph\":1}\n\n[]", .inputGraphShape, 3, 1),
    ("{\"cispol_graph\":1}\n{}", .inputGraphShape, 2, 1),
    ("{\"cispol_graph\":1}\n{\"type\":5}", .inputGraphShape, 2, 9),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\",\"attributes\":[]}", .inputGraphShape, 2, 32),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\",\"acount\":\"1\"}", .inputGraphShape, 2, 19),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\",\"account\":1}", .inputGraphShape, 2, 29),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Account\"}", .inputGraphShape, 2, 1),
    ("{\"cispol_graph\":1}\n{\"type\":\n\"t.Thing\"}", .jsonSyntax, 2, 9),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\"} {}", .inputGraphShape, 2, 20),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\"}\n{\"type\":", .jsonSyntax, 3, 9),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\",\"type\":\"a\"}", .jsonDuplicateKey, 2, 19),
    ("{\"cispol_graph\":1}\n{\"type\":\"t.Thing\",\"raw\":01}", .jsonSyntax, 2, 25),
  ]

  @Test(arguments: wrong)
  func whatIsNoGraphIsToldWithItsPlace(
    _ text: String, _ id: DiagnosticID, _ line: Int, _ column: Int
  ) throws {
    for (pieceSize, jobs) in [(1 << 16, 1), (1, 1), (5, 2)] {
      let error = #expect(throws: GraphError.self) {
        try GraphSketch(text, jobs: jobs, pieceSize: pieceSize)
      }
      let known = try #require(error)
      let sources = SourceMapOfOne(known)
      let diagnostic = known.diagnostic(in: sources.id)
      #expect(diagnostic.id == id, "\(known.message)")
      let location = sources.location(of: diagnostic.primary)
      #expect(location.line == line && location.column == column, "\(location) \(known.message)")
      #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    }
  }

  @Test func theFirstMistakeIsToldWhoeverReadsIt() throws {
    let good = String(repeating: "{\"type\":\"t.Person\",\"account\":\"1\"}\n", count: 300)
    let text = "{\"cispol_graph\":1}\n" + good + "{\"type\":1}\n" + good + "{\"type\":2}\n" + good
    for jobs in 1...3 {
      for pieceSize in [64, 1000, 1 << 20] {
        let error = #expect(throws: GraphError.self) {
          try GraphSketch(text, jobs: jobs, pieceSize: pieceSize)
        }
        #expect(error?.line == 302)
      }
    }
  }

  @Test func aTextIsAGraphByItsStart() {
    for text in ["{\"cispol_graph\"", " {\n \"cispol_graph\" : 1}"] {
      #expect(GraphReader.isGraph(Array(text.utf8)))
    }
    for text in ["", "{", "{\"cispol\"", "[\"cispol_graph\"", "{\"a\":1,\"cispol_graph\":1}", "x"] {
      #expect(!GraphReader.isGraph(Array(text.utf8)))
    }
  }

  @Test(arguments: [
    (#""old_text":"a""#, "a"), (#""text":"b","old_text":"a""#, "b"),
    (#""old_text":"a","text":"b""#, "b"), (#""older\u005ftext":"c""#, "c"),
  ])
  func anAttributeIsFoundByItsFormerNames(_ members: String, _ wanted: String) throws {
    let graph = try GraphSketch(thing: members)
    #expect(try graph.reading("text") == .value(.string(wanted)))
    #expect(graph.input.notes.isEmpty)
  }
}
