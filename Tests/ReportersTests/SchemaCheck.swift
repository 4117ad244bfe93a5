import Foundation

/// The part of JSON Schema that `docs/report.schema.json` uses.
struct SchemaCheck {
  /// The whole schema, whose definitions are referred to.
  let root: [String: Any]

  /// Returns what of `value`, which stands at `path`, is not as `schema` says.
  func problems(of value: Any, in schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      let definitions = root["$defs"] as? [String: Any]
      guard let definition = definitions?[name] as? [String: Any] else {
        return ["\(path): \(reference) is not defined"]
      }
      return problems(of: value, in: definition, at: path)
    }
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(type(of: value))
    {
      return ["\(path): \(type(of: value)) is not \(types)"]
    }
    var found: [String] = []
    if let cases = schema["enum"] as? [String], let text = value as? String, !cases.contains(text) {
      found.append("\(path): \(text) is not one of \(cases)")
    }
    if let object = value as? [String: Any] {
      found += problems(ofMembers: object, in: schema, at: path)
    }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() {
        found += problems(of: item, in: items, at: "\(path)[\(index)]")
      }
    }
    return found
  }

  private func problems(
    ofMembers object: [String: Any], in schema: [String: Any], at path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var found: [String] = []
    for required in schema["required"] as? [String] ?? [] where object[required] == nil {
      found.append("\(path): \(required) is missing")
    }
    for (key, member) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[key] as? [String: Any] {
        found += problems(of: member, in: property, at: "\(path).\(key)")
      } else if let rest = schema["additionalProperties"] as? [String: Any] {
        found += problems(of: member, in: rest, at: "\(path).\(key)")
      } else {
        found.append("\(path): \(key) is not in the schema")
      }
    }
    return found
  }

  private func type(of value: Any) -> String {
    switch value {
    case is NSNull: return "null"
    case is String: return "string"
    case is [Any]: return "array"
    case is [String: Any]: return "object"
    case let number as NSNumber:
      return unsafe String(cString: number.objCType) == "c" ? "boolean" : "integer"
    default: return "unknown"
    }
  }
}
