import DomainValues
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import ResourceModel
import Testing

/// Comparisons of attributes of many nodes, which are judged sixteen at a time.
struct ComparisonTests {
  /// Numbers of which the halves differ, or do not, and those at both ends.
  private static let numbers: [Int64] = [
    .min, .min + 1, -1 << 32 - 1, -1 << 32, -1 << 31 - 1, -1 << 31, -1, 0, 1, 2, 3, 1 << 31 - 1,
    1 << 31, 1 << 32 - 1, 1 << 32, 1 << 32 + 1, 5 << 32, 5 << 32 + 7, .max - 1, .max,
  ]

  /// The attributes that are compared, by name, and values that they are compared with.
  private static let attributes: [(name: String, constants: [Value])] = [
    ("number", numbers.map { .int($0) }), ("size", numbers.map { .int($0) }),
    ("age", [0, 1, 86_400_000].map { .duration(PolicyDuration(milliseconds: $0)) }),
    ("bytes", [0, 2, 3].map { .bytes(ByteCount(bytes: $0)) }),
    ("ratio", [-1.5, 0, 1].map { .float($0) }),
  ]

  /// The attributes that are only equal to something or not.
  private static let plainAttributes: [(name: String, constants: [Value])] = [
    ("flag", [.bool(true), .bool(false)]), ("maybe", [.bool(true), .bool(false)]),
    ("kind", [.enumeration(RandomWorld.kind, 0), .enumeration(RandomWorld.kind, 2)]),
    ("sort", [.enumeration(RandomWorld.kind, 1)]),
    ("name", [.string("ab"), .string("what nothing is called")]), ("label", [.string("")]),
    ("title", [.string("ab"), .string("abc")]),
  ]

  /// What is compared.
  private struct Operand {
    let term: TermID
    let isAttribute: Bool
  }

  /// Returns the terms for the attribute of nodes and the constants it is compared with.
  private static func operands(
    _ attribute: (name: String, constants: [Value]), _ rules: inout RandomRules
  ) throws -> [Operand] {
    let declared = rules.world.program.schema[RandomWorld.node].attributes
    let index = try #require(declared.firstIndex { $0.name == attribute.name })
    let type = rules.world.plain(declared[index].type)
    let subject = rules.term(.variable(slot: 0), .resource(RandomWorld.node))
    let term = rules.world.program.insert(
      .attribute(of: subject, index: index), type: declared[index].type, at: RandomWorld.nowhere)
    return [Operand(term: term, isAttribute: true)]
      + attribute.constants.map {
        Operand(term: rules.constant($0, type), isAttribute: false)
      }
  }

  /// Adds a rule that requires the comparison.
  private static func rule(
    _ comparison: Comparison, _ one: Operand, _ other: Operand, _ rules: inout RandomRules
  ) -> RuleID {
    let condition = rules.term(.compare(comparison, one.term, other.term), .bool)
    rules.world.program.rules.append(
      Rule(
        name: "r\(rules.world.program.rules.count)", pack: "test", parameters: [],
        population: RandomWorld.node, subjectSlot: 0,
        steps: [.requirement(condition, message: nil)], slotCount: 1, severity: .low,
        remediation: "", onEmpty: nil, documentation: "", range: RandomWorld.nowhere))
    return RuleID(index: rules.world.program.rules.count - 1)
  }

  @Test(arguments: [1, 15, 16, 100])
  func allOfThemAgreeWithTheInterpreter(nodes: Int) throws {
    var world = try RandomWorld(seed: UInt64(nodes), extent: .plain)
    var tables = try world.tables(nodes: nodes, items: 1)
    for row in tables[0].rows.indices {
      for attribute in 2...3 {
        if case .value = tables[0].rows[row].cells[attribute].reading {
          tables[0].rows[row].cells[attribute] = Cell(
            .value(.int(world.pick(ComparisonTests.numbers))))
        }
      }
    }
    let graph = world.graph(of: tables)
    var rules = RandomRules(world)
    var ids: [RuleID] = []
    let number = try ComparisonTests.operands(ComparisonTests.attributes[0], &rules)[0]
    let size = try ComparisonTests.operands(ComparisonTests.attributes[1], &rules)[0]
    for comparison in Comparison.allCases {
      ids.append(ComparisonTests.rule(comparison, number, size, &rules))
    }
    for (index, attribute) in (ComparisonTests.attributes + ComparisonTests.plainAttributes)
      .enumerated()
    {
      let operands = try ComparisonTests.operands(attribute, &rules)
      let isOrdered = index < ComparisonTests.attributes.count
      for comparison in isOrdered ? Comparison.allCases : [.equal, .notEqual] {
        for constant in operands.dropFirst() {
          ids.append(ComparisonTests.rule(comparison, operands[0], constant, &rules))
          ids.append(ComparisonTests.rule(comparison, constant, operands[0], &rules))
        }
      }
    }
    let evaluation = Evaluation(
      program: rules.world.program, graph: graph, now: try Timestamp.parse("2026-01-01"))
    let applications = ids.map { EvaluatedApplication(rule: $0, parameters: [:]) }
    var met: Set<Status> = []
    for (id, statuses) in zip(ids, CompiledRules(applications, evaluation).evaluate()) {
      let expected = evaluation.evaluate(id).statuses
      met.formUnion(Status.allCases.filter { expected.count(of: $0) > 0 })
      #expect(statuses == expected, "\(rules.text(of: id))")
    }
    if nodes == 100 { #expect(met == [.pass, .fail, .unknown]) }
  }

  @Test func countsAndRowsOfAStatusAreThoseThatHaveIt() {
    // More than 255 times sixteen of one status, and fewer than sixteen past the last sixteen.
    let all: [Status] = (0..<5003).map { $0 % 1000 == 7 ? .unknown : $0 < 4100 ? .pass : .fail }
    for count in [0, 1, 15, 16, 17, 4079, 4080, 4096, 5003] {
      let statuses = RuleStatuses(all.prefix(count))
      for status in Status.allCases {
        let rows = (0..<count).filter { all[$0] == status }
        #expect(statuses.count(of: status) == rows.count, "\(status) of \(count)")
        #expect(statuses.rows(of: status, atMost: nil) == rows)
        for limit in [0, 1, 3] {
          #expect(statuses.rows(of: status, atMost: limit) == Array(rows.prefix(limit)))
        }
      }
    }
  }
}
