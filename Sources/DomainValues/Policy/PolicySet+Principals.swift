internal import SourceText

extension PolicySet {
  /// Returns whom the policies allow something: the names in `Principal` of the statements that
  /// allow, `*` for everyone and for all but some, each once in the order of the policies; and
  /// whether there is nobody else.
  ///
  /// Whom a policy is attached to is not told, and neither conditions nor denials take a name away.
  package func grantedPrincipals() -> (names: [String], isComplete: Bool) {
    var names: [ExactText] = []
    var isAllKnown = isComplete
    for statement in statements(.allow) {
      guard statement.effect == .allow else {
        isAllKnown = false
        continue
      }
      switch statement.principals {
      case .attached: continue
      case .only(let list):
        for principal in list.principals where !names.contains(ExactText(principal.name)) {
          names.append(ExactText(principal.name))
        }
        if !list.isComplete { isAllKnown = false }
      case .except: if !names.contains("*") { names.append("*") }
      case .unknown: isAllKnown = false
      }
    }
    return (names.map(\.text), isAllKnown)
  }
}

extension PolicyPrincipals.Principal {
  /// The principal as policies write it.
  package var name: String {
    switch self {
    case .everyone: "*"
    case .aws(let name), .federated(let name), .service(let name), .canonicalUser(let name):
      name.text
    }
  }
}
