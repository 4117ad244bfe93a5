import Collectors
import Diagnostics
import Foundation
import ResourceModel
import SourceText
import Testing

/// Plans that Terraform wrote.
struct RealPlanTests {
  /// The plans outside of the project, if they are there.
  static let collection: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for up in ["../shared", "../../shared"] {
      let folder = root.appending(path: up).appending(path: "data/terraform-plans")
      let plans = RealPlanTests.plans(in: folder)
      if !plans.isEmpty { return plans }
    }
    return []
  }()

  /// The plans of the project.
  static let fixtures = plans(
    in: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/plans"))

  /// Returns the JSON files in `folder`.
  private static func plans(in folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }

  /// Returns the plan at `url`.
  static func plan(at url: URL) throws -> CollectedPlan {
    let file = InputFormat.file(name: url.path, bytes: Array(try Data(contentsOf: url)))
    return try CollectedPlan(bytes: try #require(file).bytes)
  }

  @Test(
    .enabled(if: !collection.isEmpty, "the collection of plans is absent"), arguments: collection)
  func anOldPlanIsCollected(_ url: URL) throws {
    let plan = try RealPlanTests.plan(at: url)
    #expect(!plan.inventory.resources.isEmpty)
    try RealPlanTests.expectAgreement(plan, url)
  }

  @Test(.enabled(if: !fixtures.isEmpty, "the project has no plans"), arguments: fixtures)
  func aPlanOfTheProjectIsCollected(_ url: URL) throws {
    let plan = try RealPlanTests.plan(at: url)
    try RealPlanTests.expectAgreement(plan, url)
  }

  @Test func repeatingOverAModuleSelectsItsOutput() throws {
    let url = try #require(
      RealPlanTests.fixtures.first { $0.lastPathComponent == "modules-nested-for-each.json" })
    let plan = try RealPlanTests.plan(at: url)
    #expect(
      plan.references(#"aws_security_group_rule.ssh["blog"]"#, "security_group_id") == [
        #"module.site["blog"].aws_security_group.main id"#
      ])
  }

  @Test(arguments: [
    ("array", DiagnosticID.inputNotAPlan), ("binary", .inputBinaryPlan), ("empty", .inputEmpty),
    ("format-version-number", .inputWrongShape), ("invalid-utf-8", .inputNotJSON),
    ("no-format-version", .inputNotAPlan), ("not-json", .inputNotJSON),
    ("resource-changes-element", .inputWrongShape), ("resource-changes-object", .inputWrongShape),
    ("state-show", .inputIsState), ("state", .inputIsState), ("truncated", .inputTruncated),
    ("unsupported-version", .inputUnsupportedVersion), ("utf-16le-odd", .inputNotJSON),
    ("utf-16le-lone-surrogate", .inputNotJSON), ("utf-16be", nil), ("utf-16le", nil),
    ("utf-8-bom", nil),
  ])
  func aBrokenInputIsRefused(_ name: String, _ id: DiagnosticID?) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/broken")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let file = try #require(files.first { $0.split(separator: ".").first == name[...] })
    var found: DiagnosticID?
    do {
      _ = try RealPlanTests.plan(at: folder.appending(path: file))
    } catch let error as CollectError {
      found = Diagnostic.uncollectable(error).id
    }
    #expect(found == id)
  }

  @Test func modulesAreConnectedInARealPlan() throws {
    let url = try #require(
      RealPlanTests.fixtures.first { $0.lastPathComponent == "module-references.json" })
    let plan = try RealPlanTests.plan(at: url)
    #expect(
      plan.references("aws_s3_bucket_policy.p", "bucket") == [#"module.m["x"].aws_s3_bucket.b id"#])
    #expect(
      plan.references(#"module.m["y"].aws_s3_bucket_acl.o["b"]"#, "bucket") == [
        #"aws_s3_bucket.each["b"]"#
      ])
    #expect(
      plan.references(#"aws_s3_bucket_versioning.each["a"]"#, "bucket") == [
        #"aws_s3_bucket.each["a"] id"#
      ])
    #expect(
      plan.references(#"module.m["x"].module.inner.aws_sns_topic.t"#, "kms_master_key_id") == [
        "(local.key_arn)"
      ])
    #expect(
      plan.references("aws_instance.c[0]", "ebs_block_device", 1, "kms_key_id") == [
        "aws_kms_key.main arn"
      ])
    #expect(
      plan.unknown("aws_instance.c[0]", "ebs_block_device", 0, "kms_key_id")?.isComputed == true)
    #expect(plan.references("aws_ebs_volume.v[1]", "availability_zone") == ["aws_instance.c[1]"])
    #expect(plan.resource("aws_instance.c[0]")?.site.region.name == "us-east-1")
    #expect(plan.resource("aws_vpc.v")?.site.region.name == "eu-west-1")
    #expect(plan.unknown("aws_db_instance.db", "password")?.kind == .redacted)
  }

  /// Expects what another reader of JSON finds in the plan at `url`.
  private static func expectAgreement(_ plan: CollectedPlan, _ url: URL) throws {
    let json = try JSONSerialization.jsonObject(with: Data(plan.file.bytes))
    let root = try #require(json as? [String: Any])
    let changes = (root["resource_changes"] as? [[String: Any]] ?? []).filter {
      $0["deposed"] == nil
    }
    var kept: Set<String> = []
    for entry in changes {
      let address = try #require(entry["address"] as? String)
      let change = try #require(entry["change"] as? [String: Any])
      let actions = try #require(change["actions"] as? [String])
      if ["delete", "forget"].contains(actions.last), !actions.contains("create") { continue }
      kept.insert(address)
      let resource = try #require(plan.resource(address), "\(address)")
      let isNew =
        actions.contains("create") && root["errored"] as? Bool != true
        && root["complete"] as? Bool != false
      #expect(resource.isNew == isNew, "\(address)")
      let unknown = try #require(change["after_unknown"] as? [String: Any])
      let sensitive = change["after_sensitive"] as? [String: Any] ?? [:]
      let after = change["after"] as? [String: Any] ?? [:]
      for name in Set(after.keys).union(unknown.keys).sorted() {
        let value = plan.value(address, .member(name))
        let state = plan.unknown(address, .member(name))
        if unknown[name] as? Bool == true {
          #expect(state?.kind == .knownAfterApply, "\(address).\(name)")
        } else if sensitive[name] as? Bool == true, !(after[name] is NSNull), after[name] != nil {
          #expect(state?.kind == .redacted, "\(address).\(name)")
        } else if let text = after[name] as? String {
          #expect(value == .string(text), "\(address).\(name)")
        } else if let list = after[name] as? [Any], value == .list {
          let id = try #require(plan.id(address, [.member(name)]))
          #expect(plan.inventory.values.children(of: id).count == list.count)
        }
      }
    }
    let managed = Set(
      plan.inventory.resources.filter { !$0.type.hasPrefix("data.") && !$0.isFormer }
        .map(\.address))
    let read = changes.filter { $0["mode"] as? String == "data" }
    #expect(managed == kept.subtracting(read.compactMap { $0["address"] as? String }))
  }
}
