internal import CByteScan

/// Members without texts made of their keys, which those who look at many values can do without.
extension JSONDocument {
  /// Returns the elements of the array `id`, or the keys of the object `id`, in source order; none
  /// of a scalar.
  package func children(of id: JSONNodeID) -> [JSONNodeID] {
    let container = node(id)
    // After a key comes its value, which ends where the next key starts.
    let first: UInt32 = container.form == .object ? 1 : 0
    var children: [JSONNodeID] = []
    guard container.form == .object || container.form == .array else { return children }
    children.reserveCapacity(Int(container.number))
    var index = id.index + 1
    while index < container.end {
      children.append(JSONNodeID(index: index))
      index = nodes[Int(index + first)].end
    }
    return children
  }

  /// Returns the first key of the object `id`, or `nil` when it has none or `id` is not an object.
  package func firstKey(of id: JSONNodeID) -> JSONNodeID? {
    let container = node(id)
    guard container.form == .object, container.number > 0 else { return nil }
    return JSONNodeID(index: id.index + 1)
  }

  /// Returns the key after `key` in the object `id`, or `nil` when that is the last one.
  package func key(after key: JSONNodeID, of id: JSONNodeID) -> JSONNodeID? {
    let next = nodes[Int(key.index) + 1].end
    return next < node(id).end ? JSONNodeID(index: next) : nil
  }

  /// Returns the first element of the array `id`, or `nil` when it has none or `id` is not an array.
  package func firstElement(of id: JSONNodeID) -> JSONNodeID? {
    let container = node(id)
    guard container.form == .array, container.number > 0 else { return nil }
    return JSONNodeID(index: id.index + 1)
  }

  /// Returns `true` iff `id` is a string and is `name`.
  package func isString(_ id: JSONNodeID, _ name: StaticString) -> Bool {
    switch node(id).form {
    case .plainString, .escapedString: return isKey(id, name)
    case .null, .false, .true, .number, .array, .object: return false
    }
  }

  /// Returns `true` iff both values are strings, and the same.
  package func isSameString(_ left: JSONNodeID, _ right: JSONNodeID) -> Bool {
    let (left, right) = (node(left), node(right))
    switch (left.form, right.form) {
    case (.plainString, .plainString):
      guard left.upper &- left.lower == right.upper &- right.lower else { return false }
      return isSpelled(left, right)
    case (.escapedString, .plainString), (.plainString, .escapedString),
      (.escapedString, .escapedString):
      return isSpelled(left, right)
    case (.null, _), (.false, _), (.true, _), (.number, _), (.array, _), (.object, _), (_, .null),
      (_, .false), (_, .true), (_, .number), (_, .array), (_, .object):
      return false
    }
  }

  /// Returns `true` iff the key, or other string, `key` is `name`.
  package func isKey(_ key: JSONNodeID, _ name: StaticString) -> Bool { isEqual(node(key), name) }

  /// Adds the bytes of the string `id`, with its escapes undone, to `text`; nothing if it is none.
  package func append(textOf id: JSONNodeID, to text: inout [UInt8]) {
    let node = node(id)
    switch node.form {
    case .plainString:
      let content = content(of: node)
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[content]))
      }
    case .escapedString: text.append(contentsOf: JSONEscapes.decoded(bytes[content(of: node)]))
    case .null, .false, .true, .number, .array, .object: break
    }
  }

  /// Returns the value of the member with the key `key`.
  ///
  /// - Precondition: `key` is a key.
  package func value(of key: JSONNodeID) -> JSONNodeID { JSONNodeID(index: key.index + 1) }

  /// Returns a number that is equal for equal keys, and mostly different for different ones.
  ///
  /// - Precondition: `key` is a key.
  package func digest(of key: JSONNodeID) -> UInt32 { node(key).number }

  /// Returns `true` iff the value `id`, or a part of it, is `true`.
  ///
  /// - Complexity: O(*n*) in the number of its parts.
  package func holdsTrue(_ id: JSONNodeID) -> Bool {
    let first = Int(id.index)
    return nodes[first..<Int(node(id).end)].contains { $0.form == .true }
  }

  /// Returns `true` iff two keys are equal.
  package func isSameKey(_ left: JSONNodeID, _ right: JSONNodeID) -> Bool {
    isEqual(node(left), node(right))
  }

  /// Returns the value of the member of the object `id` that has the key `key`, which may be one of
  /// another object, or `nil` when there is none or `id` is not an object.
  ///
  /// - Complexity: O(*n*) in the number of members, whatever they hold.
  package func member(like key: JSONNodeID, of id: JSONNodeID) -> JSONNodeID? {
    let container = node(id)
    guard container.form == .object else { return nil }
    let wanted = node(key)
    var index = id.index + 1
    while index < container.end {
      if isEqual(nodes[Int(index)], wanted) { return JSONNodeID(index: index + 1) }
      index = nodes[Int(index) + 1].end
    }
    return nil
  }

  /// Returns the value of `key` in the object `id`, or `nil` when it is absent or `id` is not an
  /// object.
  ///
  /// - Complexity: O(*n*) in the number of members, whatever they hold.
  package func member(_ key: String, of id: JSONNodeID) -> JSONNodeID? {
    let container = node(id)
    guard container.form == .object else { return nil }
    var key = key
    return key.withUTF8 { text in
      let digest = unsafe JSONDigest.of(text)
      var index = id.index + 1
      while index < container.end {
        let node = nodes[Int(index)]
        if node.number == digest, unsafe isEqual(node, text) {
          return JSONNodeID(index: index + 1)
        }
        index = nodes[Int(index) + 1].end
      }
      return nil
    }
  }

  /// Returns the value of `key` in the object `id`, or `nil` when it is absent or `id` is not an
  /// object.
  ///
  /// - Complexity: O(*n*) in the number of members, whatever they hold.
  package func member(_ key: JSONKey, of id: JSONNodeID) -> JSONNodeID? {
    let container = node(id)
    guard container.form == .object else { return nil }
    var index = id.index + 1
    while index < container.end {
      if isKey(nodes[Int(index)], key) { return JSONNodeID(index: index + 1) }
      index = nodes[Int(index) + 1].end
    }
    return nil
  }

  /// Returns `true` iff the key `node` is `key`.
  @inline(__always)
  func isKey(_ node: JSONNode, _ key: JSONKey) -> Bool {
    node.number == key.digest && isEqual(node, key.text)
  }

  /// Returns `true` iff the key `node` has the bytes `text`.
  func isKey(_ node: JSONNode, _ text: [UInt8]) -> Bool {
    unsafe text.withUnsafeBufferPointer { unsafe isEqual(node, $0) }
  }

  /// Returns `true` iff the string `node` has the bytes of `text`.
  private func isEqual(_ node: JSONNode, _ text: StaticString) -> Bool {
    unsafe isEqual(
      node, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Returns `true` iff two keys are equal.
  @inline(__always)
  private func isEqual(_ left: JSONNode, _ right: JSONNode) -> Bool {
    guard left.number == right.number else { return false }
    // Keys at the same step of a trail are the same.
    if left.end == right.end, left.end != 0 { return true }
    return isSpelled(left, right)
  }

  /// Returns `true` iff the keys have the same bytes.
  private func isSpelled(_ left: JSONNode, _ right: JSONNode) -> Bool {
    unsafe withContent(of: left) { text in unsafe isEqual(right, text) }
  }

  /// Returns `true` iff the key `node` has the bytes `text`.
  private func isEqual(_ node: JSONNode, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe withContent(of: node) { content in
      guard content.count == text.count else { return false }
      guard let one = content.baseAddress, let other = text.baseAddress else { return true }
      return unsafe byte_scan_is_equal(one, other, content.count) != 0
    }
  }

  /// Returns what `body` makes of the bytes of the string `node` with its escapes undone.
  @inline(__always)
  private func withContent<Result>(
    of node: JSONNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let content = content(of: node)
    if node.form == .escapedString {
      return unsafe JSONEscapes.decoded(bytes[content]).withUnsafeBufferPointer(body)
    }
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe body(UnsafeBufferPointer(rebasing: $0[content]))
    }
  }

  /// Returns where the bytes between the quotes of the string `node` are.
  @inline(__always)
  private func content(of node: JSONNode) -> Range<Int> {
    Int(node.lower) + 1..<Int(node.upper) - 1
  }
}
