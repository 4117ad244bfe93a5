internal import Diagnostics
internal import PolicyIR
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Returns the call of `builtin` with as many arguments as it takes, none of an erroneous type.
  mutating func apply(
    _ builtin: Builtin, _ arguments: [Checked], ranges: [SourceRange], at range: SourceRange
  ) -> Checked {
    switch builtin {
    case .count, .partition, .service, .region, .account, .resource, .major, .minor, .patch:
      preconditionFailure("properties are not called")
    case .first:
      return overList(builtin, arguments, ranges, at: range) { checker, element in
        checker.isElementOfNothing(element) ? nil : checker.optional(element)
      }
    case .flatten:
      return overList(builtin, arguments, ranges, at: range) { checker, element in
        switch checker[element] {
        case .list: element
        // Of an empty list, or one in which something is wrong already.
        case .error: checker.demand(.list(element))
        default: nil
        }
      }
    case .distinct:
      return overList(builtin, arguments, ranges, at: range) { checker, element in
        checker.demand(.set(element))
      }
    case .union:
      return overList(builtin, arguments, ranges, at: range) { checker, element in
        switch checker[element] {
        case .cidrSet, .portSet, .set: element
        case .cidr, .ipAddress: checker.demand(.cidrSet)
        default: nil
        }
      }
    case .keys, .values:
      guard case .map(let key, let value) = self[arguments[0].type] else {
        return refuse(builtin, arguments[0], ranges[0], at: range)
      }
      let type = builtin == .keys ? demand(.set(key)) : demand(.list(value))
      return insert(.builtin(builtin, [arguments[0].term]), type, at: range)
    case .toString:
      return insert(.builtin(builtin, [arguments[0].term]), stringType, at: range)
    case .length, .contains:
      if let help = collectionRemedy(builtin, arguments[0].type) {
        diagnostics.insert(
          .typeMismatch(
            expected: "String", got: name(of: arguments[0].type), at: ranges[0], help: help))
        return failed(at: range)
      }
      if builtin == .contains {
        return call(
          builtin, arguments, [stringType, stringType], ranges, result: boolType, at: range)
      }
      return call(builtin, arguments, [stringType], ranges, result: intType, at: range)
    case .startsWith, .endsWith:
      return call(
        builtin, arguments, [stringType, stringType], ranges, result: boolType, at: range)
    case .lowercased, .uppercased, .trimmed:
      return call(builtin, arguments, [stringType], ranges, result: stringType, at: range)
    case .split:
      return call(
        builtin, arguments, [stringType, stringType], ranges, result: demand(.list(stringType)),
        at: range)
    case .joined:
      return call(
        builtin, arguments, [demand(.list(stringType)), stringType], ranges, result: stringType,
        at: range)
    case .isPublic, .grantsFullAdministration, .denies, .allows, .principals:
      return overPolicies(builtin, arguments, ranges, at: range)
    case .gap:
      let pattern = demand(.filterPattern)
      let first = self[arguments[0].type] == .filterPattern ? pattern : demand(.list(pattern))
      return call(
        builtin, arguments, [first, pattern], ranges, result: demand(.optional(stringType)),
        at: range)
    case .permits:
      let documents = demand(.list(demand(.policyDocument)))
      let context = demand(.map(key: stringType, value: stringType))
      return call(
        builtin, arguments,
        [
          documents, documents, documents, demand(.list(documents)), stringType, stringType,
          stringType, context,
        ], ranges, result: boolType, at: range)
    case .shown, .collected:
      return overList(builtin, arguments, ranges, at: range) { checker, element in
        checker.demand(.list(element))
      }
    case .computed, .configured, .isNew:
      return call(builtin, arguments, [jsonType], ranges, result: boolType, at: range)
    case .referenced:
      return call(
        builtin, arguments, [jsonType], ranges, result: demand(.list(jsonType)), at: range)
    case .redacted: return call(builtin, arguments, [jsonType], ranges, result: jsonType, at: range)
    case .undecided:
      return call(builtin, arguments, [jsonType, stringType], ranges, result: jsonType, at: range)
    case .rawAddress, .rawType:
      return call(builtin, arguments, [jsonType], ranges, result: stringType, at: range)
    }
  }

  /// Returns the call with its arguments adapted to `types`.
  private mutating func call(
    _ builtin: Builtin, _ arguments: [Checked], _ types: [TypeID], _ ranges: [SourceRange],
    result: TypeID, at range: SourceRange
  ) -> Checked {
    var terms: [TermID] = []
    for ((argument, type), place) in zip(zip(arguments, types), ranges) {
      terms.append(adapt(argument, to: type, at: place).term)
    }
    return insert(.builtin(builtin, terms), result, at: range)
  }

  /// Returns the call of a function of one list or set, whose result `result` gives for its
  /// elements' type.
  private mutating func overList(
    _ builtin: Builtin, _ arguments: [Checked], _ ranges: [SourceRange], at range: SourceRange,
    result: (inout Checker, TypeID) -> TypeID?
  ) -> Checked {
    switch self[arguments[0].type] {
    case .list(let element), .set(let element):
      guard let type = result(&self, element) else { fallthrough }
      return insert(.builtin(builtin, [arguments[0].term]), type, at: range)
    default:
      return refuse(builtin, arguments[0], ranges[0], at: range)
    }
  }

  private mutating func refuse(
    _ builtin: Builtin, _ argument: Checked, _ place: SourceRange, at range: SourceRange
  ) -> Checked {
    if isOptional(argument.type) {
      diagnostics.insert(.optionalNeedsGuard(name(of: argument.type), at: place))
    } else {
      diagnostics.insert(
        .operatorMismatch(builtin.rawValue, name(of: argument.type), nil, at: place))
    }
    return failed(at: range)
  }

  /// Returns the call of a function of a policy or of several, judged together.
  private mutating func overPolicies(
    _ builtin: Builtin, _ arguments: [Checked], _ ranges: [SourceRange], at range: SourceRange
  ) -> Checked {
    let document = demand(.policyDocument)
    switch self[arguments[0].type] {
    case .policyDocument: break
    case .list(let element) where element == document: break
    default: return refuse(builtin, arguments[0], ranges[0], at: range)
    }
    let context = demand(.map(key: stringType, value: stringType))
    let types: [TypeID] =
      switch builtin {
      case .denies: [globs(arguments[1]), globs(arguments[2]), context]
      case .allows: [stringType, stringType, stringType, context]
      default: []
      }
    var terms = [arguments[0].term]
    for ((argument, type), place) in zip(zip(arguments.dropFirst(), types), ranges.dropFirst()) {
      terms.append(adapt(argument, to: type, at: place).term)
    }
    let result = builtin == .principals ? demand(.set(stringType)) : boolType
    return insert(.builtin(builtin, terms), result, at: range)
  }

  /// Returns the type of one or several globs, whichever `argument` is.
  private mutating func globs(_ argument: Checked) -> TypeID {
    if case .list = self[argument.type] { return demand(.list(stringType)) }
    return stringType
  }

  /// Returns what to write when a function of texts is called on what has elements.
  private func collectionRemedy(_ builtin: Builtin, _ type: TypeID) -> String? {
    switch self[type] {
    case .list, .map, .set:
      builtin == .length
        ? "write `.count`" : "write `x in xs`, or `xs covers ys` for a set of them"
    case .cidrSet, .portSet: builtin == .length ? nil : "write `x in xs`, or `xs covers ys`"
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .structure,
      .resource, .optional:
      nil
    }
  }
}
