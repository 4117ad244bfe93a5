internal import SourceText
internal import StructuredText

/// The JSON of a plan, with accessors that say where it is not what the format says.
struct PlanDocument {
  /// The JSON.
  let json: JSONDocument

  /// Returns the object at `key` of `id`, or `nil` when it is absent or null.
  func object(
    _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONNodeID? {
    try object(json.member(key, of: id), key, path: path())
  }

  /// Returns `value`, an object that was found at `key`, or `nil` when it is absent or null.
  func object(
    _ value: JSONNodeID?, _ key: JSONKey, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONNodeID? {
    guard let value = present(value) else { return nil }
    guard case .object = json.kind(of: value) else {
      throw wrongShape(value, path() + "." + key.spelling, "an object")
    }
    return value
  }

  /// Returns the elements of the array at `key` of `id`; none when it is absent.
  func elements(
    _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONElements {
    guard let value = present(key, of: id) else { return JSONElements(json) }
    guard case .array = json.kind(of: value) else {
      throw wrongShape(value, path() + "." + key.spelling, "an array")
    }
    return json.elements(of: value)
  }

  /// Throws unless `element`, with the 0-based place `index` in the array at `key`, is an object.
  func demandObject(
    _ element: JSONNodeID, _ index: Int, _ key: JSONKey, path: @autoclosure () -> String
  ) throws(CollectError) {
    guard case .object = json.kind(of: element) else {
      throw wrongShape(element, "\(path()).\(key.spelling)[\(index)]", "an object")
    }
  }

  /// Returns the string at `key` of `id`.
  func string(
    _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> String {
    let value = try text(json.member(key, of: id), key, of: id, path: path())
    return json.string(value) ?? ""
  }

  /// Returns `value`, a string that was found at `key` of `id`.
  func text(
    _ value: JSONNodeID?, _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONNodeID {
    guard let text = try optionalText(value, key, path: path()) else {
      throw wrongShape(id, path(), "an object with `\(key.spelling)`")
    }
    return text
  }

  /// Returns the string at `key` of `id`, or `nil` when it is absent or null.
  func optionalString(
    _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> String? {
    try optionalText(json.member(key, of: id), key, path: path()).flatMap { json.string($0) }
  }

  /// Returns `value`, a string that was found at `key`, or `nil` when it is absent or null.
  func optionalText(
    _ value: JSONNodeID?, _ key: JSONKey, path: @autoclosure () -> String
  ) throws(CollectError) -> JSONNodeID? {
    guard let value = present(value) else { return nil }
    guard case .string = json.kind(of: value) else {
      throw wrongShape(value, path() + "." + key.spelling, "a string")
    }
    return value
  }

  /// Returns the Boolean at `key` of `id`, or `nil` when it is absent or null.
  func boolean(
    _ key: JSONKey, of id: JSONNodeID, path: @autoclosure () -> String
  ) throws(CollectError) -> Bool? {
    guard let value = present(key, of: id) else { return nil }
    guard let boolean = json.boolean(value) else {
      throw wrongShape(value, path() + "." + key.spelling, "a Boolean")
    }
    return boolean
  }

  /// Returns the value at `key` of `id`, or `nil` when it is absent or null.
  func present(_ key: JSONKey, of id: JSONNodeID) -> JSONNodeID? {
    present(json.member(key, of: id))
  }

  /// Returns `value`, or `nil` when it is absent or null.
  func present(_ value: JSONNodeID?) -> JSONNodeID? {
    guard let value, !json.isNull(value) else { return nil }
    return value
  }

  /// Returns the error that the value `id` at `path` is not `expected`.
  func wrongShape(_ id: JSONNodeID, _ path: String, _ expected: String) -> CollectError {
    let trimmed = path.hasPrefix(".") ? String(path.dropFirst()) : path
    return .wrongShape(path: ShownPath.start(of: trimmed), expected: expected, json.range(of: id))
  }
}
