import Diagnostics
import PolicyIR
import ResourceModel
import TestSupport
import Testing

/// What is told of a rule from its text alone.
@Suite struct FootprintTests {
  private static let schema = """
    resource f.Organization scope organization { id: String key }
    resource f.Account scope account {
      id: String key
      things: [f.Thing] inverse of account
      organization: f.Organization?
      billed: [f.Thing] inverse of payer
    }
    resource f.Local { name: String key in account  things: [f.Thing] inverse of local }
    resource f.Shared { arn: Arn key  users: [f.Thing] inverse of shared  local: f.Local }
    struct f.Link { shared: f.Shared  local: f.Local  weight: Int }
    resource f.Thing {
      id: String key in region
      size: Int
      sizes: [Int]
      account: f.Account
      payer: f.Account
      local: f.Local
      shared: f.Shared
      links: [f.Link]
      policy: PolicyDocument
      pattern: FilterPattern
      ports: PortSet
    }
    map terraform "thing" to f.Thing { payer = raw.payer }
    fn is_small(thing: f.Thing) -> Bool = thing.size < 3
    fn any_small(thing: f.Thing) -> Bool = any size in thing.sizes: size < 3
    fn shares(thing: f.Thing) -> Bool = thing.shared.arn.account == "1"

    """

  private static func footprint(
    _ condition: String, of type: String = "f.Thing"
  ) throws -> (RuleFootprint, Program) {
    let text = schema + "rule r(limits: [Int] = [1, 2]) { for x in \(type) require \(condition) }"
    let policy = CheckedPolicy([UInt8](text.utf8))
    try #require(!policy.diagnostics.containsError, "\(policy.report)")
    let rule = try #require(policy.program.rules.first)
    return (policy.program.footprint(of: rule), policy.program)
  }

  @Test(arguments: [
    ("x.size > 1 and x.id != now.to_string()", Reach.resource),
    ("is_small(x)", .resource),
    ("any link in x.links: link.weight > 1", .resource),
    ("any link in x.links: link.local.name == \"\"", .account),
    ("any link in x.links: link.shared.arn.service == \"\"", .organization),
    ("x.account.id == \"1\"", .account),
    ("x.local.name == \"1\"", .account),
    ("x.local.things.count > 1", .account),
    ("x.payer.id == \"1\"", .organization),
    ("x.shared.arn.service == \"\"", .organization),
    ("shares(x)", .organization),
    ("x.account.organization is present", .organization),
  ])
  func reachFollowsFromTheEdges(_ condition: String, _ reach: Reach) throws {
    #expect(try Self.footprint(condition).0.reach == reach)
  }

  @Test func aContainerReachesWhatIsInIt() throws {
    let account = try Self.footprint("any t in x.things: t.size > 1", of: "f.Account").0
    #expect(account.reach == .account)
    let billed = try Self.footprint("any t in x.billed: t.size > 1", of: "f.Account").0
    #expect(billed.reach == .organization)
    let shared = try Self.footprint("x.users.count > 1", of: "f.Shared").0
    #expect(shared.reach == .organization)
    let organization = try Self.footprint("x.id != \"\"", of: "f.Organization").0
    #expect(organization.reach == .organization)
  }

  @Test(arguments: [
    ("x.size > 1", CostClass.constant),
    ("any limit in limits: x.size > limit", .constant),
    ("all port in [22, 3389]: port not in x.ports", .constant),
    ("any size in x.sizes: size > 1", .linear),
    ("any_small(x) and any_small(x)", .linear),
    ("any size in x.sizes where any_small(x): size > 1", .quadratic),
    ("all a in x.sizes: any b in x.sizes: a == b", .quadratic),
    ("all a in x.sizes: any b in x.sizes: (count c in x.sizes where c == a) > b", .steep),
    ("(sum a in x.sizes: a) > (max a in [for b in x.sizes: b]: a) ?? 0", .linear),
    ("x.policy.is_public()", .search),
    ("x.pattern covers \"{ $.a = 1 }\"", .search),
    ("x.ports covers {22}", .constant),
  ])
  func costCountsTheRangesInsideEachOther(_ condition: String, _ cost: CostClass) throws {
    #expect(try Self.footprint(condition).0.cost == cost)
  }

  @Test func theTypesThatAreReadAreNamed() throws {
    let (footprint, program) = try Self.footprint("x.shared.local.name == x.local.name")
    #expect(
      footprint.types.map { program.schema[$0].name } == ["f.Thing", "f.Local", "f.Shared"])
  }

  @Test func everyFormerNameThatIsSaidIsKept() throws {
    let text = """
      resource f.New { size: Int formerly length }
      rule small { for x in f.New require x.length < 3 formerly tiny }
      test tiny { case "a" { f.New { length: 1, size: 1 } expect pass } }
      """
    let policy = CheckedPolicy([UInt8](text.utf8))
    #expect(policy.program.rules.map(\.formerNames) == [["tiny"]])
    let uses = policy.program.formerNameUses.map { "\($0.subject) \($0.formerName) \($0.name)" }
    #expect(uses == ["attribute length size", "rule tiny small", "attribute length size"])
    let again = policy.diagnostics.elements.filter { $0.id == .duplicateName }
    #expect(again.count == 1, "two names of one attribute are one attribute")
  }

  /// There are 2⁶⁰ ways from the last structure to the first.
  @Test(.timeLimit(.minutes(1))) func structuresThatAreHeldInManyWaysAreReadOnce() throws {
    var text = "struct f.S0 { a: Int }\n"
    for index in 1...60 {
      text += "struct f.S\(index) { a: f.S\(index - 1)  b: f.S\(index - 1) }\n"
    }
    text += """
      resource f.Holder { id: String key  held: f.S60 }
      rule r { for x in f.Holder require x.held == x.held }
      """
    let policy = CheckedPolicy([UInt8](text.utf8))
    // Few of these levels are allowed, but no walk through them should depend on that.
    #expect(policy.diagnostics.elements.map(\.id) == [.nestingTooDeep], "\(policy.report)")
    let reads = policy.program.attributeReads(of: [RuleID(index: 0)], wholeValues: true)
    let structures = policy.program.schema.structures.indices.filter {
      policy.program.schema.structures[$0].name.hasPrefix("f.S")
    }
    #expect(structures.count == 61)
    #expect(structures.allSatisfy { reads.contains(0, of: StructureID(index: $0)) })
  }
}
