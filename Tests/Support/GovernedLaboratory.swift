internal import Compliance
internal import Diagnostics
internal import DomainValues
package import Pipelines
package import PolicyPacks
internal import SourceText

/// A pack about hosts in accounts and regions, run with what people decide: configurations, waivers
/// and attestations.
package struct GovernedLaboratory {
  static let policies = """
    resource gov.Account scope account {
      id: String key
      organization: gov.Organization?
    }
    resource gov.Organization scope organization {
      id: String key
    }
    resource gov.Region scope region {
      id: String key in account
      account: gov.Account
    }
    resource gov.Host {
      name: String key
      account: gov.Account
      region: gov.Region
      tags: Map<String, String>
      open: Set<Int>
      users: [gov.User]
      age: Int
    }
    struct gov.User {
      name: String
      role: String
    }
    map terraform "gov_host" to gov.Host {
      name = raw.name
      tags = raw.tags
      open = raw.open
      users = raw.users
      age = raw.age
    }
    /// No port is open.
    rule ports_are_closed(ports: Set<Int> = {22, 3389}) {
      for host in gov.Host
      let open = { for port in ports where port in host.open: port }
      require open is empty
        else "{host.name} has open ports {open}"
      severity high
    }
    /// Nobody is an administrator.
    rule users_are_plain {
      for host in gov.Host
      require none user in host.users: user.role == "admin"
      severity medium
    }
    /// Hosts are young.
    rule hosts_are_young(limit: Int = 10 in 1..100) {
      for host in gov.Host
      require host.age <= limit
        else "{host.name} is {host.age} years old, limit {limit}"
      severity low
    }
    """

  static let benchmark = """
    benchmark: gov
    version: "1.0"
    title: Governed
    sections:
      - {id: "1", title: Ports}
      - {id: "2", title: People, subsections: [{id: "2.1", title: Users}]}
    controls:
      - {id: "1.1", slug: ports, title: Ports are closed, section: "1", level: 1, \
    assessment: automated, rules: [ports_are_closed]}
      - {id: "1.2", slug: age, title: Hosts are young, section: "1", level: 2, \
    assessment: automated, rules: [hosts_are_young]}
      - {id: "2.1.1", slug: users, title: Users are plain, section: "2.1", level: 1, \
    assessment: automated, rules: [users_are_plain]}
      - {id: "2.2", slug: drills, title: Drills are held, section: "2", level: 1, \
    assessment: manual, attestation: Say when., rules: []}
      - {id: "2.3", slug: helpers, title: Helpers are plain, section: "2", level: 1, \
    assessment: manual, rules: [users_are_plain]}
    """

  static let newerBenchmark = """
    benchmark: gov
    version: "2.0"
    title: Governed
    sections: [{id: "1", title: Ports}]
    controls:
      - {id: "1.1", slug: age, title: Hosts are young, section: "1", level: 1, \
    assessment: automated, rules: [{rule: hosts_are_young, with: {limit: "5"}}]}
      - {id: "1.2", slug: ports, title: Ports are closed, section: "1", level: 1, \
    assessment: automated, rules: [ports_are_closed]}
    """

  /// Controls for which a person is to look, one of which its rules decide wholly.
  static let manualBenchmark = """
    benchmark: gov-people
    version: "3.0"
    title: Governed
    sections: [{id: "1", title: People}]
    controls:
      - {id: "1.1", slug: helpers, title: Helpers are plain, section: "1", level: 1, \
    assessment: manual, rules: [users_are_plain]}
      - {id: "1.2", slug: guests, title: Guests are plain, section: "1", level: 1, \
    assessment: manual, decided_by_rules: true, rules: [users_are_plain]}
      - {id: "1.3", slug: drills, title: Drills are held, section: "1", level: 1, \
    assessment: manual, decided_by_rules: true, rules: []}
    """

  /// A benchmark that asks for less than the one that it extends.
  static let looserBenchmark = """
    benchmark: gov-own
    version: "1.0"
    title: Our own
    extends: gov@1.0
    change:
      - {control: age, with: {hosts_are_young: {limit: "20"}}, reason: Old ones work.}
      - {control: ports, with: {ports_are_closed: {ports: "{22, 80, 3389}"}}, reason: More.}
    """

  /// A host whose users are plain, or not known.
  package static func people(areKnown: Bool) -> InputFile {
    let users = areKnown ? #", "users": [{"name": "sam", "role": "user"}]"# : ""
    return placed(
      Laboratory.planText([
        (
          "gov_host", "db", #""name": "db", "tags": {}, "open": [], "age": 1"# + users,
          areKnown ? "" : #""users": true"#
        )
      ]))
  }

  /// The pack about hosts.
  package static let pack = PackFolder(
    name: "gov",
    files: [
      ("pack.yaml", "pack: gov\nversion: 1.0.0\ntitle: Governed\n"), ("gov.cispol", policies),
      ("benchmarks/1.yaml", benchmark), ("benchmarks/2.yaml", newerBenchmark),
      ("benchmarks/3.yaml", manualBenchmark), ("benchmarks/4.yaml", looserBenchmark),
    ].map { .init(path: $0.0, bytes: Array($0.1.utf8)) })

  /// Hosts in two accounts and two regions.
  ///
  /// `web` has both ports open, `db` one, `new` is in an account and with an age that are not known.
  package static let plan = placed(
    Laboratory.planText([
      host("web", tags: #""env": "prod""#, open: "22, 3389", role: "admin", age: 8),
      host("db", tags: #""env": "test""#, open: "22", role: "user", age: 12),
      (
        "gov_host", "new", #""name": "new", "tags": {}, "open": [], "users": []"#, #""age": true"#
      ),
    ]))

  private static func host(
    _ name: String, tags: String, open: String, role: String, age: Int
  ) -> (type: String, name: String, values: String, unknown: String) {
    (
      "gov_host", name,
      """
      "name": "\(name)", "tags": {\(tags)}, "open": [\(open)], \
      "users": [{"name": "kim", "role": "\(role)"}, {"name": "sam", "role": "user"}], \
      "age": \(age)
      """, ""
    )
  }

  /// Returns the plan with providers that say in which accounts and regions the hosts are.
  private static func placed(_ text: String) -> InputFile {
    func provider(_ host: String, _ region: String, _ account: String) -> String {
      let accounts =
        account.isEmpty
        ? "" : #", "allowed_account_ids": {"constant_value": ["\#(account)"]}"#
      return #""gov.\#(host)": {"name": "gov", "alias": "\#(host)", "expressions": "#
        + #"{"region": {"constant_value": "\#(region)"}\#(accounts)}}"#
    }
    func resource(_ host: String) -> String {
      #"{"address": "gov_host.\#(host)", "mode": "managed", "type": "gov_host", "#
        + #""name": "\#(host)", "provider_config_key": "gov.\#(host)", "expressions": {}}"#
    }
    let providers = [
      provider("web", "eu-central-1", "111111111111"), provider("db", "us-east-1", "222222222222"),
      provider("new", "eu-central-1", ""),
    ]
    let resources = ["web", "db", "new"].map(resource)
    let bare = #"{"provider_config": {}, "root_module": {}}"#
    let placed =
      #"{"provider_config": {\#(providers.joined(separator: ", "))}, "root_module": "#
      + #"{"resources": [\#(resources.joined(separator: ", "))]}}"#
    return InputFile(
      name: "plan.json", bytes: Array(text.replacing(bare, with: placed, maxReplacements: 1).utf8))
  }

  /// What people decide.
  package struct Decisions {
    /// The text of the configuration.
    package var configuration = "{}"
    /// The list of waivers, as YAML.
    package var waivers = ""
    /// The list of attestations, as YAML.
    package var attestations = ""
    /// The profile.
    package var profile: String?
    /// The benchmarks, `gov@1.0` unless others are named.
    package var benchmarks = ["gov@1.0"]
    /// The instant of the run.
    package var now = "2026-01-01T12:00:00Z"
    /// What makes the run fail.
    package var failOn = "fail"

    /// Decides nothing.
    package init() {}
  }

  /// Returns the run over the hosts, or the ids of what was reported.
  package static func attempt(
    _ decisions: Decisions, inputs: [InputFile] = [plan]
  ) throws -> (run: EvaluatedRun?, problems: [String]) {
    var project = ConfigurationPipeline()
    let text = PolicyFile(name: "cispol.yaml", bytes: Array(decisions.configuration.utf8))
    guard let configuration = project.read(text) else {
      return (nil, project.diagnostics.sorted.map(\.id.rawValue))
    }
    var request = CheckRequest(now: try Timestamp.parse(decisions.now))
    request.packs = [pack]
    request.inputs = inputs
    request.configuration = configuration
    request.sources = project.sources
    request.benchmarks = try decisions.benchmarks.map { try BenchmarkRequest.parse($0) }
    request.failurePolicy = try FailurePolicy.parse(decisions.failOn)
    if let profile = decisions.profile {
      request.profile = try Profile.parse(profile, known: configuration.profiles)
    }
    func file(_ key: String, _ list: String) -> [PolicyFile] {
      list.isEmpty ? [] : [PolicyFile(name: "\(key).yaml", bytes: Array("\(key):\n\(list)".utf8))]
    }
    request.waivers = file("waivers", decisions.waivers)
    request.attestations = file("attestations", decisions.attestations)
    var pipeline = CheckPipeline()
    do {
      guard case .evaluated(let run) = try pipeline.run(request) else {
        throw Laboratory.Unusable(description: "nothing was evaluated")
      }
      return (run, [])
    } catch let failure as CheckFailure {
      guard failure == .diagnosed else {
        throw Laboratory.Unusable(description: failure.message)
      }
      return (nil, pipeline.diagnostics.sorted.map(\.id.rawValue))
    }
  }

  /// Returns the run over `inputs`, the hosts unless others are given.
  package static func run(
    _ decisions: Decisions, inputs: [InputFile] = [plan]
  ) throws -> EvaluatedRun {
    let (run, problems) = try attempt(decisions, inputs: inputs)
    guard let run else {
      throw Laboratory.Unusable(description: problems.joined(separator: ", "))
    }
    return run
  }
}
