internal import SourceText
internal import StructuredText

/// A reader of policies from JSON.
///
/// An inventory has a policy for each bucket, queue and role, so that what is read here makes no
/// texts of names and paths but where something is wrong.
struct PolicyDocumentReader {
  /// Which statement of a document something is about.
  private enum Place {
    /// The only one, which is no list.
    case only
    /// The one at the 0-based index of the list.
    case numbered(Int)

    /// Returns where in the document the element of the statement stands.
    func path(_ element: String) -> String {
      switch self {
      case .only: "Statement.\(element)"
      case .numbered(let index): "Statement[\(index)].\(element)"
      }
    }

    /// Where in the document the statement stands.
    var path: String {
      switch self {
      case .only: "Statement"
      case .numbered(let index): "Statement[\(index)]"
      }
    }
  }

  /// A clause of a statement, which comes as it is or negated.
  private enum Clause: String {
    case principal = "Principal"
    case action = "Action"
    case resource = "Resource"

    func name(isNegated: Bool) -> String { isNegated ? "Not\(rawValue)" : rawValue }
  }

  /// The values of a clause in both forms.
  private struct Pair {
    var plain: JSONNodeID?
    var negated: JSONNodeID?
  }

  /// The values of the members of a statement.
  private struct Members {
    var sid: JSONNodeID?
    var effect: JSONNodeID?
    var principals = Pair()
    var actions = Pair()
    var resources = Pair()
    var condition: JSONNodeID?
  }

  private let document: JSONDocument

  /// Whether `${…}` in the policy is a variable, as it is since the version 2012-10-17.
  private var hasVariables = false

  init(_ document: JSONDocument) {
    self.document = document
  }

  /// Reads the policy `id`.
  mutating func read(_ id: JSONNodeID) throws(PolicyDocumentError) -> PolicyDocument {
    guard document.kind(of: id) == .object else {
      throw .wrongValue(element: "the document", expected: "an object")
    }
    var statements: JSONNodeID?
    var version: JSONNodeID?
    for member in document.members(of: id) {
      switch member.key {
      case "Version": version = member.value
      case "Statement": statements = member.value
      case "Id": break
      default: throw .unexpected(element: member.key)
      }
    }
    if let version {
      switch document.string(version) {
      case "2012-10-17": hasVariables = true
      case "2008-10-17": hasVariables = false
      default:
        throw .wrongValue(element: "Version", expected: "`2012-10-17` or `2008-10-17`")
      }
    }
    guard let statements else { throw .missing(element: "Statement") }
    guard document.kind(of: statements) == .array else {
      return PolicyDocument([try readStatement(statements, .only)])
    }
    var result: [PolicyStatement] = []
    result.reserveCapacity(document.count(of: statements))
    for statement in document.elements(of: statements) {
      result.append(try readStatement(statement, .numbered(result.count)))
    }
    return PolicyDocument(result)
  }

  private func readStatement(
    _ id: JSONNodeID, _ place: Place
  ) throws(PolicyDocumentError) -> PolicyStatement {
    let members = try members(ofStatement: id, place)
    guard let effect = members.effect else { throw .missing(element: place.path("Effect")) }
    guard let found = document.string(effect).flatMap(PolicyStatement.Effect.init) else {
      throw .wrongValue(element: place.path("Effect"), expected: "`Allow` or `Deny`")
    }
    let variables = hasVariables
    let actions = try readPatterns(members.actions, .action, place) { PolicyPattern(action: $0) }
    guard let actions else { throw .missing(element: place.path("Action")) }
    let resources = try readPatterns(members.resources, .resource, place) {
      PolicyPattern(resource: $0, hasVariables: variables)
    }
    return PolicyStatement(
      sid: members.sid.flatMap(document.string), effect: found,
      principals: try readPrincipals(members.principals, place), actions: actions,
      resources: resources, conditions: try readConditions(members.condition, place))
  }

  private func members(
    ofStatement id: JSONNodeID, _ place: Place
  ) throws(PolicyDocumentError) -> Members {
    guard document.kind(of: id) == .object else {
      throw .wrongValue(element: place.path, expected: "an object")
    }
    var members = Members()
    for member in document.members(of: id) {
      switch member.key {
      case "Sid": members.sid = member.value
      case "Effect": members.effect = member.value
      case "Principal": members.principals.plain = member.value
      case "NotPrincipal": members.principals.negated = member.value
      case "Action": members.actions.plain = member.value
      case "NotAction": members.actions.negated = member.value
      case "Resource": members.resources.plain = member.value
      case "NotResource": members.resources.negated = member.value
      case "Condition": members.condition = member.value
      default: throw .unexpected(element: place.path(member.key))
      }
    }
    return members
  }

  /// Reads a clause of patterns, or returns `nil` if there is none.
  private func readPatterns(
    _ pair: Pair, _ clause: Clause, _ place: Place, _ pattern: (String) -> PolicyPattern
  ) throws(PolicyDocumentError) -> PolicyPatternClause? {
    guard let (id, isNegated) = try either(pair, clause, place) else { return nil }
    let texts = try readStrings(id, place.path(clause.name(isNegated: isNegated)))
    return PolicyPatternClause(texts.map(pattern), isNegated: isNegated)
  }

  /// Returns the value of the clause, and whether it is negated.
  private func either(
    _ pair: Pair, _ clause: Clause, _ place: Place
  ) throws(PolicyDocumentError) -> (id: JSONNodeID, isNegated: Bool)? {
    switch (pair.plain, pair.negated) {
    case (nil, nil): return nil
    case (let id?, nil): return (id, false)
    case (nil, let id?): return (id, true)
    case (.some, .some):
      throw .conflicting(
        element: place.path(clause.rawValue), other: place.path(clause.name(isNegated: true)))
    }
  }

  private func readPrincipals(
    _ pair: Pair, _ place: Place
  ) throws(PolicyDocumentError) -> PolicyPrincipals {
    guard let (id, isNegated) = try either(pair, .principal, place) else { return .attached }
    var principals: [PolicyPrincipals.Principal] = []
    if document.string(id) == "*" {
      principals = [.everyone]
    } else {
      let element = Clause.principal.name(isNegated: isNegated)
      guard document.kind(of: id) == .object else {
        throw .wrongValue(element: place.path(element), expected: "`*` or an object")
      }
      for member in document.members(of: id) {
        let names = try readStrings(member.value, place.path("\(element).\(member.key)"))
        for name in names {
          switch member.key {
          case "AWS": principals.append(name == "*" ? .everyone : .aws(ExactText(name)))
          case "Service": principals.append(.service(ExactText(name)))
          case "Federated": principals.append(.federated(ExactText(name)))
          case "CanonicalUser": principals.append(.canonicalUser(ExactText(name)))
          default: throw .unexpected(element: place.path("\(element).\(member.key)"))
          }
        }
      }
    }
    let list = PolicyPrincipals.List(principals)
    return isNegated ? .except(list) : .only(list)
  }

  private func readConditions(
    _ id: JSONNodeID?, _ place: Place
  ) throws(PolicyDocumentError) -> [PolicyCondition] {
    guard let id else { return [] }
    guard document.kind(of: id) == .object else {
      throw .wrongValue(element: place.path("Condition"), expected: "an object")
    }
    var conditions: [PolicyCondition] = []
    for block in document.members(of: id) {
      guard document.kind(of: block.value) == .object else {
        throw .wrongValue(element: place.path("Condition.\(block.key)"), expected: "an object")
      }
      for entry in document.members(of: block.value) {
        let values = try readScalars(
          entry.value, place.path("Condition.\(block.key).\(entry.key)"))
        conditions.append(PolicyCondition(operator: block.key, key: entry.key, values: values))
      }
    }
    return conditions
  }

  /// Returns the string `id`, or the strings of the array `id`.
  private func readStrings(
    _ id: JSONNodeID, _ element: @autoclosure () -> String
  ) throws(PolicyDocumentError) -> [String] {
    if let text = document.string(id) { return [text] }
    guard document.kind(of: id) == .array else {
      throw .wrongValue(element: element(), expected: "a string or a list of strings")
    }
    var texts: [String] = []
    texts.reserveCapacity(document.count(of: id))
    for item in document.elements(of: id) {
      guard let text = document.string(item) else {
        throw .wrongValue(element: element(), expected: "a string or a list of strings")
      }
      texts.append(text)
    }
    return texts
  }

  /// Returns the text of the scalar `id`, or those of the array `id`.
  private func readScalars(
    _ id: JSONNodeID, _ element: @autoclosure () -> String
  ) throws(PolicyDocumentError) -> [String] {
    if document.kind(of: id) == .array {
      var texts: [String] = []
      for item in document.elements(of: id) { texts.append(try readScalar(item, element())) }
      return texts
    }
    return [try readScalar(id, element())]
  }

  private func readScalar(
    _ id: JSONNodeID, _ element: @autoclosure () -> String
  ) throws(PolicyDocumentError) -> String {
    if let text = document.string(id) ?? document.numberText(id) { return text }
    guard let boolean = document.boolean(id) else {
      throw .wrongValue(element: element(), expected: "a scalar or a list of scalars")
    }
    return boolean ? "true" : "false"
  }
}
