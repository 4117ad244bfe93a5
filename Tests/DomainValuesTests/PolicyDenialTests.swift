import DomainValues
import Testing

struct PolicyDenialTests {
  /// Returns whether the bucket policy of `statements` denies all plain HTTP.
  private func deniesHTTP(_ statements: String) throws -> Truth {
    let set = PolicySet([
      try PolicyDocument.parse(#"{"Version": "2012-10-17", "Statement": [\#(statements)]}"#)
    ])
    let context = PolicyContext([("aws:SecureTransport", "false")])
    return set.denies(actions: Glob("s3:*"), resources: Glob("arn:aws:s3:::b"), context: context)
      && set.denies(actions: Glob("s3:*"), resources: Glob("arn:aws:s3:::b/*"), context: context)
  }

  private static let both = #""Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#
  private static let head = #""Effect": "Deny", "Principal": "*", "Action": "s3:*""#
  private static let plain = #""Condition": {"Bool": {"aws:SecureTransport": "false"}}"#

  static let cases: [(String, String, String)] = [
    ("the usual policy", "{\(head), \(both), \(plain)}", "true"),
    (
      "a Boolean", #"{\#(head), \#(both), "Condition": {"Bool": {"aws:SecureTransport": false}}}"#,
      "true"
    ),
    (
      "if it exists",
      #"{\#(head), \#(both), "Condition": {"BoolIfExists": {"aws:SecureTransport": "false"}}}"#,
      "true"
    ),
    (
      "a key in other letters",
      #"{\#(head), \#(both), "Condition": {"bool": {"AWS:securetransport": "False"}}}"#, "true"
    ),
    (
      "a string",
      #"{\#(head), \#(both), "Condition": {"StringEquals": {"aws:SecureTransport": "false"}}}"#,
      "true"
    ),
    (
      "not true",
      #"{\#(head), \#(both), "Condition": {"StringNotEquals": {"aws:SecureTransport": "true"}}}"#,
      "true"
    ),
    (
      "the wrong way round",
      #"{\#(head), \#(both), "Condition": {"Bool": {"aws:SecureTransport": "true"}}}"#, "false"
    ),
    ("without condition", "{\(head), \(both)}", "true"),
    ("every resource", #"{\#(head), "Resource": "*", \#(plain)}"#, "true"),
    ("a star at the end", #"{\#(head), "Resource": "arn:aws:s3:::b*", \#(plain)}"#, "true"),
    (
      "shared by two",
      #"{\#(head), "Resource": "arn:aws:s3:::b", \#(plain)}, {\#(head), "Resource": "arn:aws:s3:::b/*", \#(plain)}"#,
      "true"
    ),
    (
      "some actions",
      #"{"Effect": "Deny", "Principal": "*", "Action": ["s3:Get*", "s3:Put*"], \#(both), \#(plain)}"#,
      "false"
    ),
    (
      "all actions, by two",
      #"{"Effect": "Deny", "Principal": "*", "Action": "s3:Get*", \#(both), \#(plain)}, {"Effect": "Deny", "Principal": "*", "NotAction": "s3:Get*", \#(both), \#(plain)}"#,
      "true"
    ),
    ("objects only", #"{\#(head), "Resource": "arn:aws:s3:::b/*", \#(plain)}"#, "false"),
    ("the bucket only", #"{\#(head), "Resource": "arn:aws:s3:::b", \#(plain)}"#, "false"),
    (
      "another bucket",
      #"{\#(head), "Resource": ["arn:aws:s3:::c", "arn:aws:s3:::c/*"], \#(plain)}"#, "false"
    ),
    (
      "a prefix of the objects",
      #"{\#(head), "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/x*"], \#(plain)}"#, "false"
    ),
    (
      "reading only",
      #"{"Effect": "Deny", "Principal": "*", "Action": "s3:Get*", \#(both), \#(plain)}"#, "false"
    ),
    (
      "all but one action",
      #"{"Effect": "Deny", "Principal": "*", "NotAction": "s3:PutObject", \#(both), \#(plain)}"#,
      "false"
    ),
    (
      "all actions but of others",
      #"{"Effect": "Deny", "Principal": "*", "NotAction": "iam:*", \#(both), \#(plain)}"#, "true"
    ),
    (
      "the two halves of the actions",
      #"{"Effect": "Deny", "Principal": "*", "Action": "s3:Get*", \#(both), \#(plain)}, {"Effect": "Deny", "Principal": "*", "NotAction": "s3:Get*", \#(both), \#(plain)}"#,
      "true"
    ),
    (
      "everyone in AWS",
      #"{"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", \#(both), \#(plain)}"#,
      "true"
    ),
    (
      "everyone in a list",
      #"{"Effect": "Deny", "Principal": {"AWS": ["123456789012", "*"]}, "Action": "*", \#(both), \#(plain)}"#,
      "true"
    ),
    (
      "one account",
      #"{"Effect": "Deny", "Principal": {"AWS": "123456789012"}, "Action": "s3:*", \#(both), \#(plain)}"#,
      "false"
    ),
    (
      "all but one account",
      #"{"Effect": "Deny", "NotPrincipal": {"AWS": "123456789012"}, "Action": "s3:*", \#(both), \#(plain)}"#,
      "false"
    ),
    (
      "an extra condition",
      #"{\#(head), \#(both), "Condition": {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}}}"#,
      "false"
    ),
    (
      "an old version of TLS",
      #"{\#(head), \#(both), "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}"#, "false"
    ),
    (
      "an operator nobody knows",
      #"{\#(head), \#(both), "Condition": {"Sometimes": {"aws:SecureTransport": "false"}}}"#,
      "unknown"
    ),
    (
      "a key that is there",
      #"{\#(head), \#(both), "Condition": {"Null": {"aws:SecureTransport": "false"}}}"#, "true"
    ),
    (
      "a key that is not",
      #"{\#(head), \#(both), "Condition": {"Null": {"aws:SecureTransport": "true"}}}"#, "false"
    ),
    (
      "an allow",
      #"{"Effect": "Allow", "Principal": "*", "Action": "s3:*", \#(both), "Condition": {"Bool": {"aws:SecureTransport": "true"}}}"#,
      "false"
    ),
    (
      "two denials of uploads",
      #"{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"Null": {"s3:x": "true"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"StringNotEquals": {"s3:x": "y"}}}"#,
      "false"
    ),
    (
      "two conditions that complement each other",
      #"{\#(head), \#(both), "Condition": {"StringEquals": {"aws:SourceVpc": "v"}}}, {\#(head), \#(both), "Condition": {"StringNotEquals": {"aws:SourceVpc": "v"}}}"#,
      "unknown"
    ),
    (
      "a bucket in a variable",
      #"{\#(head), "Resource": ["arn:aws:s3:::${aws:x}", "arn:aws:s3:::${aws:x}/*"], \#(plain)}"#,
      "unknown"
    ),
    ("nothing", "", "false"),
  ]

  @Test(arguments: cases)
  func plainHTTPIsDenied(name: String, statements: String, expected: String) throws {
    #expect(try deniesHTTP(statements).description == expected, "\(name)")
  }

  @Test func unknownResourcesLeaveTheAnswerOpen() {
    let condition = PolicyCondition(
      operator: "Bool", key: "aws:SecureTransport", values: ["false"])
    func deniesHTTP(_ actions: PolicyPatternClause, _ resources: PolicyPatternClause) -> Truth {
      let statement = PolicyStatement(
        effect: .deny, principals: .only(.init([.everyone])), actions: actions,
        resources: resources, conditions: [condition])
      return PolicySet([PolicyDocument([statement])]).denies(
        actions: Glob("s3:*"), resources: Glob("arn:aws:s3:::b/*"),
        context: PolicyContext([("aws:SecureTransport", "false")]))
    }
    let all = PolicyPatternClause([PolicyPattern(action: "s3:*")])
    let some = PolicyPatternClause([PolicyPattern(action: "s3:Get*")])
    let star = PolicyPatternClause([PolicyPattern(resource: "*")], isComplete: false)
    #expect(deniesHTTP(all, .unknown) == .unknown)
    #expect(deniesHTTP(some, .unknown) == .false)
    #expect(deniesHTTP(all, star) == .true)
    #expect(PolicySet([.unknown]).denies(actions: Glob("*"), resources: Glob("*")) == .unknown)
  }
}
