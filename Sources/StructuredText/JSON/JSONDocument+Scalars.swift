extension JSONDocument {
  /// Returns `true` iff the value `id` is null.
  package func isNull(_ id: JSONNodeID) -> Bool { node(id).form == .null }

  /// Returns the value `id`, or `nil` when it is not a boolean.
  package func boolean(_ id: JSONNodeID) -> Bool? {
    switch node(id).form {
    case .true: true
    case .false: false
    case .null, .number, .plainString, .escapedString, .array, .object: nil
    }
  }

  /// Returns the value `id` with its escapes undone, or `nil` when it is not a string.
  package func string(_ id: JSONNodeID) -> String? {
    let node = node(id)
    switch node.form {
    case .plainString:
      return String(decoding: bytes[Int(node.lower) + 1..<Int(node.upper) - 1], as: UTF8.self)
    case .escapedString:
      let content = bytes[Int(node.lower) + 1..<Int(node.upper) - 1]
      return String(decoding: JSONEscapes.decoded(content), as: UTF8.self)
    case .null, .false, .true, .number, .array, .object:
      return nil
    }
  }

  /// Returns the number `id` as it is written, or `nil` when it is not a number.
  package func numberText(_ id: JSONNodeID) -> String? {
    let node = node(id)
    guard node.form == .number else { return nil }
    return String(decoding: bytes[Int(node.lower)..<Int(node.upper)], as: UTF8.self)
  }

  /// Returns the number `id`, or `nil` when it is not a number, not whole or beyond 64 bits.
  ///
  /// A fraction or exponent is exact: `1.0`, `1e3` and `120e-1` are whole.
  package func integer(_ id: JSONNodeID) -> Int64? {
    let node = node(id)
    guard node.form == .number else { return nil }
    return JSONNumber.integer(bytes[Int(node.lower)..<Int(node.upper)])
  }

  /// Returns the number nearest to `id`, or `nil` when it is not a number or beyond a `Double`.
  package func double(_ id: JSONNodeID) -> Double? {
    guard let text = numberText(id), let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
