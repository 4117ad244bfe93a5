import Compliance
import DomainValues
import Pipelines
import PolicyPacks
import TestSupport
import Testing

/// After a change of a graph only the rules are evaluated that see it, and the report is that of a
/// run by itself.
@Suite struct ChangedGraphTests {
  private static let policies = """
    resource lab.Account scope account {
      id: String key
      name: String?
    }
    resource lab.User {
      name: String key
      account: lab.Account
      tags: Map<String, String>
      is_active: Bool
      groups: Set<lab.Group>
      keys: [lab.Key] inverse of user
    }
    resource lab.Group {
      name: String key
      path: String
      grants: [lab.Grant]
    }
    resource lab.Key {
      id: String key
      user: lab.User
      age: Duration
      blocks: CidrSet
    }
    struct lab.Grant {
      action: String
      level: Int
    }
    rule users_are_active {
      for user in lab.User
      require user.is_active
    }
    rule users_have_few_keys(most: Int = 2) {
      for user in lab.User
      require user.keys.count <= most
        else "{user.name} has keys {[for key in user.keys: key.id]}"
    }
    rule keys_are_young(limit: Duration = 30d) {
      for key in lab.Key
      where key.user.is_active
      require key.age <= limit
        else "{key.id} of {key.user.name} is old"
    }
    rule keys_are_kept_in(blocks: CidrSet = {"10.0.0.0/8"}) {
      for key in lab.Key
      require blocks covers key.blocks
    }
    rule grants_are_low {
      for group in lab.Group
      require all grant in group.grants: grant.level < 3
    }
    rule users_are_in_paths {
      for user in lab.User
      require any group in user.groups: group.path != "/"
    }
    rule accounts_are_named {
      for account in lab.Account
      require account.name is present
    }
    """

  private static let configuration = """
    parameters:
      - rule: users_have_few_keys
        with: {most: "1"}
        reason: They are to have less.
        tags: {env: prod}
    """

  /// What a graph says; each change of a part changes its text.
  private struct Source {
    var users: [[String: String]] = []
    var groups: [[String: String]] = []
    var keys: [[String: String]] = []
    var accounts: [[String: String]] = []
    var isComplete = true

    private static let unknown = #"{"$unknown": "access_denied"}"#

    /// Creates the graph that `random` makes.
    init(_ random: inout SeededRandom) {
      for index in 0..<2 { accounts.append(["id": #""a\#(index)""#, "name": #""one""#]) }
      for _ in 0..<6 { add(&random) }
    }

    /// Changes one thing.
    mutating func change(_ random: inout SeededRandom) {
      switch random.next() % 12 {
      case 0: isComplete.toggle()
      case 1: add(&random)
      case 2 where keys.count > 1: keys.remove(at: Int(random.next() & 1))
      case 3 where users.count > 1: users.swapAt(0, 1)
      case 4, 5: Self.change(&users, Self.user(&random), &random)
      case 6, 7: Self.change(&groups, Self.group(&random), &random)
      case 8, 9, 10: Self.change(&keys, Self.key(&random), &random)
      default:
        accounts[0]["name"] = random.pick([#""one""#, #""two""#, "null", Self.unknown])
      }
    }

    private static func change(
      _ rows: inout [[String: String]], _ other: [String: String], _ random: inout SeededRandom
    ) {
      let row = Int(random.next() % UInt64(rows.count))
      let name = random.pick(other.keys.sorted())
      rows[row][name] = other[name]
    }

    private mutating func add(_ random: inout SeededRandom) {
      users.append(Self.user(&random))
      groups.append(Self.group(&random))
      keys.append(Self.key(&random))
    }

    private static func user(_ random: inout SeededRandom) -> [String: String] {
      [
        "name": #""u\#(random.next() % 4)""#,
        "tags": random.pick([#"{"env": "prod"}"#, "{}", unknown]),
        "is_active": random.pick(["true", "false", unknown]),
        "groups": random.pick([#"["g1"]"#, #"["g1", "g2"]"#, "[]", #"["g9"]"#]),
      ]
    }

    private static func group(_ random: inout SeededRandom) -> [String: String] {
      let grant = #"{"action": "a\#(random.next() % 3)", "level": \#(random.next() % 5)}"#
      return [
        "name": #""g\#(random.next() % 4)""#, "path": random.pick([#""/""#, #""/x/""#, unknown]),
        "grants": random.pick(["[]", "[\(grant)]", "[\(grant), \(unknown)]", unknown]),
      ]
    }

    private static func key(_ random: inout SeededRandom) -> [String: String] {
      [
        "id": #""k\#(random.next() % 6)""#, "user": #""u\#(random.next() % 5)""#,
        "age": random.pick([#""7d""#, #""90d""#, unknown]),
        "blocks": random.pick([#""10.1.0.0/16""#, #"["10.0.0.0/9", "192.168.0.0/16"]"#, #""::/0""#]
        ),
      ]
    }

    /// The graph as JSON Lines.
    var text: String {
      func lines(_ type: String, _ rows: [[String: String]]) -> [String] {
        rows.enumerated().map { index, row in
          let attributes = row.sorted { $0.key < $1.key }.map { #""\#($0.key)": \#($0.value)"# }
          let account = type == "lab.Account" ? row["id"] ?? "null" : #""a\#(index % 2)""#
          return #"{"type": "\#(type)", "account": \#(account), "attributes": {"#
            + attributes.joined(separator: ", ") + "}}"
        }
      }
      let complete = isComplete ? #", "lab.Key""# : ""
      let header = #"{"cispol_graph": 1, "complete": ["lab.User", "lab.Group"\#(complete)]}"#
      return
        ([header] + lines("lab.Account", accounts) + lines("lab.User", users)
        + lines("lab.Group", groups) + lines("lab.Key", keys)).joined(separator: "\n")
    }
  }

  private static func request(_ source: Source, number: Int) throws -> CheckRequest {
    let text = source.text
    let input = InputFile(name: "graph.jsonl", stamp: "\(number)") { () throws(UnreadableInput) in
      InputFile(name: "graph.jsonl", bytes: Array(text.utf8))
    }
    var request = try Laboratory.request([input], hasBenchmark: false, policies: policies)
    var project = ConfigurationPipeline()
    let file = PolicyFile(name: "cispol.yaml", bytes: Array(configuration.utf8))
    guard let read = project.read(file) else { throw Laboratory.Unusable(description: "") }
    request.configuration = read
    request.sources = project.sources
    return request
  }

  private static func text(_ result: CheckResult) throws -> String {
    guard case .evaluated(let run) = result else { throw Laboratory.Unusable(description: "") }
    return run.json
  }

  @Test func theReportIsThatOfARunByItself() throws {
    var counts: Set<Int> = []
    let failures = try KeptSeeds.failures(of: "changed-graphs", rounds: 20) { seed in
      var random = SeededRandom(seed: seed)
      var source = Source(&random)
      var session = CheckSession()
      for number in 0..<12 {
        let request = try Self.request(source, number: number)
        var alone = CheckPipeline()
        let wanted = try Self.text(alone.run(request))
        guard try Self.text(session.run(request)) == wanted else {
          return "another report after change \(number)"
        }
        if number > 0 { counts.insert(session.work.evaluatedRuleCount) }
        source.change(&random)
      }
      return nil
    }
    #expect(failures.isEmpty, "\(failures)")
    // From a change that no rule sees to one that nearly all do.
    #expect(counts.contains(0) && counts.contains(1) && (counts.max() ?? 0) >= 4)
  }

  /// Returns how many rules are evaluated after `change`.
  private static func work(_ change: (inout Source) -> Void) throws -> Int {
    var random = SeededRandom(seed: 1)
    var source = Source(&random)
    var session = CheckSession()
    _ = try session.run(request(source, number: 0))
    change(&source)
    _ = try session.run(request(source, number: 1))
    #expect(session.work.readInputs == ["graph.jsonl"])
    return session.work.evaluatedRuleCount
  }

  @Test func onlyRulesThatReadAnAttributeAreEvaluated() throws {
    #expect(try Self.work { _ in } == 0)
    #expect(try Self.work { $0.groups[0]["path"] = #""/y/""# } == 1)
    #expect(try Self.work { $0.groups[0]["grants"] = #"[{"action": "x", "level": 9}]"# } == 1)
    #expect(try Self.work { $0.keys[0]["blocks"] = #""10.3.0.0/16""# } == 1)
    #expect(try Self.work { $0.accounts[0]["name"] = #""x""# } == 1)
    // Who chooses by tags has values of its own.
    #expect(try Self.work { $0.users[0]["tags"] = #"{"env": "other"}"# } == 1)
    // The rule on the age of keys asks whether their users are active.
    #expect(
      try Self.work {
        $0.users[0]["is_active"] = $0.users[0]["is_active"] == "true" ? "false" : "true"
      } == 2)
    // One more key: three rules judge or count keys.
    #expect(try Self.work { $0.keys.append($0.keys[0]) } == 3)
  }
}
