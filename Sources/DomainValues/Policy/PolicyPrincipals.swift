package import SourceText

/// The principals that a statement is about.
package enum PolicyPrincipals: Hashable, Sendable {
  /// The statement names none: it is about whomever the policy is attached to.
  case attached

  /// These principals.
  case only(List)

  /// All principals but these.
  case except(List)

  /// Some principals, of which nothing is known.
  case unknown

  /// A list of principals.
  package struct List: Hashable, Sendable {
    /// The principals that are known.
    package let principals: [Principal]

    /// Whether no other principal is in the list.
    package let isComplete: Bool

    /// Creates the list of `principals`.
    package init(_ principals: [Principal], isComplete: Bool = true) {
      self.principals = principals
      self.isComplete = isComplete
    }

    /// Whether the list has everyone in it.
    var hasEveryone: Truth {
      Truth.any(principals.map { Truth($0 == .everyone) } + (isComplete ? [] : [.unknown]))
    }
  }

  /// One entry of a list.
  package enum Principal: Hashable, Sendable {
    /// Everyone, with credentials of AWS or without.
    case everyone

    /// An account, user, role or session, by ARN, account number or unique id.
    case aws(ExactText)

    /// Users of a web identity or SAML provider.
    case federated(ExactText)

    /// A service of AWS.
    case service(ExactText)

    /// The canonical id of an account, as S3 has it.
    case canonicalUser(ExactText)
  }

  /// Whether the statement is about everyone; one with an exception is not.
  var isEveryone: Truth {
    switch self {
    case .attached: .true
    case .only(let list): list.hasEveryone
    case .except(let list): list.isComplete && list.principals.isEmpty ? .true : .false
    case .unknown: .unknown
    }
  }

  /// Whether the statement is about all but some.
  var isException: Bool {
    switch self {
    case .except: true
    case .attached, .only, .unknown: false
    }
  }

  /// Whether the statement is about a stranger: someone whom no statement names.
  var isStranger: Truth {
    switch self {
    case .attached: .false
    case .only(let list): list.hasEveryone
    case .except(let list): !list.hasEveryone
    case .unknown: .unknown
    }
  }

  /// Returns whether the statement is about `principal`, an ARN, the name of a service or, for
  /// whomever the policy is attached to, `nil`.
  ///
  /// An entry that is the principal's account means whomever of its own the account lets, which is
  /// for other policies to say; here it is as `delegation` says.
  func covers(_ principal: String?, delegation: Truth = .unknown) -> Truth {
    switch self {
    case .attached: .true
    case .only(let list): PolicyPrincipals.has(principal, in: list, delegation)
    case .except(let list): !PolicyPrincipals.has(principal, in: list, delegation)
    case .unknown: .unknown
    }
  }

  /// Whether the statement names `principal` itself, by its own ARN.
  func names(_ principal: String) -> Bool {
    switch self {
    case .only(let list): list.principals.contains(.aws(ExactText(principal)))
    case .attached, .except, .unknown: false
    }
  }

  private static func has(_ principal: String?, in list: List, _ delegation: Truth) -> Truth {
    var truth: Truth = list.isComplete ? .false : .unknown
    for entry in list.principals {
      switch entry {
      case .everyone: return .true
      case .aws(let text): truth = truth || matches(principal, text.text, delegation)
      case .service(let text):
        truth = truth || (principal.map { Truth($0.isSpelled(like: text.text)) } ?? .unknown)
      case .federated, .canonicalUser: truth = truth || .unknown
      }
    }
    return truth
  }

  /// Returns whether `entry` means `principal`: it does if they are the same, or if the principal is
  /// a session of the role that the entry names.
  private static func matches(_ principal: String?, _ entry: String, _ delegation: Truth) -> Truth {
    guard let principal else { return .unknown }
    if principal.isSpelled(like: entry) { return .true }
    guard let arn = try? Arn.parse(principal) else { return .false }
    if let other = try? Arn.parse(entry) {
      guard other.account.isSpelled(like: arn.account) else { return .false }
      if other.resource == "root" { return delegation }
      guard arn.service == "sts" else { return .false }
      return isSession(arn.resource, of: other.resource)
    }
    guard ASCII.decimal(entry.utf8) != nil else { return .unknown }
    return entry.isSpelled(like: arn.account) ? delegation : .false
  }

  /// Returns whether a session, like `assumed-role/Name/session`, is one of what a policy names.
  private static func isSession(_ session: String, of entry: String) -> Truth {
    let parts = session.unicodeScalars.split(separator: "/").map { ExactText(String($0)) }
    let role = entry.unicodeScalars.split(separator: "/").map { ExactText(String($0)) }
    guard role.first == "role", parts.first == "assumed-role", parts.count == 3 else {
      return role.first == "user" || role.first == "assumed-role" ? .false : .unknown
    }
    return Truth(role.last == parts[1])
  }
}
