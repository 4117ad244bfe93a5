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

  /// Whether what is read is made, and not only looked at for mistakes.
  private let isMade: Bool

  init(_ document: JSONDocument, isMade: Bool = true) {
    self.document = document
    self.isMade = isMade
  }

  /// Reads the policy `id`.
  mutating func read(_ id: JSONNodeID) throws(PolicyDocumentError) -> PolicyDocument {
    guard document.kind(of: id) == .object else {
      throw .wrongValue(element: "the document", expected: "an object")
    }
    var statements: JSONNodeID?
    var version: JSONNodeID?
    var next = document.firstKey(of: id)
    while let key = next {
      if document.isKey(key, "Version") {
        version = document.value(of: key)
      } else if document.isKey(key, "Statement") {
        statements = document.value(of: key)
      } else if !document.isKey(key, "Id") {
        throw .unexpected(element: text(of: key))
      }
      next = document.key(after: key, of: id)
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
      sid: isMade ? members.sid.flatMap(document.string) : nil, effect: found,
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
    var next = document.firstKey(of: id)
    while let key = next {
      let value = document.value(of: key)
      if document.isKey(key, "Effect") {
        members.effect = value
      } else if document.isKey(key, "Action") {
        members.actions.plain = value
      } else if document.isKey(key, "Resource") {
        members.resources.plain = value
      } else if document.isKey(key, "Sid") {
        members.sid = value
      } else if document.isKey(key, "Principal") {
        members.principals.plain = value
      } else if document.isKey(key, "Condition") {
        members.condition = value
      } else if document.isKey(key, "NotPrincipal") {
        members.principals.negated = value
      } else if document.isKey(key, "NotAction") {
        members.actions.negated = value
      } else if document.isKey(key, "NotResource") {
        members.resources.negated = value
      } else {
        throw .unexpected(element: place.path(text(of: key)))
      }
      next = document.key(after: key, of: id)
    }
    return members
  }

  /// Reads a clause of patterns, or returns `nil` if there is none.
  private func readPatterns(
    _ pair: Pair, _ clause: Clause, _ place: Place, _ pattern: (String) -> PolicyPattern
  ) throws(PolicyDocumentError) -> PolicyPatternClause? {
    guard let (id, isNegated) = try either(pair, clause, place) else { return nil }
    try checkStrings(id, place.path(clause.name(isNegated: isNegated)))
    let texts = isMade ? strings(of: id) : []
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
        try checkStrings(member.value, place.path("\(element).\(member.key)"))
        for name in strings(of: member.value) {
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
    var nextBlock = document.firstKey(of: id)
    while let block = nextBlock {
      let entries = document.value(of: block)
      guard document.kind(of: entries) == .object else {
        throw .wrongValue(
          element: place.path("Condition.\(text(of: block))"), expected: "an object")
      }
      var nextEntry = document.firstKey(of: entries)
      while let entry = nextEntry {
        let values = document.value(of: entry)
        try checkScalars(values, place.path("Condition.\(text(of: block)).\(text(of: entry))"))
        if isMade {
          conditions.append(
            PolicyCondition(
              operator: text(of: block), key: text(of: entry), values: scalars(of: values)))
        }
        nextEntry = document.key(after: entry, of: entries)
      }
      nextBlock = document.key(after: block, of: id)
    }
    return conditions
  }

  /// Returns the text of the key `id`.
  private func text(of id: JSONNodeID) -> String { document.string(id) ?? "" }

  /// Throws unless `id` is a string or an array of strings.
  private func checkStrings(
    _ id: JSONNodeID, _ element: @autoclosure () -> String
  ) throws(PolicyDocumentError) {
    if case .string = document.kind(of: id) { return }
    var isFine = document.kind(of: id) == .array
    for item in document.elements(of: id) {
      if case .string = document.kind(of: item) { continue }
      isFine = false
    }
    if !isFine { throw .wrongValue(element: element(), expected: "a string or a list of strings") }
  }

  /// Returns the string `id`, or the strings of the array `id`.
  private func strings(of id: JSONNodeID) -> [String] {
    if let text = document.string(id) { return [text] }
    var texts: [String] = []
    texts.reserveCapacity(document.count(of: id))
    for item in document.elements(of: id) {
      if let text = document.string(item) { texts.append(text) }
    }
    return texts
  }

  /// Throws unless `id` is a scalar or an array of scalars.
  private func checkScalars(
    _ id: JSONNodeID, _ element: @autoclosure () -> String
  ) throws(PolicyDocumentError) {
    var isFine = isScalar(id) || document.kind(of: id) == .array
    for item in document.elements(of: id) where !isScalar(item) { isFine = false }
    if !isFine { throw .wrongValue(element: element(), expected: "a scalar or a list of scalars") }
  }

  private func isScalar(_ id: JSONNodeID) -> Bool {
    switch document.kind(of: id) {
    case .bool, .number, .string: true
    case .null, .array, .object: false
    }
  }

  /// Returns the text of the scalar `id`, or those of the array `id`.
  private func scalars(of id: JSONNodeID) -> [String] {
    if let text = scalar(id) { return [text] }
    var texts: [String] = []
    texts.reserveCapacity(document.count(of: id))
    for item in document.elements(of: id) {
      if let text = scalar(item) { texts.append(text) }
    }
    return texts
  }

  /// Returns the text of the scalar `id`, or `nil` when it is none.
  private func scalar(_ id: JSONNodeID) -> String? {
    document.string(id) ?? document.numberText(id)
      ?? document.boolean(id).map { $0 ? "true" : "false" }
  }
}
