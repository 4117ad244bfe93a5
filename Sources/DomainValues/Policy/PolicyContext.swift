internal import SourceText

/// What is known of the requests that a question is about, by condition key.
package struct PolicyContext: Sendable {
  /// What is known of one key.
  enum Fact: Hashable, Sendable {
    /// The requests have the key with this value.
    case value(String)

    /// The requests do not have the key.
    case absent

    /// The requests have the key with a value that no policy was written for.
    case outsideOf

    /// The requests may have the key or not, with any value.
    case unspecified
  }

  /// The facts with their keys in lower case, so few that they are looked through; the last one of a
  /// key counts.
  private var facts: [(key: String, fact: Fact)] = []

  /// Creates the context of requests that have `values` and none of the keys in `absent`.
  package init(_ values: [(key: String, value: String)] = [], absent: [String] = []) {
    for (key, value) in values { facts.append((ASCII.lowercased(key), .value(value))) }
    for key in absent { facts.append((ASCII.lowercased(key), .absent)) }
  }

  subscript(key: String) -> Fact {
    facts.last { $0.key.isSpelled(like: key) }?.fact ?? .unspecified
  }

  /// The keys that tell where a request comes from and whose it is.
  private static let origins = [
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
    "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths",
    "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:vpceaccount",
    "aws:vpceorgid", "aws:vpceorgpaths", "kms:calleraccount", "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
  ]

  /// The key of the public address that a request comes from.
  static let address = "aws:sourceip"

  /// The requests of strangers, who come over TLS from an address of no particular network: one
  /// that nobody signed, and one from the account of someone else.
  static let strangers = [Fact.absent, .outsideOf].map { stranger(origin: $0, address: .outsideOf) }

  /// The requests of a stranger who comes through an endpoint of a VPC of their own, and so from no
  /// public address.
  static let strangerThroughEndpoint = stranger(origin: .outsideOf, address: .absent)

  /// Returns the requests of a stranger of whom `origin` is known where they come from and whose they
  /// are, and `address` at which address they start.
  private static func stranger(origin: Fact, address: Fact) -> PolicyContext {
    var context = PolicyContext([("aws:SecureTransport", "true")])
    for key in origins { context.facts.append((key, origin)) }
    context.facts.append((PolicyContext.address, address))
    // A mount target has an address of a VPC, which strangers do not reach.
    context.facts.append(("elasticfilesystem:accessedviamounttarget", .absent))
    return context
  }
}
