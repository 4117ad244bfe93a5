internal import DomainValues
internal import ResourceModel
internal import SourceText

/// Reads a policy from `Json`, parts of which may not be known.
///
/// A member that is null is as good as none, because mappings put in what a source leaves out.
struct PolicyReader {
  /// The values.
  let rawValues: RawValues

  /// Whether `${…}` in the policy is a variable; it is taken for one if that is not known, because
  /// a variable may be anything.
  private var hasVariables = false

  /// Creates a reader of `rawValues`.
  init(_ rawValues: RawValues) {
    self.rawValues = rawValues
  }

  /// Reads the policy `id`, which is an object.
  mutating func read(_ id: RawValueID) throws(PolicyDocumentError) -> PolicyDocument {
    let members = try members(of: id, ["Version", "Id", "Statement"], in: "")
    if let version = members["Version"] {
      switch rawValues[version] {
      case .string("2012-10-17"), .unknown: hasVariables = true
      case .string("2008-10-17"): hasVariables = false
      default:
        throw .wrongValue(element: "Version", expected: "`2012-10-17` or `2008-10-17`")
      }
    }
    guard let statements = members["Statement"] else { throw .missing(element: "Statement") }
    if isUnknown(statements) { return .unknown }
    guard case .list = rawValues[statements] else {
      return PolicyDocument([try readStatement(statements, "Statement")])
    }
    var result: [PolicyStatement] = []
    var isComplete = true
    for (index, statement) in rawValues.children(of: statements).enumerated() {
      if isUnknown(statement) {
        isComplete = false
      } else {
        result.append(try readStatement(statement, "Statement[\(index)]"))
      }
    }
    return PolicyDocument(result, isComplete: isComplete)
  }

  private func readStatement(
    _ id: RawValueID, _ path: String
  ) throws(PolicyDocumentError) -> PolicyStatement {
    let members = try members(
      of: id,
      [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
      ], in: path)
    guard let effect = members["Effect"] else { throw .missing(element: "\(path).Effect") }
    let found = text(effect).flatMap(PolicyStatement.Effect.init)
    guard found != nil || isUnknown(effect) else {
      throw .wrongValue(element: "\(path).Effect", expected: "`Allow` or `Deny`")
    }
    let variables = hasVariables
    guard let actions = try readPatterns(members, "Action", path, { PolicyPattern(action: $0) })
    else { throw .missing(element: "\(path).Action") }
    let resources = try readPatterns(
      members, "Resource", path, { PolicyPattern(resource: $0, hasVariables: variables) })
    var conditions: [PolicyCondition] = []
    var hasAllConditions = true
    if let condition = members["Condition"] {
      (conditions, hasAllConditions) = try readConditions(condition, "\(path).Condition")
    }
    return PolicyStatement(
      sid: members["Sid"].flatMap(text), effect: found,
      principals: try readPrincipals(members, path), actions: actions, resources: resources,
      conditions: conditions, hasAllConditions: hasAllConditions)
  }

  private func readPatterns(
    _ members: [String: RawValueID], _ name: String, _ path: String,
    _ pattern: (String) -> PolicyPattern
  ) throws(PolicyDocumentError) -> PolicyPatternClause? {
    guard let clause = try either(members, name, path) else { return nil }
    guard let id = clause.id else { return .unknown }
    let (texts, isComplete) = try readScalars(id, clause.element)
    return PolicyPatternClause(
      texts.map(pattern), isComplete: isComplete, isNegated: clause.isNegated)
  }

  /// Returns the element `name`, or the one with `Not` before its name; without a value if it is
  /// not known which of them is there.
  private func either(
    _ members: [String: RawValueID], _ name: String, _ path: String
  ) throws(PolicyDocumentError) -> (id: RawValueID?, element: String, isNegated: Bool)? {
    let (element, opposite) = ("\(path).\(name)", "\(path).Not\(name)")
    switch (members[name], members["Not\(name)"]) {
    case (nil, nil): return nil
    case (let id?, nil): return (id, element, false)
    case (nil, let id?): return (id, opposite, true)
    case (let first?, let second?):
      // Terraform writes the one that is not used as an empty list.
      if isEmptyList(second) { return (first, element, false) }
      if isEmptyList(first) { return (second, opposite, true) }
      if isUnknown(first) || isUnknown(second) { return (nil, element, false) }
      throw .conflicting(element: element, other: opposite)
    }
  }

  private func readPrincipals(
    _ members: [String: RawValueID], _ path: String
  ) throws(PolicyDocumentError) -> PolicyPrincipals {
    guard let clause = try either(members, "Principal", path) else { return .attached }
    guard let id = clause.id, !isUnknown(id) else { return .unknown }
    var principals: [PolicyPrincipals.Principal] = []
    var isComplete = true
    if text(id) == "*" {
      principals = [.everyone]
    } else {
      guard case .object = rawValues[id] else {
        throw .wrongValue(element: clause.element, expected: "`*` or an object")
      }
      for member in rawValues.members(of: id) where rawValues[member.value] != .null {
        let element = "\(clause.element).\(member.name)"
        let (names, isKnown) = try readScalars(member.value, element)
        isComplete = isComplete && isKnown
        for name in names {
          switch member.name {
          case "AWS": principals.append(name == "*" ? .everyone : .aws(ExactText(name)))
          case "*" where name == "*": principals.append(.everyone)
          case "Service": principals.append(.service(ExactText(name)))
          case "Federated": principals.append(.federated(ExactText(name)))
          case "CanonicalUser": principals.append(.canonicalUser(ExactText(name)))
          default: throw .unexpected(element: element)
          }
        }
      }
    }
    let list = PolicyPrincipals.List(principals, isComplete: isComplete)
    return clause.isNegated ? .except(list) : .only(list)
  }

  private func readConditions(
    _ id: RawValueID, _ path: String
  ) throws(PolicyDocumentError) -> ([PolicyCondition], hasAll: Bool) {
    if isUnknown(id) { return ([], false) }
    guard case .object = rawValues[id] else {
      throw .wrongValue(element: path, expected: "an object")
    }
    var conditions: [PolicyCondition] = []
    var hasAll = true
    for block in rawValues.members(of: id) where rawValues[block.value] != .null {
      if isUnknown(block.value) {
        hasAll = false
        continue
      }
      let element = "\(path).\(block.name)"
      guard case .object = rawValues[block.value] else {
        throw .wrongValue(element: element, expected: "an object")
      }
      for entry in rawValues.members(of: block.value) where rawValues[entry.value] != .null {
        let (values, isComplete) = try readScalars(entry.value, "\(element).\(entry.name)")
        conditions.append(
          PolicyCondition(
            operator: block.name, key: entry.name, values: values, isComplete: isComplete))
      }
    }
    return (conditions, hasAll)
  }

  /// Returns the known texts of a scalar or of the elements of a list, and whether those are all.
  private func readScalars(
    _ id: RawValueID, _ element: String
  ) throws(PolicyDocumentError) -> ([String], isComplete: Bool) {
    let values: [RawValueID]
    if case .list = rawValues[id] {
      values = Array(rawValues.children(of: id))
    } else {
      values = [id]
    }
    var texts: [String] = []
    var isComplete = true
    for value in values {
      switch rawValues[value] {
      case .string(let text), .number(let text): texts.append(text)
      case .boolean(let isTrue): texts.append(isTrue ? "true" : "false")
      case .unknown: isComplete = false
      case .null, .list, .object:
        throw .wrongValue(element: element, expected: "a string or a list of strings")
      }
    }
    return (texts, isComplete)
  }

  /// Returns the members of an object, which must be among `known`, without those that are null.
  private func members(
    of id: RawValueID, _ known: [String], in path: String
  ) throws(PolicyDocumentError) -> [String: RawValueID] {
    guard case .object = rawValues[id] else {
      throw .wrongValue(element: path.isEmpty ? "the document" : path, expected: "an object")
    }
    var members: [String: RawValueID] = [:]
    for member in rawValues.members(of: id) where rawValues[member.value] != .null {
      let element = path.isEmpty ? member.name : "\(path).\(member.name)"
      guard known.contains(member.name) else { throw .unexpected(element: element) }
      members[member.name] = member.value
    }
    return members
  }

  private func text(_ id: RawValueID) -> String? {
    if case .string(let text) = rawValues[id] { text } else { nil }
  }

  private func isUnknown(_ id: RawValueID) -> Bool {
    if case .unknown = rawValues[id] { true } else { false }
  }

  private func isEmptyList(_ id: RawValueID) -> Bool {
    rawValues[id] == .list && rawValues.children(of: id).isEmpty
  }
}
