import DomainValues
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// How raw resources become nodes.
struct MappingTests {
  @Test func attributesAreReadAsTheirTypes() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "logs"])
    #expect(try setting.cell(0).reading == .value(.string("logs")))
    #expect(try setting.cell(0).origin != nil)
    #expect(try setting.cell(3).reading == .absent)
    #expect(try setting.cell(5).reading.causes.map(\.kind) == [.notCollected])
  }

  @Test func whatDoesNotFitIsMalformed() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": 5, "key": [1]])
    #expect(try setting.cell(0).reading.causes.map(\.kind) == [.malformed])
    #expect(try setting.cell(3).reading.causes.map(\.kind) == [.malformed])
  }

  @Test func containersComeFromTheScopes() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("bucket", ["name": "b"], region: "eu-west-1")
    setting.raw.resource("bucket", ["name": "c"], account: "222222222222")
    let graph = try setting.graph()
    #expect(graph.count(of: setting.account) == 2)
    #expect(graph.count(of: setting.region) == 3)
    #expect(graph.missing(of: setting.account).isEmpty)
    let third = RowID(type: setting.bucket, index: 2)
    #expect(
      graph.cell(1, of: third).reading
        == .value(.resource(RowID(type: setting.account, index: 1))))
    let region = RowID(type: setting.region, index: 2)
    #expect(graph.cell(2, of: third).reading == .value(.resource(region)))
    #expect(graph.cell(0, of: region).reading == .value(.string("eu-central-1")))
    #expect(
      graph.cell(1, of: region).reading
        == .value(.resource(RowID(type: setting.account, index: 1))))
  }

  @Test func aMappingToAContainerAddsToIt() throws {
    var setting = BucketSetting()
    setting.map("summary", to: setting.account) { sketch, raw in
      [.field(attribute: 1, sketch.term(.member(of: raw, name: "mfa"), .json))]
    }
    setting.raw.resource("summary", ["mfa": true])
    let graph = try setting.graph()
    #expect(graph.count(of: setting.account) == 1)
    let row = RowID(type: setting.account, index: 0)
    #expect(graph.cell(1, of: row).reading == .value(.bool(true)))
    #expect(graph.cell(0, of: row).reading == .value(.string("111111111111")))
  }

  @Test func edgesFollowReferencesAndKeys() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a", "key": .later(2)])
    setting.raw.resource("bucket", ["name": "b", "key": "k-1"])
    setting.raw.resource("key", ["id": "k-1"])
    #expect(try setting.cell(3, of: 0).reading == setting.keyRow(0))
    #expect(try setting.cell(3, of: 1).reading == setting.keyRow(0))
    let inverse = try setting.graph().cell(1, of: RowID(type: setting.key, index: 0))
    guard case .value(.list(let list)) = inverse.reading else {
      Issue.record("no list")
      return
    }
    #expect(list.elements.count == 2)
    #expect(list.missing.isEmpty)
  }

  @Test func keysAreLookedForInTheScopeOnly() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "b", "key": "k-1"], region: "eu-west-1")
    setting.raw.resource("key", ["id": "k-1"])
    let reading = try setting.cell(3).reading
    #expect(reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(reading.causes.map(\.detail) == ["k-1"])
  }

  @Test func aReferenceToSeveralIsNotResolved() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a", "key": .later(1, 2)])
    setting.raw.resource("key", ["id": "k-1"])
    setting.raw.resource("key", ["id": "k-2"])
    let causes = try setting.cell(3).reading.causes
    #expect(causes.map(\.kind) == [.unresolvedReference])
    #expect(causes.first?.detail.contains("key.r1, key.r2") == true)
  }

  @Test func aListOfEdgesIsResolvedElementByElement() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a", "keys": ["k-1", .later(2), .later(nil)]])
    setting.raw.resource("key", ["id": "k-1"])
    setting.raw.resource("key", ["id": .later()])
    guard case .value(.list(let list)) = try setting.cell(6).reading else {
      Issue.record("no list")
      return
    }
    #expect(list.elements.map(\.reading).prefix(2) == [setting.keyRow(0), setting.keyRow(1)])
    #expect(list.elements.last?.reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(list.missing.isEmpty)
  }

  @Test func aListThatIsUnknownHoldsWhatItRefersTo() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a", "keys": .later(1, 2)])
    setting.raw.resource("key", ["id": "k-1"])
    setting.raw.resource("key", ["id": "k-2"])
    setting.raw.resource("bucket", ["name": "b", "keys": .later(1, nil)])
    guard case .value(.list(let list)) = try setting.cell(6).reading else {
      Issue.record("no list")
      return
    }
    #expect(list.elements.count == 2)
    #expect(list.missing.map(\.kind) == [.knownAfterApply])
    #expect(try setting.cell(6, of: 1).reading.causes.map(\.kind) == [.knownAfterApply])
  }

  @Test func joinsFindByReferenceAndByKey() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("bucket", ["name": .later()])
    setting.raw.resource("bucket", ["name": "c"])
    setting.raw.resource("versioning", ["bucket": "a", "on": true])
    setting.raw.resource("versioning", ["bucket": .later(1), "on": true])
    #expect(try setting.cell(4, of: 0).reading == .value(.bool(true)))
    #expect(try setting.cell(4, of: 1).reading == .value(.bool(true)))
    #expect(try setting.cell(4, of: 2).reading == .value(.bool(false)))
  }

  @Test func aJoinIsDoubtfulIfSomethingMayBelongToIt() throws {
    var setting = BucketSetting()
    setting.raw.resource("bucket", ["name": "a"])
    setting.raw.resource("versioning", ["bucket": .later(nil), "on": true])
    #expect(try setting.cell(4).reading.causes.map(\.kind) == [.knownAfterApply])
  }

  @Test func aJoinIsCompleteOnlyForWhatIsNew() throws {
    var setting = BucketSetting()
    setting.raw.missing = [Cause(.notCollected, "elsewhere")]
    setting.raw.resource("bucket", ["name": "a"], isNew: true)
    setting.raw.resource("bucket", ["name": "b"], isNew: false)
    #expect(try setting.cell(4, of: 0).reading == .value(.bool(false)))
    #expect(try setting.cell(4, of: 1).reading.causes.map(\.kind) == [.notCollected])
    #expect(try setting.graph().missing(of: setting.bucket) == setting.raw.missing)
  }

  @Test func aWhereChoosesTheResources() throws {
    var setting = BucketSetting()
    setting.sketch.program.mappings = []
    setting.map("bucket", to: setting.bucket) { sketch, raw in
      let flag = sketch.term(.member(of: raw, name: "real"), .json)
      let bool = sketch.type(.bool)
      let decoded = sketch.term(.decode(flag, as: bool), .optional(bool))
      let no = sketch.constant(.bool(false))
      return [
        .filter(sketch.term(.coalesce(decoded, no))),
        .field(attribute: 0, sketch.term(.member(of: raw, name: "name"), .json)),
      ]
    }
    setting.raw.resource("bucket", ["name": "a", "real": true])
    setting.raw.resource("bucket", ["name": "b", "real": false])
    setting.raw.resource("bucket", ["name": "c", "real": .later()])
    setting.raw.resource("strange", ["a": 1])
    let (graph, notes) = MappingEngine.map(
      setting.raw.inventory, program: setting.sketch.program, now: try Sketch.now)
    #expect(graph.count(of: setting.bucket) == 2)
    #expect(notes.count == 2)
    // What may be there has no attribute that is sure.
    let names = [0, 1].map { index in
      graph.cell(0, of: RowID(type: setting.bucket, index: index)).reading
    }
    #expect(names[0] == .value(.string("a")))
    #expect(names[1].causes.map(\.kind) == [.knownAfterApply])
    #expect(notes.contains(.unmapped(type: "strange", count: 1)))
  }

  @Test func hostileKeysCostNoMoreThanOthers() throws {
    var setting = BucketSetting()
    for _ in 0..<3000 {
      setting.raw.resource("bucket", ["name": "same", "key": "k"])
      setting.raw.resource("key", ["id": "k"])
      setting.raw.resource("versioning", ["bucket": "same", "on": true])
    }
    let graph = try setting.graph()
    let row = RowID(type: setting.bucket, index: 2999)
    #expect(graph.cell(3, of: row).reading.causes.map(\.kind) == [.unresolvedReference])
    #expect(graph.cell(4, of: row).reading.causes.map(\.kind) == [.limitExceeded])
  }

  @Test func rawFunctionsTellWhereValuesComeFrom() throws {
    var setting = BucketSetting()
    setting.sketch.program.mappings = []
    setting.map("bucket", to: setting.bucket) { sketch, raw in
      let chosen = sketch.term(.member(of: raw, name: "x"), .json)
      let nested = sketch.term(.member(of: chosen, name: "y"), .json)
      let computed = sketch.term(.builtin(.computed, [nested]))
      let sources = sketch.term(.builtin(.referenced, [chosen]), .list(sketch.type(.json)))
      let first = sketch.term(.builtin(.first, [sources]), .json)
      let address = sketch.term(.builtin(.rawAddress, [first]), .string)
      return [.field(attribute: 4, computed), .field(attribute: 5, address)]
    }
    setting.raw.resource("bucket", ["x": .unknown([], isComputed: true)])
    setting.raw.resource("bucket", ["x": .later(2)])
    setting.raw.resource("key", ["id": "k"])
    #expect(try setting.cell(4, of: 0).reading == .value(.bool(true)))
    #expect(try setting.cell(4, of: 1).reading == .value(.bool(false)))
    #expect(try setting.cell(5, of: 1).reading == .value(.string("key.r2")))
  }

  @Test func aRedactedValueIsUnknownAndAnAbsentOneStaysAbsent() throws {
    var setting = BucketSetting()
    setting.map("digest", to: setting.bucket) { sketch, raw in
      let name = sketch.term(.member(of: raw, name: "name"), .json)
      let key = sketch.term(.member(of: raw, name: "key"), .json)
      return [
        .field(attribute: 5, sketch.term(.builtin(.redacted, [name]), .json)),
        .field(attribute: 3, sketch.term(.builtin(.redacted, [key]), .json)),
      ]
    }
    setting.raw.resource("digest", ["name": "da39a3ee"])
    #expect(try setting.cell(5, of: 0).reading.causes.map(\.kind) == [.redacted])
    #expect(try setting.cell(3, of: 0).reading == .absent)
  }

  @Test func anUndecidedValueIsUnknownAndAnAbsentOneStaysAbsent() throws {
    var setting = BucketSetting()
    setting.map("going", to: setting.bucket) { sketch, raw in
      let name = sketch.term(.member(of: raw, name: "name"), .json)
      let key = sketch.term(.member(of: raw, name: "key"), .json)
      let reason = sketch.term(.constant(.string("it goes")), .string)
      return [
        .field(attribute: 5, sketch.term(.builtin(.undecided, [name, reason]), .json)),
        .field(attribute: 3, sketch.term(.builtin(.undecided, [key, reason]), .json)),
      ]
    }
    setting.raw.resource("going", ["name": "a"])
    #expect(
      try setting.cell(5, of: 0).reading.causes.map(\.description)
        == ["not decidable from what is known: it goes"])
    #expect(try setting.cell(3, of: 0).reading == .absent)
  }
}
