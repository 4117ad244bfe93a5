internal import SourceText
internal import StructuredText

/// A reader of policies from JSON.
struct PolicyDocumentReader {
  private let document: JSONDocument

  /// Whether `${…}` in the policy is a variable, as it is since the version 2012-10-17.
  private var hasVariables = false

  init(_ document: JSONDocument) {
    self.document = document
  }

  /// Reads the policy `id`.
  mutating func read(_ id: JSONNodeID) throws(PolicyDocumentError) -> PolicyDocument {
    let members = try members(of: id, PolicyDocumentReader.documentMembers, in: { "" })
    if let version = members.value("Version") {
      switch document.string(version) {
      case "2012-10-17": hasVariables = true
      case "2008-10-17": hasVariables = false
      default:
        throw .wrongValue(element: "Version", expected: "`2012-10-17` or `2008-10-17`")
      }
    }
    guard let statements = members.value("Statement") else { throw .missing(element: "Statement") }
    guard document.kind(of: statements) == .array else {
      return PolicyDocument([try readStatement(statements, { "Statement" })])
    }
    var result: [PolicyStatement] = []
    for (index, statement) in document.elements(of: statements).enumerated() {
      result.append(try readStatement(statement, { "Statement[\(index)]" }))
    }
    return PolicyDocument(result)
  }

  private static let documentMembers = ["Version", "Id", "Statement"]

  private static let statementMembers = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource",
    "Condition",
  ]

  private func readStatement(
    _ id: JSONNodeID, _ path: @escaping Path
  ) throws(PolicyDocumentError) -> PolicyStatement {
    let members = try members(of: id, PolicyDocumentReader.statementMembers, in: path)
    guard let effect = members.value("Effect") else {
      throw .missing(element: "\(path()).Effect")
    }
    guard let found = document.string(effect).flatMap(PolicyStatement.Effect.init) else {
      throw .wrongValue(element: "\(path()).Effect", expected: "`Allow` or `Deny`")
    }
    let variables = hasVariables
    guard
      let actions = try readPatterns(
        members, "Action", path, { PolicyPattern(action: $0) })
    else { throw .missing(element: "\(path()).Action") }
    let resources = try readPatterns(
      members, "Resource", path, { PolicyPattern(resource: $0, hasVariables: variables) })
    return PolicyStatement(
      sid: members.value("Sid").flatMap(document.string), effect: found,
      principals: try readPrincipals(members, path), actions: actions, resources: resources,
      conditions: try members.value("Condition").map { condition throws(PolicyDocumentError) in
        try readConditions(condition, { "\(path()).Condition" })
      } ?? [])
  }

  /// Reads the clause `name` or its negation, or returns `nil` if there is neither.
  private func readPatterns(
    _ members: Members, _ name: String, _ path: @escaping Path,
    _ pattern: (String) -> PolicyPattern
  ) throws(PolicyDocumentError) -> PolicyPatternClause? {
    guard let (id, element, isNegated) = try either(members, name, path) else { return nil }
    let texts = try readStrings(id, element)
    return PolicyPatternClause(texts.map(pattern), isNegated: isNegated)
  }

  /// Returns the element `name`, or the one with `Not` before its name.
  private func either(
    _ members: Members, _ name: String, _ path: @escaping Path
  ) throws(PolicyDocumentError) -> (id: JSONNodeID, element: Path, isNegated: Bool)? {
    switch (members.value(name), members.value("Not\(name)")) {
    case (nil, nil): return nil
    case (let id?, nil): return (id, { "\(path()).\(name)" }, false)
    case (nil, let id?): return (id, { "\(path()).Not\(name)" }, true)
    case (.some, .some):
      throw .conflicting(element: "\(path()).\(name)", other: "\(path()).Not\(name)")
    }
  }

  private func readPrincipals(
    _ members: Members, _ path: @escaping Path
  ) throws(PolicyDocumentError) -> PolicyPrincipals {
    guard let (id, element, isNegated) = try either(members, "Principal", path) else {
      return .attached
    }
    var principals: [PolicyPrincipals.Principal] = []
    if document.string(id) == "*" {
      principals = [.everyone]
    } else {
      guard document.kind(of: id) == .object else {
        throw .wrongValue(element: element(), expected: "`*` or an object")
      }
      for member in document.members(of: id) {
        let names = try readStrings(member.value, { "\(element()).\(member.key)" })
        for name in names {
          switch member.key {
          case "AWS": principals.append(name == "*" ? .everyone : .aws(ExactText(name)))
          case "Service": principals.append(.service(ExactText(name)))
          case "Federated": principals.append(.federated(ExactText(name)))
          case "CanonicalUser": principals.append(.canonicalUser(ExactText(name)))
          default: throw .unexpected(element: "\(element()).\(member.key)")
          }
        }
      }
    }
    let list = PolicyPrincipals.List(principals)
    return isNegated ? .except(list) : .only(list)
  }

  private func readConditions(
    _ id: JSONNodeID, _ path: @escaping Path
  ) throws(PolicyDocumentError) -> [PolicyCondition] {
    guard document.kind(of: id) == .object else {
      throw .wrongValue(element: path(), expected: "an object")
    }
    var conditions: [PolicyCondition] = []
    for block in document.members(of: id) {
      guard document.kind(of: block.value) == .object else {
        throw .wrongValue(element: "\(path()).\(block.key)", expected: "an object")
      }
      for entry in document.members(of: block.value) {
        conditions.append(
          PolicyCondition(
            operator: block.key, key: entry.key,
            values: try readScalars(entry.value, { "\(path()).\(block.key).\(entry.key)" })))
      }
    }
    return conditions
  }

  /// Returns the string `id`, or the strings of the array `id`.
  private func readStrings(
    _ id: JSONNodeID, _ element: @escaping Path
  ) throws(PolicyDocumentError) -> [String] {
    if let text = document.string(id) { return [text] }
    guard document.kind(of: id) == .array else {
      throw .wrongValue(element: element(), expected: "a string or a list of strings")
    }
    var texts: [String] = []
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
    _ id: JSONNodeID, _ element: @escaping Path
  ) throws(PolicyDocumentError) -> [String] {
    if document.kind(of: id) == .array {
      var texts: [String] = []
      for item in document.elements(of: id) { texts.append(try readScalar(item, element)) }
      return texts
    }
    return [try readScalar(id, element)]
  }

  private func readScalar(
    _ id: JSONNodeID, _ element: @escaping Path
  ) throws(PolicyDocumentError) -> String {
    if let text = document.string(id) ?? document.numberText(id) { return text }
    guard let boolean = document.boolean(id) else {
      throw .wrongValue(element: element(), expected: "a scalar or a list of scalars")
    }
    return boolean ? "true" : "false"
  }

  /// Returns the members of the object `id`, which must be among `known`.
  private func members(
    of id: JSONNodeID, _ known: [String], in path: @escaping Path
  ) throws(PolicyDocumentError) -> Members {
    guard document.kind(of: id) == .object else {
      let place = path()
      throw .wrongValue(element: place.isEmpty ? "the document" : place, expected: "an object")
    }
    var all: [(name: String, value: JSONNodeID)] = []
    for member in document.members(of: id) {
      guard known.contains(member.key) else {
        let place = path()
        throw .unexpected(element: place.isEmpty ? member.key : "\(place).\(member.key)")
      }
      all.append((member.key, member.value))
    }
    return Members(all: all)
  }

  /// Returns where in the document something stands; asked for only where something is wrong.
  private typealias Path = () -> String

  /// The members of an object, few enough to look through.
  private struct Members {
    let all: [(name: String, value: JSONNodeID)]

    /// Returns the value of the member called `name`.
    func value(_ name: String) -> JSONNodeID? { all.first { $0.name == name }?.value }
  }
}
