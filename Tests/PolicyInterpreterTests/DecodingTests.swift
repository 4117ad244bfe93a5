import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// How `Json` is read as values of types.
struct DecodingTests {
  private func decode(
    _ raw: Raw, as type: ValueType, _ prepare: (inout Sketch) -> ValueType? = { _ in nil }
  ) throws -> Reading {
    var sketch = Sketch()
    let type = prepare(&sketch) ?? type
    let id = sketch.type(type)
    let json = sketch.variable(0, .json)
    let term = sketch.term(.decode(json, as: id), type)
    var raws = RawSketch()
    let value = raws.insert(raw)
    let graph = GraphBuilder(schema: sketch.program.schema, rawValues: raws.values).freeze()
    let cell = Cell.of(.json(value))
    return try sketch.evaluation(graph).read(term, slots: [cell]).reading
  }

  @Test func scalarsAreReadStrictly() throws {
    #expect(try decode(true, as: .bool) == .value(.bool(true)))
    #expect(try decode(5, as: .int) == .value(.int(5)))
    #expect(try decode(.number("5.0"), as: .int) == .value(.int(5)))
    #expect(try decode(.number("-1.5e1"), as: .int) == .value(.int(-15)))
    #expect(try decode(.number("1e400"), as: .int).causes.map(\.kind) == [.malformed])
    #expect(try decode(.number("5.5"), as: .int).causes.map(\.kind) == [.malformed])
    // The least exponent that an `Int` holds has no opposite.
    let tiny = try decode(.number("1e-9223372036854775808"), as: .int)
    #expect(tiny.causes.map(\.kind) == [.malformed])
    #expect(try decode(.number("0e-9223372036854775808"), as: .int) == .value(.int(0)))
    #expect(try decode("5", as: .int).causes.map(\.kind) == [.malformed])
    #expect(try decode(5, as: .string).causes.map(\.kind) == [.malformed])
    #expect(try decode("true", as: .bool).causes.map(\.kind) == [.malformed])
    #expect(try decode(.number("0.5"), as: .float) == .value(.float(0.5)))
    #expect(try decode(.number("1e999"), as: .float).causes.map(\.kind) == [.malformed])
    #expect(try decode(.null, as: .int) == .absent)
    #expect(try decode(.later(), as: .int).causes.map(\.kind) == [.knownAfterApply])
  }

  @Test func domainValuesAreParsed() throws {
    #expect(try decode("90d", as: .duration) == .value(.duration(try PolicyDuration.parse("90d"))))
    #expect(
      try decode("2026-01-01T00:00:00Z", as: .timestamp)
        == .value(.timestamp(try Timestamp.parse("2026-01-01"))))
    #expect(try decode("10.0.0.0/8", as: .cidr) == .value(.cidr(try Cidr.parse("10.0.0.0/8"))))
    #expect(try decode("arn:aws:s3:::b", as: .arn) == .value(.arn(try Arn.parse("arn:aws:s3:::b"))))
    for (text, type) in [
      ("soon", ValueType.duration), ("yesterday", .timestamp), ("10.0.0.1/8", .cidr),
      ("b", .arn), ("{", .filterPattern), ("{", .policyDocument), ("x", .portSet),
    ] {
      #expect(try decode(.string(text), as: type).causes.map(\.kind) == [.malformed])
    }
  }

  @Test func setsOfAddressesKeepWhatIsKnown() throws {
    let reading = try decode(["10.0.0.0/8", .later(), "no"], as: .cidrSet)
    guard case .value(.cidrSet(let set, let missing)) = reading else {
      Issue.record("no set")
      return
    }
    #expect(set == CidrSet([try Cidr.parse("10.0.0.0/8")]))
    #expect(missing.map(\.kind) == [.knownAfterApply, .malformed])
  }

  @Test func enumerationsGoBySpelling() throws {
    var id: EnumerationID?
    func read(_ raw: Raw, otherwise: String?) throws -> Reading {
      try decode(raw, as: .bool) { sketch in
        let made = sketch.enumeration(
          "P", [("All", ["-1", "all"]), ("Tcp", ["tcp", "6"])], otherwise: otherwise)
        id = made
        return .enumeration(made)
      }
    }
    let all = try read("all", otherwise: nil)
    #expect(all == id.map { .value(.enumeration($0, 0)) })
    #expect(try read(6, otherwise: nil) == id.map { .value(.enumeration($0, 1)) })
    #expect(try read("xx", otherwise: nil).causes.map(\.kind) == [.malformed])
    #expect(try read("xx", otherwise: "Other") == id.map { .value(.enumeration($0, 2)) })
  }

  @Test func listsAreReadElementByElement() throws {
    let reading = try decode([1, .later(), "x", .null], as: .bool) { .list($0.type(.int)) }
    guard case .value(.list(let list)) = reading else {
      Issue.record("no list")
      return
    }
    #expect(list.elements.map(\.reading.value) == [.int(1), nil, nil, nil])
    #expect(
      list.elements.dropFirst().flatMap(\.reading.causes).map(\.kind) == [
        .knownAfterApply, .malformed, .malformed,
      ])
    let scalar = try decode(1, as: .bool) { .list($0.type(.int)) }
    #expect(scalar.causes.map(\.kind) == [.malformed])
  }

  @Test func structuresTakeWhatTheyDeclare() throws {
    let reading = try decode(["a": 1, "c": 9], as: .bool) { sketch in
      let attributes = [
        sketch.attribute("a", .int), sketch.attribute("b", .int, absence: .value(.int(7))),
        sketch.attribute("d", .int),
      ]
      return .structure(sketch.structure("S", attributes))
    }
    guard case .value(.structure(_, let cells)) = reading else {
      Issue.record("no structure")
      return
    }
    #expect(cells.map(\.reading.value) == [.int(1), .int(7), nil])
    #expect(cells.last?.reading.causes.map(\.kind) == [.malformed])
  }

  @Test func mapsTakeTheMembers() throws {
    let reading = try decode(["a": "x", "b": .null, "c": .later()], as: .bool) {
      .map(key: $0.type(.string), value: $0.type(.string))
    }
    guard case .value(.map(let entries, let missing)) = reading else {
      Issue.record("no map")
      return
    }
    #expect(entries.map(\.key) == [.string("a"), .string("c")])
    #expect(missing.isEmpty)
  }

  @Test func hostileNestingIsUnknown() throws {
    var raw: Raw = 1
    for _ in 0..<60 { raw = .list([raw]) }
    let reading = try decode(raw, as: .bool) { sketch in
      var type = sketch.type(.int)
      for _ in 0..<200 { type = sketch.type(.list(type)) }
      return .list(type)
    }
    #expect(reading.value != nil)
  }

  @Test func policiesMayHaveUnknownParts() throws {
    func isPublic(_ raw: Raw) throws -> Truth? {
      var sketch = Sketch()
      let document = sketch.type(.policyDocument)
      let json = sketch.variable(0, .json)
      let policy = sketch.term(.decode(json, as: document), .policyDocument)
      let term = sketch.term(.builtin(.isPublic, [policy]))
      var raws = RawSketch()
      let value = raws.insert(raw)
      let graph = GraphBuilder(schema: sketch.program.schema, rawValues: raws.values).freeze()
      return try sketch.evaluation(graph).read(term, slots: [.of(.json(value))]).reading.truth
    }
    func statement(_ resource: Raw, _ principal: Raw, _ condition: Raw = .null) -> Raw {
      [
        "Version": "2012-10-17",
        "Statement": [
          [
            "Effect": "Allow", "Action": "s3:GetObject", "NotAction": [], "Resource": resource,
            "Principal": principal, "Condition": condition,
          ]
        ],
      ]
    }
    #expect(try isPublic(statement("*", "*")) == .true)
    #expect(try isPublic(statement("*", ["AWS": "arn:aws:iam::111111111111:root"])) == .false)
    #expect(try isPublic(statement("*", .later())) == .unknown)
    #expect(try isPublic(statement("*", ["AWS": [.later()]])) == .unknown)
    #expect(try isPublic(statement("*", "*", .later())) == .unknown)
    #expect(try isPublic(["Statement": [.later()]]) == .unknown)
    #expect(try isPublic(["Statement": []]) == .false)
    #expect(try isPublic(["Nonsense": []]) == .unknown)
  }

  @Test func jsonThatTermsMakeIsReadLikeAnyOther() throws {
    var sketch = Sketch()
    let (int, json) = (sketch.type(.int), sketch.type(.json))
    let ints = sketch.type(.list(int))
    let two = sketch.constant(.int(2), .int)
    let wide = sketch.term(.widen(two, to: json), .json)
    let name = sketch.constant(.string("a"), .string)
    let list = sketch.term(.list([wide, wide]), .json)
    let object = sketch.term(.map([Entry(key: name, value: list)]), .json)
    let member = sketch.term(.member(of: object, name: "a"), .json)
    let decoded = sketch.term(.decode(member, as: ints), .list(int))
    let one = sketch.constant(.int(1), .int)
    let first = sketch.term(.element(of: member, key: one), .json)
    let same = sketch.term(.compare(.equal, first, wide))
    guard case .value(.list(let read)) = try sketch.read(decoded) else {
      Issue.record("no list")
      return
    }
    #expect(read.elements.map(\.reading.value) == [.int(2), .int(2)])
    #expect(try sketch.read(same).truth == .true)
  }
}
