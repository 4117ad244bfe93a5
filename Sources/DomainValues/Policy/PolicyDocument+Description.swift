internal import SourceText

extension PolicyDocument: CustomStringConvertible {
  /// The policy as JSON in one line; what is unknown in it is `null`.
  package var description: String {
    let texts = statements.map(\.description) + (isComplete ? [] : ["null"])
    return "{\"Version\": \"2012-10-17\", \"Statement\": [\(texts.joined(separator: ", "))]}"
  }
}

extension PolicyStatement: CustomStringConvertible {
  package var description: String {
    var parts: [String] = []
    if let sid { parts.append("\"Sid\": \(PolicyText.quoted(sid.text))") }
    parts.append("\"Effect\": \(effect.map { PolicyText.quoted($0.rawValue) } ?? "null")")
    if let text = principals.text { parts.append(text) }
    parts.append(actions.text("Action"))
    if let resources { parts.append(resources.text("Resource")) }
    if !conditions.isEmpty || !hasAllConditions {
      parts.append("\"Condition\": \(conditionText)")
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// The conditions, those with one operator together, in the order in which they first come.
  private var conditionText: String {
    var names: [ExactText] = []
    var blocks: [ExactText: [String]] = [:]
    for condition in conditions {
      let name = ExactText(condition.operatorName)
      if blocks[name] == nil { names.append(name) }
      let values = PolicyText.list(condition.values, isComplete: condition.isComplete)
      blocks[name, default: []].append("\(PolicyText.quoted(condition.key)): \(values)")
    }
    let texts = names.map { name in
      let entries = blocks[name, default: []].joined(separator: ", ")
      return "\(PolicyText.quoted(name.text)): {\(entries)}"
    }
    return "{\((texts + (hasAllConditions ? [] : ["null"])).joined(separator: ", "))}"
  }
}

extension PolicyPatternClause {
  /// Returns the clause as the member of a statement called `name`.
  fileprivate func text(_ name: String) -> String {
    let list = PolicyText.list(patterns.map(\.text), isComplete: isComplete)
    return "\"\(isNegated ? "Not" : "")\(name)\": \(list)"
  }
}

extension PolicyPrincipals {
  /// The principals as a member of a statement, or `nil` if there is none.
  fileprivate var text: String? {
    switch self {
    case .attached: nil
    case .only(let list): "\"Principal\": \(list.text)"
    case .except(let list): "\"NotPrincipal\": \(list.text)"
    case .unknown: "\"Principal\": null"
    }
  }
}

extension PolicyPrincipals.List {
  fileprivate var text: String {
    var names: [String: [String]] = [:]
    for principal in principals {
      switch principal {
      case .everyone: names["AWS", default: []].append("*")
      case .aws(let name): names["AWS", default: []].append(name.text)
      case .federated(let name): names["Federated", default: []].append(name.text)
      case .service(let name): names["Service", default: []].append(name.text)
      case .canonicalUser(let name): names["CanonicalUser", default: []].append(name.text)
      }
    }
    let members = names.sorted { $0.key < $1.key }.map {
      "\"\($0.key)\": \(PolicyText.list($0.value, isComplete: true))"
    }
    return "{\((members + (isComplete ? [] : ["null"])).joined(separator: ", "))}"
  }
}

/// How the parts of a policy are written in JSON.
private enum PolicyText {
  static func list(_ texts: [String], isComplete: Bool) -> String {
    if texts.count == 1, isComplete { return quoted(texts[0]) }
    return "[\((texts.map(quoted) + (isComplete ? [] : ["null"])).joined(separator: ", "))]"
  }

  static func quoted(_ text: String) -> String {
    let needsEscapes = text.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
    guard needsEscapes else { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
