internal import ResourceModel
internal import StructuredText

/// Values of which nothing is told but what they are.
extension ValueBuilder {
  /// Returns the value at `node`, as it is written; no part of it is marked or refers to anything.
  mutating func copy(_ node: JSONNodeID) -> RawValueID {
    switch json.kind(of: node) {
    case .null, .bool, .number, .string:
      return values.insert(Self.scalar(node, in: json), origin: json.range(of: node))
    case .array:
      let first = open.elements.count
      for element in json.children(of: node) {
        let element = copy(element)
        open.elements.append(element)
      }
      return open.closeList(from: first, in: &values, origin: json.range(of: node))
    case .object:
      let first = open.members.count
      var next = json.firstKey(of: node)
      while let key = next {
        let value = copy(json.value(of: key))
        open.members.append((names.name(of: key, in: &values), value))
        next = json.key(after: key, of: node)
      }
      return open.closeObject(from: first, in: &values, origin: json.range(of: node))
    }
  }
}
