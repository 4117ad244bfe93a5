import DomainValues
import ResourceModel
import Testing

/// What JSON values are as values of the schema.
@Suite struct GraphValueTests {
  @Test func everyTypeHasItsForm() throws {
    let graph = try GraphSketch(
      thing: #"""
        "bool":true,"int":-5e1,"float":1.5,"text":"k\u00e9y","duration":"90d",
        "time":"2026-01-01T00:00:00Z","bytes":"5GiB","cidr":"10.0.0.0/8","regex":"^a+$",
        "arn":"arn:aws:s3:::b","color":"rouge","kind":"never met","maybe":7
        """#.replacing("\n", with: ""))
    #expect(try graph.reading("bool") == .value(.bool(true)))
    #expect(try graph.reading("int") == .value(.int(-50)))
    #expect(try graph.reading("float") == .value(.float(1.5)))
    #expect(try graph.reading("text") == .value(.string("kéy")))
    #expect(try graph.reading("duration") == .value(.duration(try PolicyDuration.parse("90d"))))
    let newYear = try Timestamp.parse("2026-01-01T00:00:00Z")
    #expect(try graph.reading("time") == .value(.timestamp(newYear)))
    #expect(try graph.reading("bytes") == .value(.bytes(try ByteCount.parse("5GiB"))))
    #expect(try graph.reading("cidr") == .value(.cidr(try Cidr.parse("10.0.0.0/8"))))
    #expect(try graph.reading("regex") == .value(.regex(try RegexPattern.parse("^a+$"))))
    #expect(try graph.reading("arn") == .value(.arn(try Arn.parse("arn:aws:s3:::b"))))
    #expect(try graph.reading("maybe") == .value(.int(7)))
    guard case .value(.enumeration(_, 0)) = try graph.reading("color"),
      case .value(.enumeration(_, 1)) = try graph.reading("kind")
    else {
      Issue.record("\(graph.description())")
      return
    }
  }

  @Test(arguments: [
    "2026-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "1969-12-31T23:59:59Z", "2000-03-01T00:00:00Z",
    "0000-01-01T00:00:00Z", "9999-12-28T23:59:59Z", "1900-02-28T12:00:00Z", "2026-12-31T00:00:00Z",
    "2026-01-01", "2026-01-01T12:00:00+02:00", "2026-01-01T00:00:00.123Z", "2016-12-31T23:59:60Z",
  ])
  func anInstantIsReadAsInPolicies(_ text: String) throws {
    let graph = try GraphSketch(thing: "\"time\":\"\(text)\"")
    #expect(try graph.reading("time") == .value(.timestamp(try Timestamp.parse(text))))
  }

  @Test(arguments: [
    "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z", "2026-01-01T00:00:00X",
    "2o26-01-01T00:00:00Z", "2026/01/01T00:00:00Z", "2023-02-29T00:00:00Z", "",
  ])
  func whatIsNoInstantIsUnknown(_ text: String) throws {
    let graph = try GraphSketch(thing: "\"time\":\"\(text)\"")
    #expect(try graph.reading("time").causes.map(\.kind) == [.malformed])
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("5.0", 5), ("5e2", 500), ("120e-1", 12),
      ("999999999999999999", 999_999_999_999_999_999), ("9223372036854775807", Int64.max),
      ("-9223372036854775808", Int64.min),
    ] as [(String, Int64)])
  func aWholeNumberIsAnInt(_ text: String, _ value: Int64) throws {
    let graph = try GraphSketch(thing: "\"int\":\(text)")
    #expect(try graph.reading("int") == .value(.int(value)))
  }

  @Test(arguments: [
    ("int", "1.5", "`1.5` is not an Int"), ("int", "9223372036854775808", "is not an Int"),
    ("int", "\"5\"", "a text where Int is wanted"), ("int", "true", "a boolean where Int"),
    ("bool", "\"true\"", "a text where Bool"), ("bool", "1", "a number where Bool"),
    ("float", "1e999", "out of the range"), ("text", "5", "a number where String"),
    ("text", "[]", "a list where String"), ("duration", "\"soon\"", ""),
    ("bytes", "-1", "no number of bytes"), ("cidr", "\"10.0.0.1/8\"", ""),
    ("cidr", "\"10.0.0.0/33\"", ""), ("arn", "\"b\"", ""), ("regex", "\"(\"", ""),
    ("policy", "\"{}\"", ""), ("policy", "{\"Statement\":1}", ""), ("pattern", "\"{ \"", ""),
    ("color", "\"green\"", "`green` is no case of t.Color"), ("color", "{}", "an object where"),
    ("part", "[]", "a list where t.Part"), ("parts", "{}", "an object where [t.Part]"),
    ("texts", "\"a\"", "a text where [String]"), ("map", "[]", "a list where"),
    ("person", "{}", "an object where t.Person"), ("ports", "70000", "is not a port"),
    ("int", "null", "int is not set"), ("text", "{\"$incomplete\":\"a\"}", "only a collection"),
  ])
  func whatDoesNotFitIsUnknownAndSaysWhy(
    _ attribute: String, _ json: String, _ detail: String
  ) throws {
    let graph = try GraphSketch(thing: "\"\(attribute)\":\(json)")
    let causes = try graph.reading(attribute).causes
    #expect(causes.map(\.kind) == [.malformed])
    #expect(causes.first?.detail.contains(detail) == true || detail.isEmpty, "\(causes)")
  }

  @Test func whatIsLeftOutIsNotCollectedAndWhatIsNullIsAbsent() throws {
    let graph = try GraphSketch(thing: #""maybe":null,"assumed":null,"text":"a""#)
    #expect(try graph.reading("maybe") == .absent)
    #expect(try graph.reading("assumed") == .value(.bool(true)))
    #expect(try graph.causes("bool") == ["not collected"])
    #expect(try graph.causes("parts") == ["not collected"])
    #expect(try GraphSketch(thing: "").causes("maybe") == ["not collected"])
  }

  @Test func aCauseStandsForAnyValue() throws {
    let graph = try GraphSketch(
      thing:
        #""int":{"$unknown":"access_denied","detail":"x:Get"},"parts":{"$unknown":"throttled"},"#
        + #""json":{"$unknown":"redacted"},"bool":{"$unknown":"bad luck"},"text":{"$unknown":1}"#)
    #expect(try graph.causes("int") == ["access denied: x:Get"])
    #expect(try graph.causes("parts") == ["throttled"])
    #expect(try graph.causes("bool") == ["malformed: no such cause"])
    #expect(try graph.reading("text").causes.map(\.kind) == [.malformed])
  }

  /// The members of an object have no order.
  @Test func aMarkIsOneWhereverItStands() throws {
    let graph = try GraphSketch(
      thing:
        #""int":{"detail":"x:Get","$unknown":"access_denied"},"part":{"number":1,"$unknown":"stale"},"#
        + #""map":{"a":1,"$unknown":"throttled"},"json":{"a":1,"$unknown":"throttled"},"#
        + #""texts":{"because":{"detail":"d","$unknown":"throttled"},"$incomplete":["a"]},"#
        + #""bool":{"\u0024unknown":"redacted"}"#)
    #expect(try graph.causes("int") == ["access denied: x:Get"])
    for attribute in ["part", "map", "json"] {
      #expect(try graph.reading(attribute).causes.map(\.kind) == [.malformed])
    }
    #expect(try graph.causes("bool") == ["redacted"])
    let missing = [Cause(.throttled, "d")]
    #expect(
      try graph.reading("texts")
        == .value(.list(Collection([Cell(.value(.string("a")))], missing: missing))))
  }

  @Test func membersOfStructuresAreReadLikeAttributes() throws {
    let graph = try GraphSketch(
      thing:
        #""parts":[{"note":null,"flag":null,"number":1},{"number":"1"},{}],"part":{"flag":false}"#)
    guard case .value(.list(let parts)) = try graph.reading("parts") else {
      Issue.record("no list")
      return
    }
    let cells = parts.elements.map { element -> [Reading] in
      guard case .value(.structure(_, let cells)) = element.reading else { return [] }
      return cells.map(\.reading)
    }
    let missing = Reading.unknown(Cause(.notCollected))
    #expect(cells[0] == [.value(.int(1)), .value(.bool(true)), .absent, missing])
    #expect(cells[1][0].causes.map(\.kind) == [.malformed])
    #expect(cells[2] == [missing, missing, missing, missing])
  }

  @Test func collectionsKeepWhatIsKnown() throws {
    let graph = try GraphSketch(
      thing: #""texts":["a",null,1,"b"],"maybes":[1,null],"grid":[[1],[],[2,3]],"#
        + #""numbers":[1,1.0,2],"colors":["red","rouge","blue"],"map":{"a":1,"b":null,"c":"x"}"#)
    guard case .value(.list(let texts)) = try graph.reading("texts"),
      case .value(.set(let numbers)) = try graph.reading("numbers"),
      case .value(.set(let colors)) = try graph.reading("colors"),
      case .value(.map(let map, let missing)) = try graph.reading("map"),
      case .value(.list(let grid)) = try graph.reading("grid")
    else {
      Issue.record("\(graph.description())")
      return
    }
    #expect(texts.elements.map(\.reading.causes.count) == [0, 1, 1, 0])
    #expect(numbers.elements.map(\.reading) == [.value(.int(1)), .value(.int(2))])
    #expect(colors.elements.count == 2)
    #expect(map.map(\.key) == [.string("a"), .string("c")] && missing.isEmpty)
    #expect(map[1].value.reading.causes.map(\.kind) == [.malformed])
    #expect(grid.elements.count == 3)
    let maybes = Collection([Cell(.value(.int(1))), Cell(.absent)])
    #expect(try graph.reading("maybes") == .value(.list(maybes)))
  }

  @Test func anIncompleteCollectionSaysWhy() throws {
    let because = #""because":{"$unknown":"throttled"}"#
    let graph = try GraphSketch(
      thing: """
        "texts":{"$incomplete":["a"],\(because)},"numbers":{"$incomplete":[1],\(because)},\
        "map":{"$incomplete":{"a":1},\(because)},"cidrs":{"$incomplete":["10.0.0.0/8"],\(because)},\
        "ports":{"$incomplete":[22],"because":[{"$unknown":"stale"},{"$unknown":"throttled"}]},\
        "parts":{"$incomplete":[]}
        """)
    let throttled = [Cause(.throttled)]
    #expect(
      try graph.reading("texts")
        == .value(.list(Collection([Cell(.value(.string("a")))], missing: throttled))))
    #expect(
      try graph.reading("numbers")
        == .value(.set(Collection([Cell(.value(.int(1)))], missing: throttled))))
    guard case .value(.map(_, let ofMap)) = try graph.reading("map"),
      case .value(.cidrSet(let cidrs, let ofCidrs)) = try graph.reading("cidrs"),
      case .value(.portSet(_, let ofPorts)) = try graph.reading("ports")
    else {
      Issue.record("\(graph.description())")
      return
    }
    #expect(ofMap == throttled && ofCidrs == throttled)
    #expect(cidrs == (try CidrSet.parse("10.0.0.0/8")))
    #expect(ofPorts == [Cause(.stale), Cause(.throttled)])
    #expect(
      try graph.reading("parts") == .value(.list(Collection([], missing: [Cause(.notCollected)]))))
  }

  @Test func blocksAndPortsComeAsTextOrList() throws {
    for json in [#""10.0.0.0/8, ::/0""#, #"["10.0.0.0/8","::/0"]"#, #"["10.0.0.0/8, ::/0"]"#] {
      let graph = try GraphSketch(thing: "\"cidrs\":\(json)")
      let wanted = Value.cidrSet(try CidrSet.parse("10.0.0.0/8, ::/0"), missing: [])
      #expect(try graph.reading("cidrs") == .value(wanted), "\(json)")
    }
    for json in [#""22, 80..443""#, #"[22,"80..443"]"#, #"["22","80..443"]"#] {
      let graph = try GraphSketch(thing: "\"ports\":\(json)")
      let wanted = Value.portSet(try PortSet.parse("22, 80..443"), missing: [])
      #expect(try graph.reading("ports") == .value(wanted), "\(json)")
    }
    // What cannot be read may be any block.
    let graph = try GraphSketch(thing: #""cidrs":["10.0.0.0/8","nowhere",{"$unknown":"stale"}]"#)
    guard case .value(.cidrSet(_, let missing)) = try graph.reading("cidrs") else {
      Issue.record("no set")
      return
    }
    #expect(missing.map(\.kind) == [.malformed, .stale])
  }

  @Test func aPolicyIsAnObjectOrATextThatHoldsIt() throws {
    let policy =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#
    let escaped = policy.replacing("\"", with: "\\\"")
    let wanted = Value.policyDocument(try PolicyDocument.parse(policy))
    for json in [policy, "\"\(escaped)\""] {
      #expect(try GraphSketch(thing: "\"policy\":\(json)").reading("policy") == .value(wanted))
    }
  }
}
