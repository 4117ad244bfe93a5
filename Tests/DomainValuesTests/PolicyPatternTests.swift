import DomainValues
import Testing

/// What a pattern is told to be by its text is what its steps are.
struct PolicyPatternTests {
  private static let texts = [
    "", "*", "**", "?", "a", "A", "a*", "a**", "a*b", "*a", "s3:*", "S3:Get*", "s3:Get?bject",
    "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3", "arn:aws:s3:*", "arn:", "arn:*", "ARN:a",
    "arn:aws:s3:::${aws:username}", "arn:aws:s3:::${*}", "arn:aws:s3:::*", "$", "é", "e\u{301}",
    "a${$}b", "a$b", "arn:a:b:c:d:é", "arn:a:b:c:d:**",
  ]

  private static var patterns: [PolicyPattern] {
    texts.flatMap { text in
      [
        PolicyPattern(action: text), PolicyPattern(resource: text),
        PolicyPattern(resource: text, hasVariables: false),
      ]
    }
  }

  @Test func aTextIsComparedLikeItsSteps() {
    var (equal, different) = (0, 0)
    for pattern in Self.patterns {
      for other in Self.patterns {
        let isSame = pattern.glob == other.glob
        if isSame { equal += 1 } else { different += 1 }
        #expect(pattern.isWritten(like: other.glob) == isSame, "\(pattern) and \(other)")
      }
    }
    #expect(equal > 150 && different > 1000)
  }

  @Test func whatIsEverythingIsToldByTheText() {
    for pattern in Self.patterns where pattern.isExact {
      #expect(pattern.isEverything == (pattern.glob.tokens == [.any]), "\(pattern)")
    }
  }

  @Test func onlyVariablesMakeAPatternInexact() {
    #expect(PolicyPattern(resource: "arn:aws:s3:::${*}").isExact)
    #expect(!PolicyPattern(resource: "arn:aws:s3:::${aws:username}").isExact)
    #expect(PolicyPattern(resource: "arn:aws:s3:::${aws:username}", hasVariables: false).isExact)
    #expect(PolicyPattern(action: "s3:${aws:username}").isExact)
  }

  @Test func onlyWhatIsClosedIsAVariable() {
    for (text, steps) in [
      ("a${b", "a${$}{b"), ("${${${", "${$}{${$}{${$}{"), ("${a${b}${", "*${$}{"),
      ("${*}${$}{", "${*}${$}{"), ("}${a", "}${$}{a"), ("$", "$"), ("${", "${$}{"), ("${}", "*"),
    ] {
      #expect(PolicyPattern(resource: text).glob == Glob(steps), "\(text)")
    }
  }
}
