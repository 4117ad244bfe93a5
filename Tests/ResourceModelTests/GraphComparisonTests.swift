import DomainValues
import ResourceModel
import SourceText
import Testing

/// What two graphs that follow each other have in common is found, whatever numbers their texts and
/// values have.
struct GraphComparisonTests {
  private let other = ResourceTypeID(index: 0)
  private let thing = ResourceTypeID(index: 1)

  /// Returns a graph of things that hold `cells`, after others that are called `before`.
  private func graph(
    _ type: ValueType, in catalogue: Catalogue, _ cells: [Cell], before: [String] = [],
    names: (Int) -> String = { "thing.\($0)" }, missing: [Cause] = []
  ) -> ResourceGraph {
    var catalogue = catalogue
    _ = catalogue.resource("test.Other", [catalogue.attribute("text", .string)])
    _ = catalogue.resource("test.Thing", [catalogue.attribute("value", type)])
    var builder = catalogue.builder()
    for text in before {
      _ = builder.insert(
        other, [Cell(.value(.string(text)))],
        provenance: Provenance(address: text, origin: nil, isNew: false))
    }
    for (index, cell) in cells.enumerated() {
      _ = builder.insert(
        thing, [cell], provenance: Provenance(address: names(index), origin: nil, isNew: false))
    }
    builder.setMissing(missing, of: thing)
    return builder.freeze()
  }

  private func isSame(_ former: ResourceGraph, _ graph: ResourceGraph) -> Bool {
    var comparison = GraphComparison(graph, with: former)
    return comparison.isSame(0, of: thing)
  }

  /// Values of one type each, all different.
  private static func values(_ catalogue: inout Catalogue) throws -> [(ValueType, [Value])] {
    let int = catalogue.type(.int)
    let string = catalogue.type(.string)
    let structure = catalogue.structure(
      "test.Part", [catalogue.attribute("a", .int), catalogue.attribute("b", .list(string))])
    func list(_ texts: String..., missing: [Cause] = []) -> Collection {
      Collection(texts.map { Cell(.value(.string($0))) }, missing: missing)
    }
    func policy(_ action: String) throws -> Value {
      .policyDocument(
        try PolicyDocument.parse(
          #"{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "\#(action)", "Resource": "*"}}"#
        ))
    }
    return [
      (.bool, [.bool(true), .bool(false)]), (.int, [.int(1), .int(-1), .int(0)]),
      (.float, [.float(0.5), .float(1)]),
      (.string, [.string(""), .string("a"), .string("\u{E9}"), .string("e\u{301}")]),
      (.arn, try ["kim", "lee"].map { .arn(try Arn.parse("arn:aws:iam::1:user/\($0)")) }),
      (
        .cidrSet,
        try ["10.0.0.0/8", "10.0.0.0/9", "::/0"].map {
          .cidrSet(try CidrSet.parse($0), missing: [])
        } + [.cidrSet(try CidrSet.parse("10.0.0.0/8"), missing: [Catalogue.cause])]
      ),
      (.version, try ["1.2", "1.3"].map { .version(try Version.parse($0)) }),
      (.policyDocument, [try policy("s3:*"), try policy("s3:Get*")]),
      (
        .list(string),
        [
          .list(list()), .list(list("a")), .list(list("a", "a")),
          .list(list("a", missing: [Catalogue.cause])),
        ]
      ),
      (.set(string), [.set(list("a")), .set(list("b"))]),
      (
        .map(key: string, value: int),
        [("k", 1), ("k", 2), ("l", 1)].map {
          .map([MapEntry(key: .string($0), value: Cell(.value(.int($1))))], missing: [])
        }
      ),
      (
        .structure(structure),
        [(1, list()), (2, list()), (1, list("a"))].map {
          .structure(structure, [Cell(.value(.int($0))), Cell(.value(.list($1)))])
        } + [.structure(structure, [Cell(.absent), Cell(.unknown(Catalogue.cause))])]
      ),
    ]
  }

  @Test func valuesAreComparedByWhatTheyAre() throws {
    var catalogue = Catalogue()
    for (type, values) in try Self.values(&catalogue) {
      let cells =
        values.map { Cell(.value($0)) } + [
          Cell(.absent), Cell(.unknown(Catalogue.cause)), Cell(.unknown(Cause(.stale, "test"))),
        ]
      let former = graph(type, in: catalogue, cells + cells)
      // Texts that come first change the numbers of all others.
      let same = graph(type, in: catalogue, cells + cells, before: ["b", "x", "a"])
      #expect(isSame(former, same), "\(type)")
      for (index, cell) in cells.enumerated() {
        for another in cells where another != cell {
          var changed = cells
          changed[index] = another
          let graph = graph(type, in: catalogue, cells + changed, before: ["b"])
          #expect(!isSame(former, graph), "\(type): \(cell) and \(another)")
        }
      }
    }
  }

  @Test func whereValuesStandIsNotLookedAt() {
    let origin = SourceRange(file: FileID(index: 1), lower: 3, upper: 9)
    let former = graph(.int, in: Catalogue(), [Cell(.value(.int(1)), origin: origin)])
    #expect(isSame(former, graph(.int, in: Catalogue(), [Cell(.value(.int(1)))])))
  }

  @Test func valuesWithoutASchemaCountAsChanged() {
    func graph(_ raw: RawValue?) -> ResourceGraph {
      var catalogue = Catalogue()
      _ = catalogue.resource("test.Other", [])
      _ = catalogue.resource("test.Thing", [catalogue.attribute("value", .json)])
      var values = RawValues()
      let reading = raw.map { Reading.value(.json(values.insert($0, origin: nil))) } ?? .absent
      var builder = GraphBuilder(schema: catalogue.schema, rawValues: values)
      _ = builder.insert(
        thing, [Cell(reading)], provenance: Provenance(address: "a", origin: nil, isNew: false))
      return builder.freeze()
    }
    #expect(!isSame(graph(.null), graph(.null)))
    #expect(isSame(graph(nil), graph(nil)))
  }

  @Test func nodesAreComparedByNumberAndName() {
    let cells = [Cell(.value(.int(1))), Cell(.value(.int(1)))]
    let former = graph(.int, in: Catalogue(), cells)
    func isSame(_ cells: [Cell], missing: [Cause] = [], _ names: (Int) -> String) -> Bool {
      let graph = graph(
        .int, in: Catalogue(), cells, before: ["thing.1", "x"], names: names, missing: missing)
      var comparison = GraphComparison(graph, with: former)
      // Another type says nothing of this one.
      let isOtherSame = comparison.isSame(nodesOf: other)
      #expect(!isOtherSame)
      return comparison.isSame(nodesOf: thing)
    }
    #expect(isSame(cells) { "thing.\($0)" })
    #expect(isSame([cells[0], Cell(.absent)]) { "thing.\($0)" })
    #expect(!isSame(cells) { "thing.\(1 - $0)" })
    #expect(!isSame(cells) { "thing.\($0 + 1)" })
    #expect(!isSame(cells + cells) { "thing.\($0)" })
    #expect(!isSame([cells[0]]) { "thing.\($0)" })
    #expect(!isSame(cells, missing: [Catalogue.cause]) { "thing.\($0)" })
  }
}
