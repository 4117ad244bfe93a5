import DomainValues
import SourceText
import TestSupport
import Testing

struct FilterPatternTests {
  private func coverage(_ pattern: String, _ wanted: String) throws -> FilterCoverage {
    try FilterPattern.parse(pattern).covers(FilterPattern.parse(wanted))
  }

  static let cis = [
    #"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#,
    #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }"#,
    #"{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }"#,
    "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
    #"{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }"#,
    "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
    "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }",
  ]

  @Test(arguments: cis)
  func everyPatternCoversItselfHoweverItIsWritten(text: String) throws {
    let pattern = try FilterPattern.parse(text)
    #expect(try FilterPattern.parse(pattern.description).description == pattern.description)
    let other = try FilterPattern.parse(
      "  {(" + text.drop { "{ ".contains($0) }.dropLast() + ") || ($.eventName = Extra)}")
    #expect(other.covers(pattern) == .covers)
    #expect(pattern.covers(other).truth == .false)
    #expect(FilterPattern(.everything).covers(pattern) == .covers)
    #expect(pattern.covers(FilterPattern(.everything)).truth == .false)
  }

  @Test(arguments: zip(cis.indices, cis))
  func noCISPatternCoversAnotherOne(index: Int, text: String) throws {
    for (other, wanted) in FilterPatternTests.cis.enumerated() where other != index {
      #expect(try coverage(text, wanted).truth != .true, "\(text) and \(wanted)")
    }
  }

  @Test func orderQuotesAndParenthesesDoNotMatter() throws {
    #expect(
      try coverage(
        #"{($.eventName="DeleteTrail")||(($.eventName = "CreateTrail"))}"#,
        "{ $.eventName = CreateTrail || $.eventName = DeleteTrail }") == .covers)
    #expect(
      try coverage("{ $.a = x && ($.b = y || $.b = z) }", "{ ($.b = z && $.a = x) }") == .covers)
    #expect(try coverage("{ $['a'] = x }", "{ $.a = x }") == .covers)
  }

  @Test func aMissingClauseIsAGapWithAWitness() throws {
    let found = try coverage(
      "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) }", FilterPatternTests.cis[3])
    guard case .gap(let event) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(event.description == #"`$.eventName` is "DeleteTrail""#)
  }

  @Test(arguments: [
    ("{ $.e = kms* && $.m = \"* is pending deletion.\" }", "{ $.e = kms.amazonaws.com }", "false"),
    ("{ $.n = Delete* }", "{ $.n = DeleteTrail || $.n = DeleteKey }", "true"),
    ("{ $.n = DeleteTrail }", "{ $.n = Delete* }", "false"),
    ("{ $.n = * }", "{ $.n = Delete* }", "true"),
    ("{ $.n EXISTS }", "{ $.n = DeleteTrail }", "true"),
    ("{ $.n NOT EXISTS }", "{ $.n = DeleteTrail }", "false"),
    ("{ $.n EXISTS || $.n NOT EXISTS }", "{ $.m = x }", "true"),
    ("{ $.n != Describe* }", "{ $.n = DeleteTrail }", "true"),
    ("{ $.n != Describe* && $.n != List* }", "{ $.n = ListKeys }", "false"),
    ("{ $.n != a || $.n != b }", "{ $.n = a || $.n = b }", "true"),
    ("{ $.x > 5 }", "{ $.x > 10 }", "true"),
    ("{ $.x > 10 }", "{ $.x > 5 }", "false"),
    ("{ $.x >= 10 }", "{ $.x > 10 || $.x = 10 }", "true"),
    ("{ $.x < 1 || $.x >= 1 }", "{ $.x = 0.5 || $.x = 1e3 }", "true"),
    ("{ $.x > 5 && $.x < 7 }", "{ $.x = 6 }", "true"),
    ("{ $.x IS TRUE || $.x IS FALSE }", "{ $.x IS TRUE }", "true"),
    ("{ $.x IS NULL }", "{ $.x IS TRUE }", "false"),
    // Nothing satisfies the second, so all of it is covered.
    ("{ $.x = a }", "{ $.x = b && $.x = c }", "true"),
    ("{ $.x = a }", "{ $.x.y = b && $.x = c }", "true"),
    // What `!=` says of an absent field is not documented.
    ("{ $.n = x || $.n NOT EXISTS }", "{ $.n != y && $.m = a }", "false"),
    ("{ $.n EXISTS }", "{ $.n != y && $.m = a }", "unknown"),
    ("{ $.n = x && $.m != y }", "{ $.n = x && $.m NOT EXISTS }", "unknown"),
    ("{ $.n = x && $.m != y }", "{ $.n = x && $.m != y }", "true"),
    ("{ $.n = x && $.m != y }", "{ $.n = x && $.m != y && $.m != z }", "true"),
    // Expressions are tried on texts, and compared with each other as they are written.
    ("{ $.n = %^Delete% }", "{ $.n = %^Delete% && $.m = 1 }", "true"),
    ("{ $.n = %^Delete% }", "{ $.n = DeleteTrail }", "true"),
    ("{ $.n = %^Delete% }", "{ $.n = DeleteTrail || $.n = CreateTrail }", "false"),
    ("{ $.n = %^Delete% }", "{ $.n = Delete* }", "unknown"),
    ("{ $.n[*].a = x || $.b = 1 }", "{ $.n[*].a = x }", "true"),
    ("DeleteTrail", "{ $.n = DeleteTrail }", "unknown"),
    ("[a, b = x*]", "{ $.n = DeleteTrail }", "unknown"),
    ("[a, b = x*]", "[a, b = x*]", "true"),
    ("", "{ $.n = DeleteTrail }", "true"),
    ("{ $.n = x }", "{ $.n = X }", "false"),
  ])
  func coverageIsDecidedByMeaning(pattern: String, wanted: String, expected: String) throws {
    #expect(try coverage(pattern, wanted).truth.description == expected)
  }

  @Test(arguments: [
    ("{", 1), ("{}", 1), ("{ $.a }", 6), ("{ $ = 1 }", 3), ("{ $.a = }", 8), ("{ $.a = b", 9),
    ("{ $.a = Failed authentication }", 15), ("{ ($.a = b }", 11), ("{ $.a = \"b }", 12),
    ("{ $.a > b }", 8), ("{ $.a = b } x", 12), ("{ $.a NOT b }", 6), ("{ $.a IS x }", 10),
    ("{ a = b }", 2), ("{ $.a[x] = b }", 6), ("{ $.a = b & $.c = d }", 10), ("{ $.a = %(% }", 9),
    ("{ $.a = %b }", 12), ("{ $.a = 'b' }", 8), ("{ $. = 'b' }", 4),
  ])
  func malformedPatternsNameThePlace(text: String, offset: Int) {
    do {
      _ = try FilterPattern.parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      guard case .malformedFilterPattern(let found, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(found == offset, "\(text): \(error)")
    }
  }

  @Test func severalPatternsCoverTogether() throws {
    let wanted = try FilterPattern.parse("{ $.n = a || $.n = b }")
    let parts = try ["{ $.n = a }", "{ $.n = b }", "term"].map { try FilterPattern.parse($0) }
    #expect(FilterPattern.coverage(of: wanted, by: Array(parts[..<2])) == .covers)
    #expect(FilterPattern.coverage(of: wanted, by: parts) == .covers)
    #expect(FilterPattern.coverage(of: wanted, by: [parts[0]]).truth == .false)
    #expect(FilterPattern.coverage(of: wanted, by: [parts[0], parts[2]]).truth == .unknown)
    #expect(FilterPattern.coverage(of: wanted, by: []).truth == .false)
  }

  @Test func hostilePatternsEnd() throws {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: ValueError.self) { try FilterPattern.parse("{ \(deep) }") }
    let many = (0..<300).map { "$.f\($0) = a\($0)* || $.f\($0) > \($0)" }
      .joined(separator: " && ")
    let wide = (0..<300).map { "($.f\($0) = *b || $.g\($0) != x)" }.joined(separator: " && ")
    _ = try coverage("{ \(many) }", "{ \(wide) }")
    let stars = (0..<40).map { "$.f = *a\($0)*b*c\($0)*" }.joined(separator: " || ")
    _ = try coverage("{ \(stars) }", "{ $.f = *z* }")
  }

  @Test func eventsMatch() throws {
    let regexes = RegexCache()
    let pattern = try FilterPattern.parse(FilterPatternTests.cis[1])
    let name = FilterSelector(members: "eventName")
    let used = FilterSelector(members: "additionalEventData", "MFAUsed")
    func event(_ value: FilterValue) -> FilterEvent {
      FilterEvent([.init(name, .string("ConsoleLogin")), .init(used, value)])
    }
    #expect(pattern.matches(event(.string("No")), regexes) == .true)
    #expect(pattern.matches(event(.string("Yes")), regexes) == .false)
    #expect(pattern.matches(event(.absent), regexes) == .unknown)
    #expect(pattern.matches(FilterEvent([]), regexes) == .false)
    let regex = try FilterPattern.parse("{ $.eventName = %^Console% }")
    #expect(regex.matches(event(.absent), regexes) == .true)
  }

  private func randomCondition(
    _ random: inout SeededRandom, depth: Int
  ) -> FilterCondition {
    if depth > 0, Bool.random(using: &random) {
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in
        randomCondition(&random, depth: depth - 1)
      }
      return Bool.random(using: &random) ? .all(parts) : .any(parts)
    }
    let selector = FilterSelector(members: ["a", "b"][Int.random(in: 0...1, using: &random)])
    let glob = Glob(["x", "x*", "*y", "xy", "*"][Int.random(in: 0...4, using: &random)])
    let number = Double(Int.random(in: 0...2, using: &random))
    let predicates: [FilterPredicate] = [
      .matches(glob), .differs(glob), .exists, .isMissing, .isNull, .isBoolean(true),
      .compares(.less, number), .compares(.greaterOrEqual, number), .compares(.equal, number),
    ]
    return .field(selector, predicates[Int.random(in: 0..<predicates.count, using: &random)])
  }

  @Test func patternsRoundTrip() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<300 {
      let pattern = FilterPattern(.json(randomCondition(&random, depth: 3)))
      #expect(try FilterPattern.parse(pattern.description) == pattern)
    }
  }

  /// What is decided agrees with the events of a small universe.
  @Test func coverageAgreesWithEvents() {
    var random = SeededRandom(seed: 7)
    let values: [FilterValue] = [
      .absent, .null, .boolean(true), .boolean(false), .container, .number(-1), .number(0),
      .number(0.5), .number(1), .number(2), .number(9), .string(""), .string("x"), .string("xy"),
      .string("y"), .string("z"), .string("xz"), .string("zy"),
    ]
    let regexes = RegexCache()
    let (first, second) = (FilterSelector(members: "a"), FilterSelector(members: "b"))
    var decided = 0
    for _ in 0..<300 {
      let left = FilterPattern(.json(randomCondition(&random, depth: 2)))
      let right = FilterPattern(.json(randomCondition(&random, depth: 2)))
      let found = left.covers(right)
      switch found {
      case .covers:
        decided += 1
        for one in values {
          for other in values {
            let event = FilterEvent([.init(first, one), .init(second, other)])
            let isMissed =
              right.matches(event, regexes) == .true && left.matches(event, regexes) == .false
            #expect(!isMissed, "\(left) covers \(right), not \(event)")
          }
        }
      case .gap(let event):
        decided += 1
        #expect(right.matches(event, regexes) != .false, "\(left) \(right) \(event)")
        #expect(left.matches(event, regexes) != .true, "\(left) \(right) \(event)")
      case .unknown: break
      }
    }
    #expect(decided > 150)
  }
}
