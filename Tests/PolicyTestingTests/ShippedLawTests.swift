import PolicyIR
import PolicyInterpreter
import PolicyTesting
import ResourceModel
import TestSupport
import Testing

/// Laws of every shipped rule, tried on the inputs of its own cases.
@Suite struct ShippedLawTests {
  private static let cause = Cause(.accessDenied, "a law hides it")

  /// A node's attribute.
  private struct Spot {
    let row: RowID
    let attribute: Int
  }

  private static func statuses(
    _ shipped: ShippedCases, _ one: PreparedCase, _ graph: ResourceGraph
  ) -> [RowID: Status] {
    let evaluation = Evaluation(program: shipped.program, graph: graph, now: one.now)
    let outcome = evaluation.evaluate(one.rule, parameters: one.testCase.parameters)
    return Dictionary(uniqueKeysWithValues: outcome.subjects.map { ($0.row, $0.status) })
  }

  /// Hides an attribute that is known, and puts other values in its place: what the rule still says
  /// it says for each of them.
  private static func breach(
    of shipped: ShippedCases, rule: Int, _ seed: UInt64
  ) -> (failure: String?, isDecided: Bool) {
    var random = SeededRandom(seed: seed &* 1000 &+ UInt64(rule))
    guard !shipped.cases[rule].isEmpty else { return (nil, false) }
    let one = random.pick(shipped.cases[rule])
    guard let graph = one.graph else { return (nil, false) }
    let copy = GraphCopy(graph)
    let spots = spots(in: copy)
    guard !spots.isEmpty else { return (nil, false) }
    let spot = random.pick(spots)
    let exact = copy.cells[spot.row.type.index][spot.row.index][spot.attribute]
    let attribute = shipped.program.schema[spot.row.type].attributes[spot.attribute]
    func statuses(with reading: Reading) -> [RowID: Status] {
      var changed = copy
      changed.cells[spot.row.type.index][spot.row.index][spot.attribute] = Cell(reading)
      return self.statuses(shipped, one, changed.frozen())
    }
    let part = Self.hidden(exact.reading, isInverse: attribute.inverse != nil, &random)
    let hidden = statuses(with: part)
    let decided = hidden.filter { $0.value != .unknown }
    guard !decided.isEmpty else { return (nil, false) }
    var others: [Reading] = []
    if case .unknown = part {
      // Of what is only cut short, not every value could be the whole.
      others = shipped.candidates(attribute.type, in: graph, besides: exact.reading)
    }
    let tried = others.shuffled(using: &random).prefix(4)
    for reading in [exact.reading] + tried {
      let exactly = statuses(with: reading)
      for (row, status) in decided where exactly[row] != status {
        let name = "\(shipped.program.schema[spot.row.type].name).\(attribute.name)"
        return (
          "\(shipped.program.rules[rule].name), case “\(one.testCase.name)”: without \(name) "
            + "\(graph.name(of: row)) is \(status), with \(reading) it is "
            + "\(exactly[row].map { "\($0)" } ?? "nothing")", true
        )
      }
    }
    return (nil, true)
  }

  /// Returns the attributes that are known.
  private static func spots(in copy: GraphCopy) -> [Spot] {
    copy.cells.enumerated().flatMap { type, rows in
      rows.enumerated().flatMap { row, cells in
        cells.indices.compactMap { attribute -> Spot? in
          if case .unknown = cells[attribute].reading { return nil }
          let id = RowID(type: ResourceTypeID(index: type), index: row)
          return Spot(row: id, attribute: attribute)
        }
      }
    }
  }

  /// Returns what may be left of a reading when not all is known: of an inverse, which follows from
  /// other edges when nothing is written, some of its nodes.
  private static func hidden(
    _ reading: Reading, isInverse: Bool, _ random: inout SeededRandom
  ) -> Reading {
    switch reading {
    case .value(.list(let list)) where isInverse || random.chance(2):
      let kept = list.elements.filter { _ in random.chance(2) }
      return .value(.list(Collection(kept, missing: (list.missing + [cause]).distinct)))
    case .value(.set(let set)) where isInverse || random.chance(2):
      let kept = set.elements.filter { _ in random.chance(2) }
      return .value(.set(Collection(kept, missing: (set.missing + [cause]).distinct)))
    default: return isInverse ? reading : .unknown(cause)
    }
  }

  @Test func whatARuleSaysWithoutAnAttributeItSaysForEveryValueOfIt() throws {
    let shipped = try ShippedCases.shared.get()
    var decided = 0
    let failures = try KeptSeeds.failures(of: "hidden-attribute", rounds: 2) { seed in
      for rule in shipped.program.rules.indices {
        let (failure, isDecided) = Self.breach(of: shipped, rule: rule, seed)
        if let failure { return failure }
        if isDecided { decided += 1 }
      }
      return nil
    }
    #expect(failures == [])
    // A law that is never put to the test would hold of anything.
    #expect(decided > 20)
  }

  @Test func theOrderOfNodesAndEdgesDoesNotMatter() throws {
    let shipped = try ShippedCases.shared.get()
    let failures = try KeptSeeds.failures(of: "order", rounds: 1) { seed in
      for rule in shipped.program.rules.indices where !shipped.cases[rule].isEmpty {
        var random = SeededRandom(seed: seed &* 1000 &+ UInt64(rule))
        let one = random.pick(shipped.cases[rule])
        guard let graph = one.graph else { continue }
        let first = Self.statuses(shipped, one, graph)
        let (mixed, places) = GraphCopy(graph).reordered { count in
          (0..<count).shuffled(using: &random)
        }
        let second = Self.statuses(shipped, one, mixed)
        for (row, status) in first where second[places[row] ?? row] != status {
          return "\(shipped.program.rules[rule].name), case “\(one.testCase.name)”: "
            + "\(graph.name(of: row)) is \(status), in another order it is not"
        }
      }
      return nil
    }
    #expect(failures == [])
  }
}
