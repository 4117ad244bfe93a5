import DomainValues
import Foundation
import SourceText
import Testing

/// The cases of `Cases/iam.json`, each a question about policies with its answer.
struct PolicyCaseTests {
  /// What the file holds.
  struct Table: Decodable {
    let policies: [String: AnyJSON]
    let cases: [Case]
  }

  /// One question and its answer.
  struct Case: Decodable, CustomTestStringConvertible {
    let ask: String
    let name: String
    let policies: [String]
    let expect: Answer
    var action: String?
    var resource: String?
    var resources: [String]?
    var principal: String?
    var context: [String: String]?
    var resourcePolicies: [String]?
    var boundaries: [String]?
    var organization: [[String]]?

    var testDescription: String { "\(ask): \(name)" }

    var facts: PolicyContext {
      PolicyContext((context ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// `true`, `false` or `unknown`, or the names of principals.
  enum Answer: Decodable, Equatable {
    case truth(String)
    case names([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .truth(text)
      } else {
        self = .names(try container.decode([String].self))
      }
    }
  }

  static let table: Table? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/iam.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .useDefaultKeys
    guard let data = try? Data(contentsOf: file),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    let renamed = text.replacing("\"resource_policies\"", with: "\"resourcePolicies\"")
    return try? decoder.decode(Table.self, from: Data(renamed.utf8))
  }()

  @Test func thereAreManyCasesOfEveryAnswer() throws {
    let cases = try #require(Self.table).cases
    #expect(cases.count >= 150)
    for answer in ["true", "false", "unknown"] {
      #expect(cases.count { $0.expect == .truth(answer) } >= 15, "\(answer)")
    }
    #expect(Set(cases.map { "\($0.ask) \($0.name)" }).count == cases.count)
  }

  @Test(arguments: table?.cases ?? [])
  func aQuestionHasItsAnswer(_ question: Case) throws {
    let policies = try set(question.policies)
    let action = question.action ?? ""
    let resource = question.resource ?? ""
    let answer: Answer
    switch question.ask {
    case "allows":
      answer = .truth(
        policies.allows(
          action: action, resource: resource, principal: question.principal,
          context: question.facts
        ).description)
    case "permits":
      let layers = PolicyLayers(
        identity: policies, resource: try set(question.resourcePolicies ?? []),
        boundaries: try (question.boundaries ?? []).map { try set([$0]) },
        organization: try (question.organization ?? []).map(set))
      let request = PolicyRequest(
        action: action, resource: resource, principal: question.principal, context: question.facts)
      answer = .truth(layers.allow(request).description)
    case "denies":
      let truths = (question.resources ?? []).map {
        policies.denies(
          actions: Glob(action, isCaseInsensitive: true), resources: Glob($0),
          context: question.facts)
      }
      answer = .truth(Truth.all(truths).description)
    case "is_public": answer = .truth(policies.isPublic().description)
    case "grants_full_administration":
      answer = .truth(policies.grantsFullAdministration().description)
    case "principals":
      let (names, isComplete) = policies.grantedPrincipals()
      #expect(isComplete)
      answer = .names(names)
    default: throw Unasked(name: question.ask)
    }
    #expect(answer == question.expect)
  }

  /// A deny that is added allows nothing more, and an allow denies nothing more.
  @Test(arguments: (table?.cases ?? []).filter { $0.ask == "allows" })
  func anotherPolicyOnlyMovesTheAnswerItsWay(_ question: Case) throws {
    func answer(_ names: [String]) throws -> Truth {
      try set(names).allows(
        action: question.action ?? "", resource: question.resource ?? "",
        principal: question.principal, context: question.facts)
    }
    #expect(try answer(question.policies + ["deny-all"]) == .false)
    let wider = try answer(question.policies + ["everything"])
    #expect(try answer(question.policies) != .true || wider == .true)
  }

  @Test func whomAPolicyMeansMayBeUnknown() throws {
    let unknown = PolicySet([PolicyDocument.unknown]).grantedPrincipals()
    #expect(unknown.names == [] && !unknown.isComplete)
    let some = PolicyStatement(
      effect: .allow, principals: .only(.init([.aws("1")], isComplete: false)),
      actions: .unknown, resources: nil)
    let partly = PolicySet([PolicyDocument([some])]).grantedPrincipals()
    #expect(partly.names == ["1"] && !partly.isComplete)
    let layers = PolicyLayers(identity: try set(["send"]), boundaries: [PolicySet([.unknown])])
    let request = PolicyRequest(
      action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-west-1:111122223333:q",
      principal: "arn:aws:iam::111122223333:user/kim")
    #expect(layers.allow(request) == .unknown)
  }

  private func set(_ names: [String]) throws -> PolicySet {
    let table = try #require(Self.table)
    return PolicySet(
      try names.map { name in
        let json = try #require(table.policies[name], "there is no policy \(name)")
        return try PolicyDocument.parse(json.text)
      })
  }

  /// A question that nobody answers.
  struct Unasked: Error {
    let name: String
  }
}

/// Any JSON, as text.
struct AnyJSON: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let encoder = JSONEncoder()
    // The order of members is that of principals.
    encoder.outputFormatting = .sortedKeys
    text = String(decoding: try encoder.encode(try Tree(from: decoder)), as: UTF8.self)
  }

  private indirect enum Tree: Codable {
    case text(String)
    case list([Tree])
    case object([String: Tree])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Tree].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Tree].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let list): try container.encode(list)
      case .object(let members): try container.encode(members)
      }
    }
  }
}
