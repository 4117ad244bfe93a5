internal import Compliance
internal import Diagnostics
internal import DomainValues
package import Pipelines
internal import PolicyPacks
internal import SourceText

/// A small pack, and plans for it, run through the whole pipeline.
package struct Laboratory {
  static let policies = """
    resource lab.Bucket {
      name: String key
      is_private: Bool
      owner: String?
    }
    resource lab.Key {
      id: String key
    }
    map terraform "lab_bucket" to lab.Bucket {
      name = raw.name
      is_private = raw.private
      owner = raw.owner
    }
    map terraform "lab_key" to lab.Key {
      id = raw.id
    }
    /// Buckets are private.
    rule buckets_are_private {
      for bucket in lab.Bucket
      require bucket.is_private
        else "{bucket.name} is open"
      severity high
      remediation "Close it."
    }
    /// Owned buckets have long names.
    rule owners_are_named(least: Int = 3 in 1..9) {
      for bucket in lab.Bucket
      where bucket.owner is present
      require length(bucket.name) >= least
      severity low
    }
    rule keys_exist {
      for key in lab.Key
      require key.id != ""
    }
    """

  static let benchmark = """
    benchmark: lab
    version: "1.0"
    title: Laboratory
    sections: [{id: "1", title: First}, {id: "2", title: Second}]
    controls:
    \(control("1", "1", "automated", "[buckets_are_private]"))
    \(control("2", "1", "automated", "[owners_are_named]"))
    \(control("3", "1", "automated", "[buckets_are_private, owners_are_named]"))
    \(control("4", "2", "automated", "[keys_exist]"))
    \(control("5", "2", "automated", "[]"))
    \(control("6", "2", "manual", "[]"))
    \(control("7", "2", "manual", "[buckets_are_private]"))
    """

  private static func control(
    _ id: String, _ section: String, _ assessment: String, _ rules: String
  ) -> String {
    """
      - {id: "\(id)", slug: c\(id), title: Control \(id), section: "\(section)", level: 1, \
    assessment: \(assessment), rules: \(rules)}
    """
  }

  /// Returns the plan that creates `resources`, which are written as members of JSON objects; names
  /// are attributes, and `?` before one says that it is known only after apply.
  package static func plan(
    _ resources: [(type: String, name: String, values: String, unknown: String)]
  ) -> InputFile {
    let changes = resources.map { resource in
      """
      {"address": "\(resource.type).\(resource.name)", "mode": "managed", "type": "\(resource.type)",
       "name": "\(resource.name)", "provider_name": "registry.terraform.io/lab/lab",
       "change": {"actions": ["create"], "before": null, "after": {\(resource.values)},
       "after_unknown": {\(resource.unknown)}, "before_sensitive": false, "after_sensitive": {}}}
      """
    }
    let planned = resources.map { resource in
      """
      {"address": "\(resource.type).\(resource.name)", "mode": "managed", "type": "\(resource.type)",
       "name": "\(resource.name)", "provider_name": "registry.terraform.io/lab/lab",
       "schema_version": 0, "values": {\(resource.values)}, "sensitive_values": {}}
      """
    }
    let text = """
      {"format_version": "1.2", "terraform_version": "1.9.0", "complete": true, "errored": false,
       "planned_values": {"root_module": {"resources": [\(planned.joined(separator: ",\n"))]}},
       "resource_changes": [\(changes.joined(separator: ",\n"))],
       "configuration": {"provider_config": {}, "root_module": {}}}
      """
    return InputFile(name: "plan.json", bytes: Array(text.utf8))
  }

  /// A plan of buckets of every kind.
  package static let mixed = plan([
    ("lab_bucket", "good", #""name": "good", "private": true, "owner": "kim""#, ""),
    ("lab_bucket", "bad", #""name": "bad", "private": false, "owner": null"#, ""),
    ("lab_bucket", "new", #""name": "new", "owner": "x""#, #""private": true"#),
  ])

  /// A plan in which all is well.
  package static let good = plan([
    ("lab_bucket", "good", #""name": "good", "private": true, "owner": "kim""#, ""),
    ("lab_key", "one", #""id": "one""#, ""),
  ])

  /// Returns the request to judge `inputs` by the pack.
  package static func request(
    _ inputs: [InputFile], failOn: String = "fail,unknown", hasBenchmark: Bool = true
  ) throws -> CheckRequest {
    var request = CheckRequest(now: try Timestamp.parse("2026-01-01T00:00:00Z"))
    var files = [
      "pack.yaml": "pack: lab\nversion: 1.0.0\ntitle: Laboratory\n", "lab.cispol": policies,
    ]
    if hasBenchmark { files["benchmarks/1.0.yaml"] = benchmark }
    request.packs = [
      PackFolder(
        name: "lab", files: files.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
    ]
    request.inputs = inputs
    request.failurePolicy = try FailurePolicy.parse(failOn)
    return request
  }

  /// Returns the run of the pack over `inputs`.
  package static func run(
    _ inputs: [InputFile], failOn: String = "fail,unknown", hasBenchmark: Bool = true
  ) throws -> EvaluatedRun {
    var pipeline = CheckPipeline()
    let result: CheckResult
    do {
      result = try pipeline.run(
        try request(inputs, failOn: failOn, hasBenchmark: hasBenchmark))
    } catch {
      let renderer = TerminalRenderer(isColoured: false)
      let texts = pipeline.diagnostics.sorted.map { renderer.render($0, in: pipeline.sources) }
      throw Unusable(description: "\(error)\n" + texts.joined(separator: "\n"))
    }
    guard case .evaluated(let run) = result else {
      throw Unusable(description: "nothing was evaluated")
    }
    return run
  }

  /// Why there is no report.
  package struct Unusable: Error, CustomStringConvertible {
    package let description: String
  }
}
