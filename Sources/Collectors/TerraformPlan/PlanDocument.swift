internal import SourceText
internal import StructuredText

/// The JSON of a plan, with accessors that say where it is not what the format says.
struct PlanDocument {
  /// The JSON.
  let json: JSONDocument

  /// Returns the object at `key` of `id`, or `nil` when it is absent or null.
  func object(
    _ key: String, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONNodeID? {
    guard let value = present(key, of: id) else { return nil }
    guard json.kind(of: value) == .object else {
      throw wrongShape(value, path() + "." + key, "an object")
    }
    return value
  }

  /// Returns the elements of the array at `key` of `id`, all objects; none when it is absent.
  func objects(
    _ key: String, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> [JSONNodeID] {
    guard let value = present(key, of: id) else { return [] }
    guard json.kind(of: value) == .array else {
      throw wrongShape(value, path() + "." + key, "an array")
    }
    let elements = json.children(of: value)
    for (index, element) in elements.enumerated() where json.kind(of: element) != .object {
      throw wrongShape(element, "\(path()).\(key)[\(index)]", "an object")
    }
    return elements
  }

  /// Returns the string at `key` of `id`.
  func string(
    _ key: String, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> String {
    guard let text = try optionalString(key, of: id, path: path()) else {
      throw wrongShape(id, path(), "an object with `\(key)`")
    }
    return text
  }

  /// Returns the string at `key` of `id`, or `nil` when it is absent or null.
  func optionalString(
    _ key: String, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> String? {
    guard let value = present(key, of: id) else { return nil }
    guard let text = json.string(value) else {
      throw wrongShape(value, path() + "." + key, "a string")
    }
    return text
  }

  /// Returns the value at `key` of `id`, or `nil` when it is absent or null.
  func present(_ key: String, of id: JSONNodeID) -> JSONNodeID? {
    guard let value = json.member(key, of: id), !json.isNull(value) else { return nil }
    return value
  }

  /// Returns the error that the value `id` at `path` is not `expected`.
  func wrongShape(_ id: JSONNodeID, _ path: String, _ expected: String) -> CollectError {
    let trimmed = path.hasPrefix(".") ? String(path.dropFirst()) : path
    return .wrongShape(path: ShownPath.start(of: trimmed), expected: expected, json.range(of: id))
  }
}
