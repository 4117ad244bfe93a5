internal import PolicyIR
internal import ResourceModel

/// Parts of `Json`, and what stands in for what is absent.
extension KnownEvaluator {
  /// Returns the member of `base`.
  mutating func member(_ name: RawName, of base: Known) throws(NotKnown) -> Known {
    switch base.value {
    case .absent, .unknown, .undecided: return base
    case .json(let id):
      guard case .object = values.kind(of: id) else { throw NotKnown() }
      guard let member = values.member(name, of: id) else {
        return Known(.absent, origin: base.origin)
      }
      return json(member)
    case .bool, .int, .rawText, .text, .enumeration, .other: throw NotKnown()
    }
  }

  /// Returns the element of `base` at the 0-based index.
  mutating func element(_ index: Int32, of base: Known) throws(NotKnown) -> Known {
    switch base.value {
    case .absent, .unknown, .undecided: return base
    case .json(let id):
      guard case .list = values.kind(of: id) else { throw NotKnown() }
      guard index >= 0, index < values.count(of: id) else {
        return Known(.absent, origin: base.origin)
      }
      return json(values.child(at: Int(index), of: id))
    case .bool, .int, .rawText, .text, .enumeration, .other: throw NotKnown()
    }
  }

  /// Returns the `Json` value, which may be null or not known.
  mutating func json(_ id: RawValueID) -> Known {
    Known(.json(id), origin: values.origin(of: id))
  }

  /// Returns `body` with the value of `base` in the slot.
  mutating func chain(
    _ base: Int32, _ slot: Int32, _ body: Int32
  ) throws(NotKnown) -> Known {
    let known = try evaluate(base)
    let resolved = resolved(known)
    switch resolved.value {
    case .absent, .unknown, .undecided: return resolved
    case .bool, .int, .rawText, .text, .json, .enumeration, .other:
      bind(Int(slot), known)
      return try evaluate(body)
    }
  }

  /// Returns the value of the arm that the subject selects.
  mutating func match(
    _ subject: Int32, _ first: Int32, _ count: Int32
  ) throws(NotKnown) -> Known {
    guard case .enumeration(_, let index) = try read(subject).value else { throw NotKnown() }
    for arm in Int(first)..<Int(first + count) where arms[arm].cases.contains(Int(index)) {
      return try evaluate(arms[arm].value)
    }
    throw NotKnown()
  }
}
