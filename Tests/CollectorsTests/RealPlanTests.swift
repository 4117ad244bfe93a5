import Collectors
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
      plan.inventory.resources.filter { !$0.type.hasPrefix("data.") }.map(\.address))
    let read = changes.filter { $0["mode"] as? String == "data" }
    #expect(managed == kept.subtracting(read.compactMap { $0["address"] as? String }))
  }
}
