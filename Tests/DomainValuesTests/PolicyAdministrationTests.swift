import DomainValues
import Testing

struct PolicyAdministrationTests {
  /// Returns the policy of `statements`, JSON objects with commas between them.
  private func policy(_ statements: String) throws -> PolicyDocument {
    try PolicyDocument.parse(#"{"Version": "2012-10-17", "Statement": [\#(statements)]}"#)
  }

  @Test(arguments: [
    ("the plain case", #"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#, "true"),
    ("all services", #"{"Effect": "Allow", "Action": "*:*", "Resource": "*"}"#, "true"),
    (
      "a star in a list",
      #"{"Effect": "Allow", "Action": ["iam:*", "s3:*", "*"], "Resource": ["*", "arn:aws:s3:::x"]}"#,
      "true"
    ),
    (
      "every resource of a partition",
      #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:*"}"#, "true"
    ),
    ("a short ARN", #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws"}"#, "true"),
    (
      "two halves",
      #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, {"Effect": "Allow", "Action": "iam:*", "Resource": "*"}"#,
      "true"
    ),
    (
      "halves by resource",
      #"{"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::*"}, {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::*"}"#,
      "true"
    ),
    (
      "halves that leave a gap",
      #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, {"Effect": "Allow", "Action": "iam:Get*", "Resource": "*"}"#,
      "false"
    ),
    (
      "halves that cross",
      #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, {"Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::123456789012:*"}"#,
      "false"
    ),
    ("one service", #"{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}"#, "false"),
    (
      "all but one service", #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#, "false"
    ),
    ("one bucket", #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::x"}"#, "false"),
    (
      "an own name",
      #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:iam::1:user/${aws:username}"}"#,
      "false"
    ),
    (
      "a resource that is a variable",
      #"{"Effect": "Allow", "Action": "*", "Resource": "${aws:PrincipalTag/scope}"}"#, "unknown"
    ),
    ("only a deny", #"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#, "false"),
    (
      "a token deny",
      #"{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "aws-portal:View*", "Resource": "*"}"#,
      "true"
    ),
    (
      "only with a second factor",
      #"{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}"#,
      "true"
    ),
    (
      "a condition beside an allow without",
      #"{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"a": "true"}}}, {"Effect": "Allow", "Action": "*", "Resource": "*"}"#,
      "true"
    ),
    ("nothing", "", "false"),
    (
      "letters in any case",
      #"{"Effect": "Allow", "NotAction": "IAM:*", "Resource": "*"}, {"Effect": "Allow", "Action": "iam:*", "Resource": "*"}"#,
      "true"
    ),
  ])
  func fullAdministration(name: String, statements: String, expected: String) throws {
    let found = PolicySet([try policy(statements)]).grantsFullAdministration()
    #expect(found.description == expected, "\(name)")
  }

  @Test func policiesOfASetAddUp() throws {
    let halves = [
      try policy(#"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#),
      try policy(#"{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}"#),
    ]
    #expect(PolicySet(halves).grantsFullAdministration() == .true)
    #expect(PolicySet([halves[0]]).grantsFullAdministration() == .false)
    #expect(PolicySet([halves[0], .unknown]).grantsFullAdministration() == .unknown)
    #expect(PolicySet([.unknown]).grantsFullAdministration() == .unknown)
    #expect(PolicySet([]).grantsFullAdministration() == .false)
  }

  @Test func unknownPartsLeaveTheAnswerOpenUnlessOthersDecide() {
    let everything = PolicyPatternClause([PolicyPattern(action: "*")])
    let all = PolicyPatternClause([PolicyPattern(resource: "*")])
    let reading = PolicyPatternClause([PolicyPattern(action: "s3:Get*")])
    func grants(_ statement: PolicyStatement) -> Truth {
      PolicySet([PolicyDocument([statement])]).grantsFullAdministration()
    }
    #expect(
      grants(PolicyStatement(effect: .allow, actions: everything, resources: .unknown)) == .unknown)
    #expect(
      grants(PolicyStatement(effect: .allow, actions: reading, resources: .unknown)) == .false)
    #expect(
      grants(PolicyStatement(effect: .deny, actions: .unknown, resources: .unknown)) == .false)
    #expect(grants(PolicyStatement(effect: nil, actions: everything, resources: all)) == .unknown)
    #expect(
      grants(
        PolicyStatement(
          effect: .allow, actions: everything, resources: all, hasAllConditions: false)) == .true)
    let partly = PolicyPatternClause([PolicyPattern(resource: "*")], isComplete: false)
    #expect(
      grants(PolicyStatement(effect: .allow, actions: everything, resources: partly)) == .true)
  }

  @Test func longPoliciesAreDecided() throws {
    let actions = (0..<800).map { #""service\#($0):Describe*Things""# }.joined(separator: ", ")
    let long = try policy(#"{"Effect": "Allow", "Action": [\#(actions)], "Resource": "*"}"#)
    #expect(PolicySet([long]).grantsFullAdministration() == .false)
    let stars = (0..<60).map { #""*a\#($0)*b*:*c*""# }.joined(separator: ", ")
    let hostile = try policy(#"{"Effect": "Allow", "Action": [\#(stars), "*:*"], "Resource": "*"}"#)
    _ = PolicySet([hostile]).grantsFullAdministration()
  }
}
