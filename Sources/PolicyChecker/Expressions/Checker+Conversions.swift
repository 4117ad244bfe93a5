internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Returns `checked` as a value of `type`, widened where the language allows it, or reports that
  /// it is none.
  mutating func adapt(_ checked: Checked, to type: TypeID, at range: SourceRange) -> Checked {
    if let adapted = adapted(checked, to: type, at: range) { return adapted }
    if isOptional(checked.type), unwrapped(checked.type) == type {
      diagnostics.insert(.optionalNeedsGuard(name(of: checked.type), at: range))
    } else if self[checked.type] == .json {
      diagnostics.insert(.jsonNeedsCast(to: name(of: type), at: range))
    } else {
      diagnostics.insert(
        .typeMismatch(expected: name(of: type), got: name(of: checked.type), at: range))
    }
    return failed(at: range)
  }

  /// Returns `checked` as what is assigned to an attribute of type `type`: `Json` is read as such
  /// a value, and the schema says what absence means.
  mutating func assign(
    _ checked: Checked, to type: TypeID, at range: SourceRange, allowsAbsence: Bool = false
  ) -> Checked {
    if let adapted = adapted(checked, to: type, at: range) { return adapted }
    if holdsJSON(checked.type) {
      guard allowsAbsence || isOptional(type) else {
        diagnostics.insert(.jsonNeedsCast(to: name(of: type), at: range))
        return failed(at: range)
      }
      return insert(.decode(checked.term, as: unwrapped(type)), type, at: range)
    }
    if allowsAbsence {
      let wide = optional(type)
      return adapt(checked, to: isOptional(checked.type) ? wide : type, at: range)
    }
    return adapt(checked, to: type, at: range)
  }

  /// Whether the value is `Json`, or a collection of it.
  private func holdsJSON(_ type: TypeID) -> Bool {
    switch self[unwrapped(type)] {
    case .json: true
    case .list(let element), .set(let element): holdsJSON(element)
    case .map(_, let value): holdsJSON(value)
    default: false
    }
  }

  /// Returns `checked` as a value of `type`, or `nil` when it is none.
  mutating func adapted(_ checked: Checked, to type: TypeID, at range: SourceRange) -> Checked? {
    let source = self[checked.type]
    let target = self[type]
    if checked.type == type { return checked }
    if source == .error || target == .error {
      var silent = checked
      silent.type = type
      return silent
    }
    if case .optional(let wrapped) = target {
      if case .optional(let inner) = source {
        guard widens(inner, to: wrapped) else { return nil }
        return insert(.widen(checked.term, to: type), type, at: range)
      }
      guard var plain = adapted(checked, to: wrapped, at: range) else { return nil }
      plain.type = type
      return plain
    }
    guard widens(checked.type, to: type) else { return nil }
    if source == .int, target == .portSet, case .int(let port)? = constant(of: checked),
      PortSet(from: port, through: port) == nil
    {
      diagnostics.insert(.malformedLiteral(.outOfRange(.portSet, text: "\(port)"), at: range))
      return failed(at: range)
    }
    return insert(.widen(checked.term, to: type), type, at: range, facts: checked.facts)
  }

  /// Returns both as values of the type of one of them, or `nil` when neither fits the other.
  mutating func matched(
    _ first: Checked, at firstRange: SourceRange, _ second: Checked, at secondRange: SourceRange
  ) -> (Checked, Checked)? {
    // Of the elements of an empty list the other type says more.
    if isOpen(first.type), let wider = adapted(first, to: second.type, at: firstRange) {
      return (wider, second)
    }
    if let wider = adapted(second, to: first.type, at: secondRange) { return (first, wider) }
    if let wider = adapted(first, to: second.type, at: firstRange) { return (wider, second) }
    return nil
  }

  /// Returns what gives a meaning to the expression where one of `type` stands beside it: nothing, if
  /// that is an empty list, whose elements it would otherwise seem to share.
  func context(for id: ExpressionID, beside type: TypeID) -> TypeID? {
    if self[type] == .error { return type }
    if case .absent = tree[id] { return type }
    return isOpen(type) ? nil : type
  }

  /// Returns `true` iff of a part of the type nothing is known, as of the elements of an empty list,
  /// so that values of many types fit it.
  func isOpen(_ type: TypeID) -> Bool {
    switch self[type] {
    case .error: true
    case .list(let element), .set(let element), .optional(let element): isOpen(element)
    case .map(let key, let value): isOpen(key) || isOpen(value)
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure, .resource:
      false
    }
  }

  /// Returns `true` iff values of the type are elements of an empty list, of which there are none, so
  /// that what is made of them would be held to nothing.
  ///
  /// Where something was wrong before, they may be elements of that.
  func isElementOfNothing(_ type: TypeID) -> Bool { self[type] == .error && diagnostics.isEmpty }

  /// Returns the value of what reads nothing.
  private func constant(of checked: Checked) -> Value? { program.constantValue(of: checked.term) }

  /// Returns `true` iff a value of `source` may stand where one of `target` is wanted.
  func widens(_ source: TypeID, to target: TypeID) -> Bool {
    if source == target { return true }
    switch (self[source], self[target]) {
    case (.error, _), (_, .error): return true
    case (.cidr, .cidrSet), (.ipAddress, .cidr), (.ipAddress, .cidrSet), (.int, .portSet):
      return true
    case (.set(let element), .cidrSet):
      return self[element] == .cidr || self[element] == .ipAddress
    case (.set(let element), .portSet): return self[element] == .int
    case (.regex, .json), (.glob, .json), (.resource, .json), (.structure, .json): return false
    case (.list(let element), .json), (.set(let element), .json):
      return widens(element, to: target)
    case (.map(let key, let value), .json):
      return self[key] == .string && widens(value, to: target)
    case (.optional(let wrapped), .json): return widens(wrapped, to: target)
    case (_, .json): return true
    case (.list(let inner), .list(let outer)), (.set(let inner), .set(let outer)):
      return widens(inner, to: outer)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return key == otherKey && widens(value, to: otherValue)
    case (.optional(let inner), .optional(let outer)): return widens(inner, to: outer)
    case (_, .optional(let wrapped)): return widens(source, to: wrapped)
    default: return false
    }
  }
}
