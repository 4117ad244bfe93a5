internal import SourceText

/// One request to AWS, as far as policies look at it.
package struct PolicyRequest: Sendable {
  /// What is to be done, like `s3:GetObject`.
  package let action: String

  /// The ARN of what it is to be done to.
  package let resource: String

  /// Who asks: an ARN or the name of a service; `nil` for whomever the policies are attached to.
  package let principal: String?

  /// What is known of the condition keys.
  package let context: PolicyContext

  /// Creates the request of `principal` to do `action` to `resource`.
  package init(
    action: String, resource: String, principal: String? = nil,
    context: PolicyContext = PolicyContext()
  ) {
    self.action = action
    self.resource = resource
    self.principal = principal
    self.context = context
  }

  /// Whether who asks and what is asked for are of one account.
  ///
  /// The accounts are those of the ARNs; where an ARN has none, as those of S3, the keys
  /// `aws:PrincipalAccount` and `aws:ResourceAccount` of the context say it.
  var isWithinAccount: Truth {
    guard let from = account(of: principal, "aws:principalaccount"),
      let to = account(of: resource, "aws:resourceaccount")
    else { return .unknown }
    return Truth(from.isSpelled(like: to))
  }

  /// Whether the principal is a user or a session, to whom a resource may grant something by name
  /// whatever bounds them.
  var isUserOrSession: Bool {
    guard let principal, let arn = try? Arn.parse(principal) else { return false }
    return arn.service == "sts" || arn.resource.hasPrefix("user/")
  }

  /// Whether the principal is a service of AWS, which no account's own policies bound.
  var isService: Bool {
    guard let principal else { return false }
    return !principal.hasPrefix("arn:") && principal.hasSuffix(".amazonaws.com")
  }

  private func account(of arn: String?, _ key: String) -> String? {
    if case .value(let account) = context[key] { return account }
    guard let arn, let parsed = try? Arn.parse(arn), !parsed.account.isEmpty else { return nil }
    return parsed.account
  }
}
