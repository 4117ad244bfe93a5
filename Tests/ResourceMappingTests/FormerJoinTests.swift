import Diagnostics
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport
import Testing

/// Joins of what an input takes away, by what it named or by where it was.
struct FormerJoinTests {
  private static let named = """
    resource test.Door { name: String key  was_locked: Bool }
    map test "door" to test.Door {
      join former = "former.lock" on door
      name = raw.name
      was_locked = former is not empty
    }
    rule doors_were_locked { for door in test.Door
      require door.was_locked }
    """

  /// Returns the policy that joins by the scope.
  private static func placed(in scope: String) -> String {
    named.replacing("on door", with: "in \(scope)")
  }

  /// A policy by which it is not known whether there are doors beside former ones.
  private static let doubted = """
    resource test.House scope account { id: String key  door: test.Door? inverse of house }
    resource test.Door { name: String key  was_locked: Bool  house: test.House }
    map test "door" to test.Door {
      join former = "former.door" on name
      where former is empty or undecided(raw.name, "gone") is present
      name = raw.name
      was_locked = true
    }
    rule houses_have_doors { for house in test.House
      require house.door is present and house.door.was_locked }
    """

  /// Returns the attribute of each node of the type, in the order in which they are told of.
  private func answers(
    _ policy: String = named, _ attribute: String = "was_locked", of type: String = "test.Door",
    isInterpreted: Bool, _ fill: (inout RawSketch) -> Void
  ) throws -> [Reading] {
    let checked = CheckedPolicy(Array(policy.utf8), seesSchema: false)
    try #require(checked.diagnostics.isEmpty, "\(checked.report)")
    var sketch = RawSketch()
    sketch.missing = [Cause(.notCollected, "elsewhere")]
    fill(&sketch)
    let graph = MappingEngine.map(
      sketch.inventory, program: checked.program, now: try Sketch.now, reads: nil,
      isInterpreted: isInterpreted
    ).0
    let schema = checked.program.schema
    let index = try #require(schema.resources.firstIndex { $0.name == type })
    let column = try #require(
      schema.resources[index].attributes.firstIndex { $0.name == attribute })
    let id = ResourceTypeID(index: index)
    return (0..<graph.count(of: id)).map {
      graph.cell(column, of: RowID(type: id, index: $0)).reading
    }
  }

  @Test(arguments: [false, true])
  func theyShowAllThatGoesBesideWhatStaysAndWhatIsNew(isInterpreted: Bool) throws {
    let answers = try answers(isInterpreted: isInterpreted) { sketch in
      sketch.resource("door", ["name": "locked"], isNew: false)
      sketch.resource("door", ["name": "free"], isNew: false)
      sketch.resource("door", ["name": "new"])
      sketch.resource("door", ["name": .later()])
      for name in ["locked", "new"] {
        sketch.resource("former.lock", ["door": .string(name)], isNew: false)
      }
    }
    #expect(answers == [true, false, true, false].map { .value(.bool($0)) })
  }

  @Test(arguments: [false, true])
  func byPlaceTheyFindAllThatGoesInTheSameRegion(isInterpreted: Bool) throws {
    for (scope, expected) in [("region", [true, false, false]), ("account", [true, true, false])] {
      let answers = try answers(
        FormerJoinTests.placed(in: scope), isInterpreted: isInterpreted
      ) { sketch in
        sketch.resource("door", ["name": "a"])
        sketch.resource("door", ["name": "b"], region: "us-east-1", isNew: false)
        sketch.resource("door", ["name": "c"], account: "222222222222")
        sketch.resource("former.lock", ["door": "elsewhere"], isNew: false)
      }
      #expect(answers == expected.map { .value(.bool($0)) }, "in \(scope)")
    }
  }

  @Test(arguments: [false, true])
  func whatIsInAPlaceThatIsNotKnownMayBeInTheSame(isInterpreted: Bool) throws {
    let cause = Cause(.notCollected, "unknown")
    let site = RawSite(
      account: RawScope(name: "111111111111"), region: RawScope(unknown: "west", because: cause))
    let answers = try answers(
      FormerJoinTests.placed(in: "region"), isInterpreted: isInterpreted
    ) { sketch in
      sketch.resource("door", ["name": "a"])
      sketch.resource("door", ["name": "b"], account: "222222222222")
      sketch.resource("door", ["name": "c"], at: site)
      sketch.resource("former.lock", ["door": "a"], at: site, isNew: false)
    }
    let open = Cause(
      .unresolvedReference, "former.lock.r3 may be in another account or region")
    #expect(answers == [.unknown(open), .value(.bool(false)), .value(.bool(true))])
  }

  @Test(arguments: [false, true])
  func whatIsManyInOnePlaceIsNotLookedThrough(isInterpreted: Bool) throws {
    let answers = try answers(
      FormerJoinTests.placed(in: "region"), isInterpreted: isInterpreted
    ) { sketch in
      sketch.resource("door", ["name": "a"])
      for _ in 0...100 { sketch.resource("former.lock", ["door": "a"], isNew: false) }
    }
    guard case .unknown(let causes)? = answers.first else {
      Issue.record("\(answers)")
      return
    }
    #expect(causes.map(\.kind) == [.limitExceeded])
  }

  @Test(arguments: [false, true])
  func whatStaysIsJoinedByPlaceWithoutItselfAndIsNotAllThereIs(isInterpreted: Bool) throws {
    let policy = FormerJoinTests.named
      .replacing(#""former.lock" on door"#, with: #""door" in region"#)
    let answers = try answers(policy, isInterpreted: isInterpreted) { sketch in
      sketch.resource("door", ["name": "a"])
      sketch.resource("door", ["name": "b"])
      sketch.resource("door", ["name": "c"], region: "us-east-1")
    }
    #expect(
      answers
        == [.value(.bool(true)), .value(.bool(true)), .unknown(Cause(.notCollected, "elsewhere"))])
  }

  @Test(arguments: [false, true])
  func whatMayNotBeThereIsInNoPlaceForSure(isInterpreted: Bool) throws {
    let gone = Cause(.undecidable, "gone")
    for isThere in [false, true] {
      let answers = try answers(
        FormerJoinTests.doubted, "door", of: "test.House", isInterpreted: isInterpreted
      ) { sketch in
        sketch.resource("door", ["name": "a"])
        sketch.resource("former.door", ["name": isThere ? "b" : "a"], isNew: false)
      }
      guard case .unknown(let causes)? = answers.first else {
        #expect(isThere && answers.count == 1)
        continue
      }
      #expect(!isThere && causes.contains { ($0.kind, $0.detail) == (gone.kind, gone.detail) })
    }
  }
}
