import Collectors
import ResourceModel
import Testing

/// Which account and region resources are in.
struct PlanScopeTests {
  /// Returns the plan of `t.a` with the body `provider` of its provider configuration.
  private func plan(
    provider: String, values: String = "{}", actions: String = #"["create"]"#, more: String = ""
  ) throws -> RawResource? {
    let text = PlanText(
      resources: [.init(address: "t.a", values: values, actions: actions)],
      providers: #"{"aws":{"name":"aws","expressions":\#(provider)}}"#, more: more)
    return try CollectedPlan(text.text).resource("t.a")
  }

  @Test func theRegionIsThatOfTheProvider() throws {
    let resource = try plan(provider: #"{"region":{"constant_value":"eu-west-1"}}"#)
    #expect(resource?.site.region == RawScope(name: "eu-west-1"))
    #expect(resource?.site.account.name == nil)
    #expect(resource?.site.account.key == "aws")
    #expect(resource?.site.account.cause?.kind == .notCollected)
  }

  @Test func theRegionMayBeAnInput() throws {
    let reference = #"{"region":{"references":["var.r"]}}"#
    let resource = try plan(
      provider: reference, more: #","variables":{"r":{"value":"us-gov-east-1"}}"#)
    #expect(resource?.site.region.name == "us-gov-east-1")
    let part = try plan(provider: reference, more: #","variables":{"r":{"value":"us-east"}}"#)
    #expect(part?.site.region.name == nil)
    let missing = try plan(provider: reference)
    #expect(missing?.site.region.name == nil)
    let other = try plan(provider: reference, more: #","variables":{"r":{"value":["eu-west-1"]}}"#)
    #expect(other?.site.region.name == nil)
  }

  @Test(arguments: [
    #"{"region":{"references":["var.r","var.s"]}}"#, #"{"region":{"references":["local.r"]}}"#,
    #"{"region":{"references":["var.r.x","var.r"]}}"#, #"{"region":{}}"#, "{}",
    #"{"region":{"references":["data.aws_region.x.name","data.aws_region.x"]}}"#,
  ])
  func anyOtherRegionIsUnknown(_ provider: String) throws {
    let resource = try plan(
      provider: provider, more: #","variables":{"r":{"value":"eu-west-1"}}"#)
    #expect(resource?.site.region.name == nil)
    #expect(resource?.site.region.key == "aws")
  }

  @Test(arguments: [
    (#"{"allowed_account_ids":{"constant_value":["123456789012"]}}"#, "123456789012" as String?),
    (#"{"allowed_account_ids":{"constant_value":["123456789012","210987654321"]}}"#, nil),
    (#"{"allowed_account_ids":{"constant_value":["me"]}}"#, nil),
    (
      #"{"assume_role":[{"role_arn":{"constant_value":"arn:aws:iam::210987654321:role/x"}}],"allowed_account_ids":{"constant_value":["123456789012"]}}"#,
      "210987654321"
    ),
    (
      #"{"assume_role":[{"role_arn":{"references":["local.x"]}}],"allowed_account_ids":{"references":["local.x"]}}"#,
      nil
    ),
    (#"{"assume_role":[{"role_arn":{"constant_value":"role"}}]}"#, nil),
  ])
  func theAccountIsThatOfTheProvider(_ provider: String, _ account: String?) throws {
    #expect(try plan(provider: provider)?.site.account.name == account)
  }

  @Test func aRegionOfTheResourceTakesPrecedence() throws {
    let resource = try plan(
      provider: #"{"region":{"constant_value":"eu-west-1"}}"#,
      values: #"{"region":"us-east-1"}"#)
    #expect(resource?.site.region.name == "us-east-1")
  }

  @Test func aRegionThatIsKnownLaterIsNotThatOfTheProvider() throws {
    func site(_ expressions: String) throws -> RawSite? {
      let text = PlanText(
        resources: [
          .init(
            address: "t.a", unknown: #"{"region":true}"#, expressions: expressions)
        ],
        providers: #"{"aws":{"expressions":{"region":{"constant_value":"eu-west-1"}}}}"#)
      return try CollectedPlan(text.text).resource("t.a")?.site
    }
    let later = try site(#"{"region":{"references":["local.r"]}}"#)
    #expect(later?.region.name == nil)
    #expect(later?.region.cause?.kind == .knownAfterApply)
    // What nobody configures the provider chooses, and that is its own.
    #expect(try site("{}")?.region.name == "eu-west-1")
  }

  /// A plan shows which variables an expression reads, and not what is done with them.
  @Test func oneVariableTellsTheRegionOfOneConfigurationOnly() throws {
    func regions(_ west: String) throws -> [String?] {
      let variable = #"{"region":{"references":["var.r"]}}"#
      let text = PlanText(
        resources: [.init(address: "t.a"), .init(address: "t.b")],
        providers:
          #"{"aws":{"expressions":\#(variable)},"aws.west":{"expressions":\#(west)}}"#,
        more: #","variables":{"r":{"value":"eu-west-1"},"s":{"value":"eu-west-1"}}"#
      ).text.replacing(
        #""name":"b","provider_config_key":"aws""#,
        with: #""name":"b","provider_config_key":"aws.west""#)
      let plan = try CollectedPlan(text)
      return [plan.resource("t.a")?.site.region.name, plan.resource("t.b")?.site.region.name]
    }
    #expect(try regions(#"{"region":{"references":["var.r"]}}"#) == ["eu-west-1", nil])
    #expect(try regions(#"{"region":{"references":["var.s"]}}"#) == ["eu-west-1", "eu-west-1"])
    let role =
      #"{"region":{"references":["var.r"]},"assume_role":[{"role_arn":{"constant_value":"arn:aws:iam::210987654321:role/x"}}]}"#
    #expect(try regions(role) == ["eu-west-1", "eu-west-1"])
  }

  @Test func theNameOfAnExistingResourceTellsWhereItIs() throws {
    let values = #"{"arn":"arn:aws:ec2:us-west-2:123456789012:volume/v"}"#
    let old = try plan(provider: "{}", values: values, actions: #"["no-op"]"#)
    #expect(old?.site.account.name == "123456789012")
    #expect(old?.site.region.name == "us-west-2")
    let new = try plan(provider: "{}", values: values)
    #expect(new?.site.account.name == nil)
    #expect(new?.site.region.name == nil)
  }

  @Test func existingResourcesTellTheAccountOfTheirProvider() throws {
    let old = PlanText.Resource(
      address: "t.a", values: #"{"arn":"arn:aws:s3:::b"}"#, actions: #"["no-op"]"#)
    let told = PlanText.Resource(
      address: "t.b", values: #"{"arn":"arn:aws:ec2:us-west-2:123456789012:x/v"}"#,
      actions: #"["no-op"]"#)
    let other = PlanText.Resource(
      address: "t.c", values: #"{"arn":"arn:aws:ec2:us-west-2:210987654321:x/v"}"#,
      actions: #"["no-op"]"#)
    let agreed = try CollectedPlan(PlanText(resources: [old, told]).text)
    #expect(agreed.resource("t.a")?.site.account.name == "123456789012")
    #expect(agreed.resource("t.a")?.site.region.name == nil)
    let divided = try CollectedPlan(PlanText(resources: [old, told, other]).text)
    #expect(divided.resource("t.a")?.site.account.name == nil)
  }

  /// Returns the region of the resource in a module whose provider key is `key`.
  private func moduleRegion(_ key: String, providers: String, region: String = "{}") throws
    -> RawScope?
  {
    try CollectedPlan(
      #"""
      {"format_version":"0.2","planned_values":{"root_module":{"child_modules":[{"address":"module.m",
      "resources":[{"address":"module.m.t.a","mode":"managed","type":"t","name":"a","values":{}}]}]}},
      "configuration":{"provider_config":\#(providers),"root_module":{"module_calls":{"m":{
      "expressions":{"region":\#(region)},"module":{"variables":{"other":{"default":"eu-north-1"}},
      "resources":[{"address":"t.a","mode":"managed",
      "type":"t","name":"a","provider_config_key":"\#(key)","expressions":{}}]}}}}}}
      """#
    ).resource("module.m.t.a")?.site.region
  }

  @Test func aModuleUsesTheProviderOfItsCaller() throws {
    let root = #""aws":{"expressions":{"region":{"constant_value":"eu-west-1"}}}"#
    let alias = #""aws.us":{"expressions":{"region":{"constant_value":"us-east-1"}}}"#
    let empty = #""module.m:aws":{"module_address":"module.m"}"#
    #expect(try moduleRegion("m:aws", providers: "{\(root),\(empty)}")?.name == "eu-west-1")
    #expect(try moduleRegion("module.m:aws", providers: "{\(root)}")?.name == "eu-west-1")
    #expect(try moduleRegion("aws.us", providers: "{\(root),\(alias)}")?.name == "us-east-1")
    // Which of two is handed to the module is not in a plan this old.
    #expect(try moduleRegion("m:aws", providers: "{\(root),\(alias)}")?.name == nil)
  }

  @Test func aModuleMayConfigureItsProvider() throws {
    let own = { (region: String) in
      #"{"module.m:aws":{"module_address":"module.m","expressions":{"region":{"references":["var.\#(region)"]}}}}"#
    }
    let passed = #"{"constant_value":"ap-south-1"}"#
    #expect(
      try moduleRegion("module.m:aws", providers: own("region"), region: passed)?.name
        == "ap-south-1")
    #expect(
      try moduleRegion("m:aws", providers: own("other"), region: passed)?.name == "eu-north-1")
  }
}
