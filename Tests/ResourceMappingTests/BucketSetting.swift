import DomainValues
import PolicyIR
import ResourceMapping
import ResourceModel
import TestSupport

/// Buckets, their keys, and what is attached to them.
struct BucketSetting {
  var sketch = Sketch()
  var raw = RawSketch()
  let account: ResourceTypeID
  let region: ResourceTypeID
  let key: ResourceTypeID
  let bucket: ResourceTypeID

  /// Creates the setting, in which the names of buckets are unique within `keyScope`.
  init(keyScope: KeyScope = .everywhere) {
    account = sketch.resource("aws.Account", container: .account)
    region = sketch.resource("aws.Region", container: .region)
    key = sketch.resource("aws.Key")
    bucket = sketch.resource("aws.Bucket")
    let buckets = ValueType.list(sketch.type(.resource(bucket)))
    let keys = ValueType.list(sketch.type(.resource(key)))
    let edge = ValueType.optional(sketch.type(.resource(key)))
    let accountEdge = ValueType.resource(account)
    sketch.program.schema.resources[account.index].attributes = [
      sketch.attribute("id", .string, key: .everywhere),
      sketch.attribute("root_has_mfa", .bool),
    ]
    sketch.program.schema.resources[region.index].attributes = [
      sketch.attribute("id", .string, key: .account),
      sketch.attribute("account", accountEdge),
    ]
    sketch.program.schema.resources[key.index].attributes = [
      sketch.attribute("id", .string, key: .region),
      sketch.attribute(
        "buckets", buckets, inverse: EdgeID(resource: bucket, attribute: 3)),
    ]
    sketch.program.schema.resources[bucket.index].attributes = [
      sketch.attribute("name", .string, key: keyScope),
      sketch.attribute("account", accountEdge),
      sketch.attribute("region", .resource(region)),
      sketch.attribute("key", edge, absence: .allowed),
      sketch.attribute("is_versioned", .bool, absence: .value(.bool(false))),
      sketch.attribute("owner", .string),
      sketch.attribute("more_keys", keys),
    ]
    map("key", to: key) { sketch, raw in
      [.field(attribute: 0, sketch.term(.member(of: raw, name: "id"), .json))]
    }
    map("bucket", to: bucket) { sketch, raw in
      let versionings = sketch.variable(1, .list(sketch.type(.json)))
      let first = sketch.term(.builtin(.first, [versionings]), .json)
      let status = sketch.term(.member(of: first, name: "on"), .json)
      return [
        .join(slot: 1, rawTypes: ["versioning"], .path(["bucket"])),
        .field(attribute: 0, sketch.term(.member(of: raw, name: "name"), .json)),
        .field(attribute: 3, sketch.term(.member(of: raw, name: "key"), .json)),
        .field(attribute: 4, status),
        .field(attribute: 6, sketch.term(.member(of: raw, name: "keys"), .json)),
      ]
    }
  }

  /// Has `adopted_bucket` read as buckets are.
  mutating func mapAdoptedBuckets() {
    guard let mapping = sketch.program.mappings.last else { return }
    sketch.program.mappings.append(
      Mapping(
        source: mapping.source, rawTypes: ["adopted_bucket"], target: bucket,
        rawSlot: mapping.rawSlot, steps: mapping.steps, slotCount: mapping.slotCount,
        range: mapping.range))
  }

  /// Maps raw resources of `type` to nodes of `target` by `steps`.
  mutating func map(
    _ type: String, to target: ResourceTypeID,
    _ steps: (inout Sketch, TermID) -> [Mapping.Step]
  ) {
    let raw = sketch.variable(0, .json)
    let steps = steps(&sketch, raw)
    sketch.program.mappings.append(
      Mapping(
        source: "test", rawTypes: [type], target: target, rawSlot: 0, steps: steps,
        slotCount: 4, range: Sketch.nowhere))
  }

  func graph() throws -> ResourceGraph {
    MappingEngine.map(raw.inventory, program: sketch.program, now: try Sketch.now).0
  }

  func cell(_ attribute: Int, of index: Int = 0) throws -> Cell {
    try graph().cell(attribute, of: RowID(type: bucket, index: index))
  }

  func keyRow(_ index: Int) -> Reading { .value(.resource(RowID(type: key, index: index))) }
}
