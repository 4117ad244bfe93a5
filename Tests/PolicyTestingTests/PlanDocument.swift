import Foundation

/// A Terraform plan as JSON, in which values that are configured can be hidden.
struct PlanDocument {
  /// One step of a path: into an object or a list.
  enum Step: Hashable, CustomStringConvertible {
    case name(String)
    case index(Int)

    var description: String {
      switch self {
      case .name(let name): name
      case .index(let index): "\(index)"
      }
    }
  }

  /// A configured value: where it is planned, changed and configured, and what it is.
  struct Spot {
    /// The address of its resource.
    let address: String
    /// Where the values of its resource are planned.
    let planned: [Step]
    /// Where the change of its resource is.
    let change: [Step]
    /// Where its expression is.
    let expression: [Step]
    /// Where it is in the values of its resource.
    let path: [Step]
    /// What it is.
    let value: Any
    /// Whether its expression refers to a resource.
    let comesFromResource: Bool
  }

  /// The whole plan.
  private(set) var root: Any

  /// Takes the plan, with something beside it whose output is known only after apply.
  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data)
    let values: [String: Any] = ["input": "x"]
    let identity: [String: Any] = [
      "address": "terraform_data.later", "mode": "managed", "type": "terraform_data",
      "name": "later", "provider_name": "terraform.io/builtin/terraform", "schema_version": 0,
    ]
    append(
      identity.merging(["values": values, "sensitive_values": [String: Any]()]) { $1 },
      at: PlanDocument.path("planned_values", "root_module", "resources"))
    let change: [String: Any] = [
      "actions": ["create"], "before": NSNull(), "after": values,
      "after_unknown": ["id": true, "output": true], "before_sensitive": false,
      "after_sensitive": [String: Any](),
    ]
    append(
      identity.merging(["change": change]) { $1 }, at: PlanDocument.path("resource_changes"))
    append(
      identity.merging(["expressions": ["input": ["constant_value": "x"]]]) { $1 },
      at: PlanDocument.path("configuration", "root_module", "resources"))
  }

  /// The plan as text.
  var data: Data {
    get throws { try JSONSerialization.data(withJSONObject: root, options: .sortedKeys) }
  }

  /// Returns the plan in which the value at the spot is known only after apply.
  func hiding(_ spot: Spot) -> PlanDocument {
    var copy = self
    copy.set(
      ["references": ["terraform_data.later.output", "terraform_data.later"]], at: spot.expression)
    copy.set(nil, at: spot.planned + spot.path)
    let change = spot.change + [.name("change")]
    copy.set(nil, at: change + [.name("after")] + spot.path)
    let unknown = change + [.name("after_unknown")]
    copy.set(PlanDocument.marked(self[unknown], spot.path[...]), at: unknown)
    let actions = change + [.name("actions")]
    if self[actions] as? [String] == ["no-op"] { copy.set(["update"], at: actions) }
    return copy
  }

  /// What stands at a path, or `nil` if nothing does.
  subscript(path: [Step]) -> Any? {
    path.reduce(root as Any?) { value, step in
      switch step {
      case .name(let name): (value as? [String: Any])?[name]
      case .index(let index):
        (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }

  /// Returns the path of the names.
  static func path(_ names: String...) -> [Step] { names.map { .name($0) } }

  private mutating func append(_ value: Any, at path: [Step]) {
    set((self[path] as? [Any] ?? []) + [value], at: path)
  }

  private mutating func set(_ value: Any?, at path: [Step]) {
    root = PlanDocument.replaced(root, path[...], by: value) ?? root
  }

  /// Returns `whole` with `value` at the path; without what was there, or with null in a list, if it is
  /// `nil`.
  private static func replaced(_ whole: Any?, _ path: ArraySlice<Step>, by value: Any?) -> Any? {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch step {
    case .name(let name):
      guard var object = whole as? [String: Any] ?? (value == nil ? nil : [:]) else {
        return whole
      }
      object[name] = replaced(object[name], rest, by: value)
      return object
    case .index(let index):
      guard var list = whole as? [Any], list.indices.contains(index) else { return whole }
      list[index] = replaced(list[index], rest, by: value) ?? NSNull()
      return list
    }
  }

  /// Returns what is unknown of a resource, with what is at the path.
  private static func marked(_ unknown: Any?, _ path: ArraySlice<Step>) -> Any {
    guard let step = path.first else { return true }
    let rest = path.dropFirst()
    switch step {
    case .name(let name):
      var object = unknown as? [String: Any] ?? [:]
      object[name] = marked(object[name], rest)
      return object
    case .index(let index):
      var list = unknown as? [Any] ?? []
      while list.count <= index { list.append([String: Any]()) }
      list[index] = marked(list[index], rest)
      return list
    }
  }
}
