import DomainValues
import Testing

struct PolicyEvaluationTests {
  private func set(_ statements: String) throws -> PolicySet {
    PolicySet([
      try PolicyDocument.parse(#"{"Version": "2012-10-17", "Statement": [\#(statements)]}"#)
    ])
  }

  private static let everyone =
    #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#
  private static let denial =
    #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*""#

  static let exposures: [(String, String, String)] = [
    ("plainly", "{\(everyone)}", "true"),
    (
      "over TLS", #"{\#(everyone), "Condition": {"Bool": {"aws:SecureTransport": "true"}}}"#, "true"
    ),
    (
      "not over TLS",
      #"{\#(everyone)}, {\#(denial), "Condition": {"Bool": {"aws:SecureTransport": "false"}}}"#,
      "true"
    ),
    (
      "of the organization",
      #"{\#(everyone), "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}"#, "false"
    ),
    (
      "of any organization",
      #"{\#(everyone), "Condition": {"StringLike": {"aws:PrincipalOrgID": "*"}}}"#, "true"
    ),
    (
      "of one of several organizations",
      #"{\#(everyone), "Condition": {"StringLike": {"aws:PrincipalOrgID": "o-?"}}}"#, "unknown"
    ),
    (
      "of organizations whose ids begin alike",
      #"{\#(everyone), "Condition": {"StringLike": {"aws:PrincipalOrgID": "o-a1*"}}}"#, "unknown"
    ),
    (
      "of anything of one account",
      #"{\#(everyone), "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/*"}}}"#,
      "false"
    ),
    (
      "of accounts whose numbers begin alike",
      #"{\#(everyone), "Condition": {"StringLike": {"aws:PrincipalAccount": "12345678901*"}}}"#,
      "unknown"
    ),
    (
      "for resources whose names hold the number of an account",
      #"{\#(everyone), "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::logs-123456789012-*"}}}"#,
      "unknown"
    ),
    (
      "for resources of one account",
      #"{\#(everyone), "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:123456789012:accesspoint/*"}}}"#,
      "unknown"
    ),
    (
      "for resources of one account and region",
      #"{\#(everyone), "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:eu-west-1:123456789012:accesspoint/*"}}}"#,
      "false"
    ),
    (
      "on a mount target",
      #"{\#(everyone), "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}"#,
      "false"
    ),
    (
      "of a part of it",
      #"{\#(everyone), "Condition": {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}}}"#,
      "false"
    ),
    (
      "of the organization if signed",
      #"{\#(everyone), "Condition": {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}}"#,
      "true"
    ),
    (
      "through an endpoint",
      #"{\#(everyone), "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"}}}"#, "false"
    ),
    (
      "for a resource",
      #"{\#(everyone), "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:123456789012:*"}}}"#,
      "unknown"
    ),
    (
      "for one resource",
      #"{\#(everyone), "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:t"}}}"#,
      "false"
    ),
    (
      "for an account",
      #"{\#(everyone), "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}"#,
      "false"
    ),
    (
      "from a network",
      #"{\#(everyone), "Condition": {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "198.51.100.1"]}}}"#,
      "false"
    ),
    // Who comes through an endpoint of a VPC has no public address.
    (
      "from a network, if from any",
      #"{\#(everyone), "Condition": {"IpAddressIfExists": {"aws:SourceIp": "192.0.2.0/24"}}}"#,
      "true"
    ),
    (
      "from nowhere but a network",
      #"{\#(everyone), "Condition": {"ForAllValues:IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}"#,
      "true"
    ),
    (
      "from no public address",
      #"{\#(everyone), "Condition": {"Null": {"AWS:SourceIp": "true"}}}"#, "true"
    ),
    (
      "from a network, if from any, of one account",
      #"{\#(everyone), "Condition": {"IpAddressIfExists": {"aws:SourceIp": "192.0.2.0/24"}, "StringEquals": {"aws:PrincipalAccount": "123456789012"}}}"#,
      "false"
    ),
    (
      "denied outside a network, unless through some endpoint",
      #"{\#(everyone)}, {\#(denial), "Condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "Null": {"aws:SourceIp": "false"}}}"#,
      "true"
    ),
    (
      "from the world",
      #"{\#(everyone), "Condition": {"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}}}"#,
      "true"
    ),
    (
      "from half the world",
      #"{\#(everyone), "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}}}"#, "unknown"
    ),
    (
      "by a tag",
      #"{\#(everyone), "Condition": {"StringEquals": {"s3:ExistingObjectTag/public": "yes"}}}"#,
      "unknown"
    ),
    // Everyone calls through services, and whoever has a VPC chooses its addresses.
    (
      "through a service",
      #"{\#(everyone), "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}}"#,
      "unknown"
    ),
    (
      "from addresses of some VPC",
      #"{\#(everyone), "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}}}"#, "unknown"
    ),
    (
      "through a service, of one account",
      #"{\#(everyone), "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333", "kms:ViaService": "s3.eu-west-1.amazonaws.com"}}}"#,
      "false"
    ),
    (
      "denied outside",
      #"{\#(everyone)}, {\#(denial), "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}}"#,
      "false"
    ),
    (
      "denied outside a network",
      #"{\#(everyone)}, {\#(denial), "Condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}"#,
      "false"
    ),
    (
      "denied to all but one",
      #"{\#(everyone)}, {"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::1:root"}, "Action": "*", "Resource": "*"}"#,
      "false"
    ),
    (
      "denied to one",
      #"{\#(everyone)}, {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::1:root"}, "Action": "*", "Resource": "*"}"#,
      "true"
    ),
    (
      "denied in part",
      #"{\#(everyone)}, {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::b/x*"}"#,
      "true"
    ),
    (
      "to one account",
      #"{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "s3:*", "Resource": "*"}"#,
      "false"
    ),
    (
      "to a service",
      #"{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "s3:*", "Resource": "*"}"#,
      "false"
    ),
    (
      "to all but one",
      #"{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "s3:*", "Resource": "*"}"#,
      "true"
    ),
    ("to nobody", "", "false"),
  ]

  @Test(arguments: exposures)
  func strangersGetIn(name: String, statements: String, expected: String) throws {
    #expect(try set(statements).isPublic().description == expected, "\(name)")
  }

  @Test func denyGoesBeforeAllowAndNothingIsAllowedByItself() throws {
    let set = try set(
      #"{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}, {"Effect": "Deny", "Action": "S3:Delete*", "Resource": "*"}"#
    )
    #expect(set.allows(action: "s3:getobject", resource: "arn:aws:s3:::b/x") == .true)
    #expect(set.allows(action: "s3:DeleteObject", resource: "arn:aws:s3:::b/x") == .false)
    #expect(set.allows(action: "s3:GetObject", resource: "arn:aws:s3:::B/x") == .false)
    #expect(set.allows(action: "ec2:RunInstances", resource: "*") == .false)
  }

  @Test func conditionsDecideWhatTheyCan() throws {
    let set = try set(
      #"{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}, "NumericLessThanEquals": {"s3:max-keys": 10}}}"#
    )
    func allows(_ values: [(key: String, value: String)], absent: [String] = []) -> Truth {
      set.allows(
        action: "s3:ListBucket", resource: "arn:aws:s3:::b",
        context: PolicyContext(values, absent: absent))
    }
    let good = [("aws:SourceIp", "10.1.2.3"), ("aws:CurrentTime", "2025-12-31T00:00:00Z")]
      .map { (key: $0.0, value: $0.1) }
    #expect(allows(good + [("s3:max-keys", "10")]) == .true)
    #expect(allows(good + [("s3:max-keys", "11")]) == .false)
    #expect(allows(good) == .unknown)
    #expect(allows(good, absent: ["s3:max-keys"]) == .false)
    #expect(allows([("aws:SourceIp", "11.1.2.3")]) == .false)
    #expect(allows([("aws:SourceIp", "::1")] + good.dropFirst() + [("s3:max-keys", "1")]) == .false)
  }

  @Test func principalsAreMatched() throws {
    let set = try set(
      #"{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::123456789012:user/kim", "210987654321"], "Service": "sns.amazonaws.com"}, "Action": "*", "Resource": "*"}"#
    )
    func allows(_ principal: String?) -> Truth {
      set.allows(action: "a:b", resource: "*", principal: principal)
    }
    #expect(allows("arn:aws:iam::123456789012:user/kim") == .true)
    #expect(allows("arn:aws:iam::123456789012:user/lee") == .false)
    #expect(allows("arn:aws:iam::210987654321:user/lee") == .unknown)
    #expect(allows("sns.amazonaws.com") == .true)
    #expect(allows("sqs.amazonaws.com") == .false)
    #expect(allows(nil) == .unknown)
  }

  @Test(arguments: [
    ("", "malformed policy document"), ("[]", "`the document` is not an object"),
    ("{}", "the policy document has no `Statement`"),
    (#"{"Statement": [], "Version": "2013"}"#, "`Version` is not `2012-10-17` or `2008-10-17`"),
    (#"{"Statement": [1]}"#, "`Statement[0]` is not an object"),
    (#"{"Statement": {}}"#, "the policy document has no `Statement.Effect`"),
    (#"{"Statement": {"Effect": "allow"}}"#, "`Statement.Effect` is not `Allow` or `Deny`"),
    (#"{"Statement": {"Effect": "Allow"}}"#, "the policy document has no `Statement.Action`"),
    (
      #"{"Statement": {"Effect": "Allow", "Action": 1}}"#,
      "`Statement.Action` is not a string or a list of strings"
    ),
    (
      #"{"Statement": {"Effect": "Allow", "Action": "*", "NotAction": "*"}}"#,
      "`Statement.Action` and `Statement.NotAction` exclude each other"
    ),
    (
      #"{"Statement": {"Effect": "Allow", "Action": "*", "Resources": "*"}}"#,
      "`Statement.Resources` is no element of a policy document"
    ),
    (
      #"{"Statement": {"Effect": "Allow", "Action": "*", "Principal": "x"}}"#,
      "`Statement.Principal` is not `*` or an object"
    ),
    (
      #"{"Statement": {"Effect": "Allow", "Action": "*", "Condition": {"Bool": 1}}}"#,
      "`Statement.Condition.Bool` is not an object"
    ),
  ])
  func malformedPoliciesNameTheElement(text: String, message: String) {
    do {
      _ = try PolicyDocument.parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(error.message.hasPrefix(message), "\(error.message)")
      // Whoever only wants to know whether it is a policy is told the same.
      #expect(throws: error) { try PolicyDocument.check(utf8: Array(text.utf8)) }
    }
  }

  @Test(arguments: [
    #"{"Statement": {"Effect": "Allow", "Action": "*", "Principal": {"Host": "x"}}}"#,
    #"{"Statement": {"Effect": "Allow", "Action": "*", "Principal": {"AWS": ["x", 1]}}}"#,
    #"{"Statement": {"Effect": "Allow", "Action": ["*", null]}}"#,
    #"{"Statement": {"Effect": "Allow", "Action": "*", "Condition": {"Bool": {"k": {}}}}}"#,
    #"{"Statement": {"Effect": "Allow", "Action": "*", "Condition": {"Bool": {"k": [[]]}}}}"#,
    #"{"Statement": {"Effect": "Allow", "Action": "*", "Condition": {"Bool": {"k": null}}}}"#,
  ])
  func whatIsCheckedIsWhatIsMade(text: String) {
    do {
      _ = try PolicyDocument.parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(throws: error) { try PolicyDocument.check(utf8: Array(text.utf8)) }
    }
  }

  @Test(arguments: exposures)
  func policiesRoundTrip(name: String, statements: String, expected: String) throws {
    for document in try set(statements).documents {
      #expect(try PolicyDocument.parse(document.description) == document, "\(name)")
      try PolicyDocument.check(utf8: Array(document.description.utf8))
    }
  }
}
